import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Lets requests to one host begin one after the other, at least a pause apart; different hosts do not wait for
 * each other.
 */
export class Pace {
  readonly #milliseconds: number;
  /** When the last request to a host began, by the clock of `performance.now`. */
  readonly #began = new Map<string, Promise<number>>();

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  /** Resolves when it is this request's turn. `atLeast`, in milliseconds, is what the host itself asks for. */
  async turn(host: string, atLeast = 0): Promise<void> {
    const began = this.#wait(this.#began.get(host), Math.max(this.#milliseconds, atLeast));
    this.#began.set(host, began);
    await began;
  }

  /** Only who waits for a turn keeps a timer, which keeps the process alive, too. */
  async #wait(before: Promise<number> | undefined, pause: number): Promise<number> {
    const rest = before === undefined ? 0 : (await before) + pause - performance.now();
    if (rest > 0) await sleep(rest);
    return performance.now();
  }
}
