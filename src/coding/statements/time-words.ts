import type { Token } from '../../language/document.ts';
import { DAY_PARTS, MONTHS, unitOf, WEEKDAYS } from '../../language/times/vocabulary.ts';

/** "this week", "tomorrow": when it was, no part of who it was. */
export function namesTime(token: Token): boolean {
  const word = token.lowerForm;
  return (
    namesDay(token) ||
    unitOf(word) !== undefined ||
    DAY_PARTS.has(word) ||
    ['today', 'tomorrow', 'yesterday', 'time'].includes(word)
  );
}

/** "earlier Thursday said", "Friday, Texas said": a day is no subject. */
export function namesDay(token: Token): boolean {
  const word = token.lowerForm;
  return word.length > 3 && (WEEKDAYS.has(word) || MONTHS.has(word));
}
