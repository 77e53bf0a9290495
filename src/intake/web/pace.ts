import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Lets requests to one host begin one after the other, at least a pause apart; different hosts do not wait for
 * each other.
 */
export class Pace {
  readonly #milliseconds: number;
  /** When the next request to a host may begin, by the clock of `performance.now`. */
  readonly #next = new Map<string, number>();

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  /** Resolves when it is this request's turn. `atLeast`, in milliseconds, is what the host itself asks for. */
  async turn(host: string, atLeast = 0): Promise<void> {
    const now = performance.now();
    const start = Math.max(now, this.#next.get(host) ?? now);
    this.#next.set(host, start + Math.max(this.#milliseconds, atLeast));
    // Whoever waits for a turn has to keep the process alive; when nobody does, no timer is left running.
    if (start > now) await sleep(start - now);
  }
}
