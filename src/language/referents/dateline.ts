import type { Sentence } from '../document.ts';

const DASH = /^(?:[-–—―]|--)$/;
/** Where and when a report was filed, and for whom: "DAMASCUS, Syria, March 3 (Agency)". */
const PART = /^(?:\p{Lu}[\p{L}'’.-]*|\d{1,4}|[,./()]|al|de|el)$/u;
const PLACE_IN_CAPITALS = /^\p{Lu}[\p{Lu}'’.-]{2,}$/u;
const LONGEST = 16;

/** The tokens of a dateline at the head of a sentence, its dash included: how many; 0 where there is none. */
export function datelineOf({ tokens }: Sentence): number {
  // Nearly every sentence is told from one by its first word.
  if (!PLACE_IN_CAPITALS.test(tokens[0].form) && !(tokens[1]?.form === '(' || tokens[2]?.form === '(')) return 0;
  const dash = tokens.findIndex(
    ({ form }, index) => index > 0 && index < LONGEST && DASH.test(form) && isSpaced(tokens, index),
  );
  if (dash < 0) return 0;
  const parts = tokens.slice(0, dash);
  if (!parts.every(({ form }) => PART.test(form))) return 0;
  const isFiled = PLACE_IN_CAPITALS.test(parts[0].form) || parts.at(-1)!.form === ')';
  return isFiled ? dash + 1 : 0;
}

/** A dash between spaces, or at the end where the dateline is a sentence of its own. */
function isSpaced(tokens: Sentence['tokens'], index: number): boolean {
  const { [index - 1]: before, [index]: dash, [index + 1]: after } = tokens;
  return before.span[1] < dash.span[0] && (after === undefined || dash.span[1] < after.span[0]);
}
