import { USE, type Uses } from '../uses.ts';

/** What a report is about as a whole: it decides what words mean that have one sense a report (Gale, Church and Yarowsky 1992). */

/** Shares of its sentences: so many speak of politics at least, and of force at most, in a report on politics. */
const OF_POLITICS = 0.2;
const OF_FORCE = 0.1;

/** Of each sentence whether it tells of politics without force: "attacks", "battles" and "defeats" are words and contests there. */
export function politicalSentences(uses: Uses): boolean[] {
  const tellingOf = (use: number): boolean[] => uses.map((words) => words.some((each) => (each & use) !== 0));
  const shareOf = (telling: readonly boolean[]): number => telling.filter(Boolean).length / telling.length;
  const force = tellingOf(USE.force);
  const isPolitical = shareOf(force) <= OF_FORCE && shareOf(tellingOf(USE.politics)) >= OF_POLITICS;
  return force.map((tellsOfForce) => isPolitical && !tellsOfForce);
}
