const CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}.'’-]*";
const AGENCY = "\\([\\p{L}\\p{N} .,/&'’-]{2,40}\\)";
const DASH = '(?: ?[–—―] ?| (?:--?|-) )';
const FOLLOWED = '(?=[\\p{Lu}\\p{N}“"‘\'])';

/** "WASHINGTON —", "BEIRUT, Lebanon (AP) —", "NEW DELHI, March 3 –" */
const CAPITAL_PLACE = new RegExp(
  `^(?=[^–—-]*\\p{Lu}{3})${CAPITALS}(?:[ /]${CAPITALS}){0,4}(?:,(?: [\\p{L}\\p{N}.]+){1,3}){0,2}(?: ${AGENCY})?${DASH}${FOLLOWED}`,
  'u',
);
/** "London (Reuters) –", "Sana'a, Yemen (dpa) -" */
const PLACE_AND_AGENCY = new RegExp(`^\\p{Lu}[\\p{L}.'’ ,/-]{1,50} ${AGENCY}${DASH}${FOLLOWED}`, 'u');

/** How many characters of a paragraph are its dateline, which is no part of its first sentence; 0 where there is none. */
export function datelineLength(paragraph: string): number {
  const opening = paragraph.slice(0, 120);
  return (CAPITAL_PLACE.exec(opening) ?? PLACE_AND_AGENCY.exec(opening))?.[0].length ?? 0;
}
