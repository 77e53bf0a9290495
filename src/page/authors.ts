import { isAgency } from './credits.ts';

const namePart = /^(?:[\p{Lu}][\p{L}'’.-]*|de|del|della|der|den|van|von|bin|bint|ibn|al|el|la|le|da|di|dos|du|abu|y|e|ter|ten|al-[\p{L}'’-]+|el-[\p{L}'’-]+|d['’]\p{L}+)$/u;

/**
 * The persons that a byline names: "By Jane Doe and John Roe, Political Editor" gives two names. Agencies, desks and
 * places are left out, since they are no persons.
 */
export function namesOf(byline: string): string[] {
  const cleaned = byline
    .replace(/\s+/g, ' ')
    .replace(/^(?:written |posted |published |reported |story |words |text |article |analysis |report |opinion )?by\b:?\s*/i, '')
    .replace(/^(?:authors?|reporters?)\s*:\s*/i, '')
    .replace(/\s*[|•·].*$/, '')
    .replace(/\bfor\s+(?:the\s+)?\p{Lu}.*$/u, '')
    .replace(/\s+(?:in|at|of|from)\s+\p{Lu}.*$/u, '')
    .trim();
  const names: string[] = [];
  for (const part of cleaned.split(/\s*(?:,|;|&|\/|\band\b|\bwith\b|\badditional reporting by\b)\s*/i)) {
    const name = part.replace(/^by\s+/i, '').replace(/\s*\(.*$/, '').trim();
    if (isName(name) && !names.includes(name)) names.push(name);
  }
  return names;
}

/** True for two to five words that are written like the parts of a person's name. */
export function isName(text: string): boolean {
  if (text.length > 60 || isAgency(text) || desk.test(text)) return false;
  const words = text.split(' ');
  return words.length >= 2 && words.length <= 5 && words.every((word) => namePart.test(word));
}

const desk =
  /\b(?:staff|news|desk|editors?|editorial|team|agency|agencies|press|correspondents?|reporters?|writers?|service|board|newsroom|network|magazine|times|post|guardian|media|contributors?|bureau|online|wire|wires|newspaper|report|admin|digital|politics|world|senior|chief|january|february|march|april|june|july|august|september|october|november|december)\b/i;
