import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Lets requests to one host begin one after the other, at least a pause apart; different hosts do not wait for
 * each other.
 */
export class Pace {
  readonly #milliseconds: number;
  readonly #turns = new Map<string, Promise<void>>();

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  /** Resolves when it is this request's turn. `atLeast`, in milliseconds, is what the host itself asks for. */
  async turn(host: string, atLeast = 0): Promise<void> {
    const before = this.#turns.get(host) ?? Promise.resolve();
    const pause = Math.max(this.#milliseconds, atLeast);
    this.#turns.set(
      host,
      before.then(() => sleep(pause, undefined, { ref: false })),
    );
    await before;
  }
}
