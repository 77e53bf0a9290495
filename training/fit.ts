import { batches, type Example } from './examples.ts';
import type { Noise } from './network/batch.ts';
import type { Network } from './network/network.ts';
import { createRandom, shuffle } from './random.ts';

/** How a network is trained. */
export interface Schedule {
  readonly epochs: number;
  /** Words in a batch, at most. */
  readonly batch: number;
  /** Highest learning rate; it climbs for 200 steps and then falls to nothing in a straight line. */
  readonly rate: number;
  /** Steps over which the weights are averaged. */
  readonly averageOver: number;
  readonly noise: Noise;
}

const CLIMB = 200;

/**
 * Trains a network; `examplesOf` gives the examples of an epoch (from 0), all epochs about as many words. The result is
 * in the network's moving average.
 */
export function fitNetwork(
  network: Network,
  examplesOf: (epoch: number) => readonly Example[],
  { epochs, batch, rate, averageOver, noise }: Schedule,
  seed: number,
  report: (epoch: number, loss: number) => void,
): void {
  const random = createRandom(seed);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffle(batches(shuffle([...examplesOf(epoch)], random), batch), random);
    const total = epochs * order.length;
    let loss = 0;
    let words = 0;
    for (const part of order) {
      const size = part.reduce((sum, example) => sum + example.size, 0);
      loss += network.learn(part, noise);
      words += size;
      network.parameters.update(
        size,
        rate * Math.min(1, (step + 1) / CLIMB) * Math.max(0.01, 1 - step / total),
        averageOver,
      );
      step++;
    }
    report(epoch + 1, loss / words);
  }
}
