import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FeatureSpace, Values } from './feature-space.ts';

const COLOURS = new Values('none red green');
const SIZES = new Values('small large');

function space() {
  const made = new FeatureSpace();
  const plain = made.template('plain');
  const colour = made.template('colour', COLOURS);
  const both = made.template('colour, size, colour', COLOURS, SIZES, COLOURS);
  return { made, plain, colour, both };
}

test('every combination of values has a position of its own', () => {
  const { made, plain, colour, both } = space();
  const positions = [plain.at(), ...[0, 1, 2].map((each) => colour.at(each))];
  for (const a of [0, 1, 2]) for (const b of [0, 1]) for (const c of [0, 1, 2]) positions.push(both.at(a, b, c));
  expect(new Set(positions).size).toBe(positions.length);
  expect(Math.max(...positions)).toBe(made.size - 1);
});

test('weights written by name and read again are the same, to hundredths', () => {
  const { made } = space();
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -500, max: 500 }), { minLength: made.size, maxLength: made.size }),
      (all) => {
        const weights = Float64Array.from(all, (each) => (each === 0 ? 0 : each / 100));
        expect([...made.weights(made.named(weights))]).toEqual([...weights]);
      },
    ),
  );
});

test('a value that no list has counts as the first', () => {
  expect(COLOURS.of('purple')).toBe(COLOURS.of('none'));
});
