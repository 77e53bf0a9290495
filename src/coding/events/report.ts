import { USE, type Uses } from '../uses.ts';

/** What a report is about as a whole: it decides what words mean that have one sense a report (Gale, Church and Yarowsky 1992). */

/** Shares of its sentences: so many speak of politics at least, and of force at most, in a report on politics. */
const OF_POLITICS = 0.2;
const OF_FORCE = 0.1;

const tells = (uses: Uint8Array, use: number): boolean => uses.some((each) => (each & use) !== 0);

/** Of each sentence whether it tells of politics without force: "attacks", "battles" and "defeats" are words and contests there. */
export function politicalSentences(uses: Uses): boolean[] {
  const shareOf = (use: number): number => uses.filter((words) => tells(words, use)).length / uses.length;
  const isPolitical = shareOf(USE.politics) >= OF_POLITICS && shareOf(USE.force) <= OF_FORCE;
  return uses.map((words) => isPolitical && !tells(words, USE.force));
}
