import type { Day, Days } from './calendar.ts';

/** What a time is reckoned from. */
export interface Context {
  /** The day of the report. */
  readonly today: Day | null;
  /** Whether what happens at that time is still to come, as the verb has it; null where it does not tell. */
  readonly future: boolean | null;
  /** The time last spoken of, for "the next day". */
  readonly last: Days | null;
}

/** An expression that ends before word `end`, and what days it means in a context; null where it cannot be told. */
export interface Expression {
  readonly end: number;
  readonly days: (context: Context) => Days | null;
  /** Only words beside it make it a time: a year by itself, "summer", "May". */
  readonly bare?: boolean;
}

/** The words of a sentence in lower case; marks are words of their own. */
export type Words = readonly string[];

/** Days that hang on the day of the report; null without it. */
export const fromToday = (today: Day | null, days: (today: Day) => Days | null) =>
  today === null ? null : days(today);
