import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FormSlots } from './form-slots.ts';

const word = fc.constantFrom(...'abcdefghijklmnop');

test('a slot holds what was computed for its form, however often slots change hands', () => {
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 6 })), (sentences) => {
      const slots = new FormSlots(10, 2);
      const kept: string[] = [];
      for (const forms of sentences) {
        const found = slots.of(forms, (slot, form) => {
          kept[slot] = form;
        });
        expect([...found].map((slot) => kept[slot])).toEqual(forms);
        expect(Math.min(10, ...found)).toBeGreaterThanOrEqual(2);
      }
    }),
  );
});

test('a word that comes again and again keeps its slot', () => {
  const slots = new FormSlots(4);
  const computed: string[] = [];
  for (const rare of 'abcdefghij') slots.of(['the', rare], (_, form) => computed.push(form));
  expect(computed.filter((form) => form === 'the')).toHaveLength(1);
});
