import { describe, expect, it } from 'vitest';
import { readModel, writeModel } from '../../src/language/parser/model.ts';
import { ParserNetwork } from '../../src/language/parser/network.ts';
import { distil } from '../distil.ts';
import { collectInventory, ExampleMaker } from '../examples.ts';
import { exportModel } from '../export.ts';
import { createRandom } from '../random.ts';
import type { TreebankSentence } from '../treebank.ts';
import { Network } from './network.ts';

const sentences: TreebankSentence[] = [
  {
    forms: ['The', 'minister', 'denied', 'it', '.'],
    upos: ['DET', 'NOUN', 'VERB', 'PRON', 'PUNCT'],
    xpos: ['DT', 'NN', 'VBD', 'PRP', '.'],
    heads: [2, 3, 0, 3, 3],
    deprels: ['det', 'nsubj', 'root', 'obj', 'punct'],
  },
  {
    forms: ['Troops', 'left', 'the', 'old', 'city', 'on', 'Friday'],
    upos: ['NOUN', 'VERB', 'DET', 'ADJ', 'NOUN', 'ADP', 'PROPN'],
    xpos: ['NNS', 'VBD', 'DT', 'JJ', 'NN', 'IN', 'NNP'],
    heads: [2, 0, 5, 5, 2, 7, 2],
    deprels: ['nsubj', 'root', 'det', 'amod', 'obj', 'case', 'obl'],
  },
];

const inventory = collectInventory([...sentences, ...sentences], ['', 'NOUN|NN', 'VERB|VBD']);
const maker = new ExampleMaker(inventory, sentences);

function smallNetwork(): Network {
  const shape = {
    words: inventory.words.length,
    shapes: inventory.shapes.length,
    upos: inventory.upos.length,
    xpos: inventory.xpos.length,
    deprels: inventory.deprels.length,
    wordWidth: 8,
    gramWidth: 8,
    shapeWidth: 8,
    hints: inventory.hints.length,
    hintWidth: 8,
    width: 8,
    layers: 2,
    tagLayers: 1,
    arcWidth: 16,
    labelWidth: 8,
  };
  return new Network(shape, { seed: 5, maxWords: 64 });
}

describe('the training network', () => {
  it('has gradients that agree with finite differences, in every parameter', () => {
    const network = smallNetwork();
    const batch = sentences.map((sentence) => maker.gold({ sentence, hints: [1, 2, 1, 2, 0, 1, 2] }));
    network.learn(batch, null);
    const gradients = network.parameters.memory.at(network.parameters.gradients, network.parameters.size).slice();
    const random = createRandom(3);
    for (const parameter of network.parameters.all.values()) {
      // The direction of steepest ascent and a random one: single weights are below the resolution of 32-bit floats.
      const at = parameter.offset;
      const size = parameter.rows * parameter.columns;
      const gradient = gradients.subarray(at, at + size);
      const weights = network.parameters.values(parameter.name);
      const own = weights.slice();
      const norm = Math.sqrt(gradient.reduce((sum, value) => sum + value * value, 0));
      expect(norm, parameter.name).toBeGreaterThan(0);
      const direction = gradient.map((value) => value / norm + (random() - 0.5) / Math.sqrt(size));
      const slope = direction.reduce((sum, value, i) => sum + value * gradient[i], 0);
      const lossAt = (step: number): number => {
        weights.forEach((_, i) => {
          weights[i] = own[i] + step * direction[i];
        });
        const loss = network.learn(batch, null);
        weights.set(own);
        return loss;
      };
      const step = 0.002;
      const measured = (lossAt(step) - lossAt(-step)) / (2 * step);
      expect(Math.abs(measured - slope) / Math.abs(slope), parameter.name).toBeLessThan(0.05);
    }
  });

  it('learns two sentences by heart, and the same way twice', () => {
    const learn = (): [number, Float32Array] => {
      const network = smallNetwork();
      const batch = sentences.map((sentence) => maker.gold({ sentence, hints: [1, 2, 1, 2, 0, 1, 2] }));
      const noise = { word: 0.1, grams: 0.1, hint: 0.1, input: 0.1, layer: 0.1, head: 0.1 };
      for (let step = 0; step < 150; step++) {
        network.learn(batch, noise);
        network.parameters.update(12, 0.01, 100);
      }
      const loss = network.learn(batch, null);
      return [loss / 12, network.parameters.values('roles').slice()];
    };
    const [loss, weights] = learn();
    expect(loss).toBeLessThan(0.05);
    expect(learn()[1]).toEqual(weights);
  });

  it('teaches its opinion: what is distilled from one network alone is that network', () => {
    const teacher = smallNetwork();
    const batch = sentences.map((sentence) => maker.gold({ sentence, hints: [1, 2, 1, 2, 0, 1, 2] }));
    const [example] = distil([teacher], batch, 1);
    const { arcs } = teacher.ask(batch)[0];
    const { starts, classes, shares } = example.targets.arcs;
    for (let word = 0; word < example.size; word++) {
      const row = arcs.subarray(word * (example.size + 1), (word + 1) * (example.size + 1));
      const total = row.reduce((sum, value) => sum + Math.exp(value), 0);
      for (let t = starts[word]; t < starts[word + 1]; t++) {
        expect(shares[t]).toBeCloseTo(Math.exp(row[classes[t]]) / total, 4);
      }
    }
  });

  it('says the same as the shipped form of itself, but for the rounding to 8 bits', () => {
    const network = smallNetwork();
    const hints = [1, 2, 1, 2, 0, 1, 2];
    const model = readModel(writeModel(exportModel(network, inventory)));
    for (const simd of [true, false]) {
      const shipped = new ParserNetwork(model, simd);
      for (const sentence of sentences) {
        const [opinion] = network.ask([maker.gold({ sentence, hints })]);
        const { arcs } = shipped.score(sentence.forms, hints);
        const n = sentence.forms.length;
        opinion.arcs.forEach((value, i) => {
          const isOwnHead = i % (n + 1) === Math.floor(i / (n + 1)) + 1;
          if (!isOwnHead) expect(Math.abs(arcs[i] - value)).toBeLessThan(0.05);
        });
      }
    }
  });
});
