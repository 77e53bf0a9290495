import { TimeExceeded } from './errors.ts';

/** What a page may cost before reading it is given up, with a `PageError` that names the limit. */
export interface Limits {
  /** Size of the page. */
  readonly bytes: number;
  /** Elements within elements. Browsers stop at 512. */
  readonly depth: number;
  /** Elements and pieces of text together. */
  readonly nodes: number;
  /** Attributes of one element. */
  readonly attributes: number;
  /** Characters of one line of plain text. */
  readonly line: number;
  /** Time for one page. */
  readonly milliseconds: number;
}

export const defaultLimits: Limits = {
  bytes: 20_000_000,
  depth: 2_000,
  nodes: 1_000_000,
  attributes: 500,
  line: 1_000_000,
  milliseconds: 10_000,
};

/** Looks at the clock every so many steps: a look costs more than a step. */
const stepsBetween = 512;

/** The time that one page may take. It decides only whether reading goes on, never what is read. */
export class Budget {
  private readonly milliseconds: number;
  private readonly deadline: number;
  private steps = 0;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
    this.deadline = performance.now() + milliseconds;
  }

  /** Counts a step of a loop whose length the page decides; throws TimeExceeded where the time is over. */
  step(): void {
    if (++this.steps % stepsBetween === 0) this.check();
  }

  check(): void {
    if (performance.now() > this.deadline) throw new TimeExceeded(`took longer than ${this.milliseconds} ms`);
  }
}
