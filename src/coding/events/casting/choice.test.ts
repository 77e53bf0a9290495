import { expect, test } from 'vitest';
import { coder } from '../../testing/read.ts';
import { bestCasting } from './choice.ts';
import { sceneOf } from './scene.ts';
import { SPACE } from './templates.ts';

const { codebook, propose } = await coder();
const FITTED = SPACE.weights(codebook.casting[0].weights);
const BLANK = new Float64Array(SPACE.size);

const scenesOf = (text: string) => {
  const { drafts, view } = propose(text);
  return drafts.map((draft) => sceneOf(draft, view));
};

const TEXT =
  'Kenya and Uganda closed their border on Monday. Kenyan police arrested forty traders, and officials in Nairobi accused Uganda of sending them. The Ugandan army has shelled two villages, residents said.';

test('a party called by several names is taken before one that is called by one', () => {
  const [scene] = scenesOf('Kenyan troops, the Kenyan air force and Kenyan police helped Uganda fight the rebels.');
  const { source, target } = bestCasting(scene, BLANK);
  expect([source, target].map((party) => party.known?.country)).toContain('KEN');
});

test('no side is more than certain, nor out of the question', () => {
  for (const weights of [FITTED, BLANK])
    for (const scene of scenesOf(TEXT))
      for (const chance of Object.values(bestCasting(scene, weights).chances)) {
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThanOrEqual(1 + 1e-9);
      }
});

test('nobody is cast against himself, and a side told outright is surer than one left open', () => {
  for (const scene of scenesOf(TEXT)) {
    const { source, target } = bestCasting(scene, FITTED);
    expect(source.known === null || source.known.name !== target.known?.name).toBe(true);
  }
  const sure = (text: string) => bestCasting(scenesOf(text)[0], FITTED).chances.source;
  expect(sure('Uganda attacked Kenya on Monday.')).toBeGreaterThan(
    sure('Attacks on Kenya continued as Uganda watched.'),
  );
});
