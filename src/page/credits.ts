import { readWords } from './words.ts';

const { agencies, openings, marks } = readWords<Record<'agencies' | 'openings' | 'marks', string[]>>('credits');
const agencyNames = new Set(agencies.map((name) => name.toLowerCase()));
const loweredOpenings = openings.map((opening) => opening.toLowerCase());

/** True for a news or picture agency, which signs like a person and is none. */
export function isAgency(name: string): boolean {
  return agencyNames.has(name.trim().toLowerCase());
}

/** A longer line that ends like a sentence is one. */
const longestSigned = 60;

/** True for a line that names who took a picture and nothing else: "Photo: Jane Doe/Reuters", "Lebanese Presidency". */
export function isCredit(text: string): boolean {
  if (text.length > 120 || (text.length > longestSigned && /[.!?]$/.test(text))) return false;
  const lower = text
    .replace(/^[([]|[)\]]$/g, '')
    .trim()
    .toLowerCase();
  if (agencyNames.has(lower) || marks.some((mark) => lower.includes(mark))) return true;
  if (loweredOpenings.some((opening) => lower.startsWith(opening))) return true;
  return lower.split(/[/|,]| via /).some((part) => agencyNames.has(part.trim()));
}

/** True for a line under a picture that holds a name and its house, and nothing else: "Petr Novi / Coast Herald". */
export function isSignedLine(text: string): boolean {
  return text.length <= longestSigned && /\s[/|]\s/.test(text) && namesSomebody(`(${text})`);
}

/** True for a paragraph that is a credit and nothing else: "Photograph by Jane Doe", "(Image: AFP)". */
export function isCreditLine(text: string): boolean {
  const bare = text.replace(/^[([]|[)\]]$/g, '').trim();
  if (agencyNames.has(bare.toLowerCase())) return true;
  return bare !== text
    ? isCredit(text)
    : /^(?:photo(?:graph)?s?|images?|pictures?|illustrations?|video|header image|featured image|credit)(?: (?:credits?|courtesy|source))?(?: by|:| ©)/i.test(
        text,
      ) && !/[.!?]\s/.test(text);
}

const longestPhotoLine = 300;

/** True for a line that ends in parentheses with who took the picture: "The port at dawn (Photo: Jane Doe)". */
export function isPhotoLine(text: string): boolean {
  return text.length <= longestPhotoLine && photoCredit.test(text);
}

const photoCredit =
  /\((?:[Pp]hotos?|[Pp]ictures?|[Ii]mages?|[Ff]otos?|[Ff]ot|[Zz]djęcie|[Kk]uva|[Bb]ild|[Cc]rédits? photo|[Фф]ото|[Сс]нимка|صورة)(?:[.:]| by\b|(?= \p{Lu}))[^()]{2,80}\)\.?$/u;

const longestCaption = 2_000;

/**
 * Splits a caption from the credit at its end: "The president arrives (AFP)", "The port. Photograph: Jane Doe/EPA".
 * The credit keeps its parentheses, so that it stays the page's own words.
 */
export function splitCredit(caption: string): { caption: string; credit: string | null } {
  if (caption.length > longestCaption) return { caption, credit: null };
  const bracketed = caption.match(/^(.*\S)\s*([([][^()[\]]{1,80}[)\]])\.?$/s);
  if (bracketed && namesSomebody(bracketed[2]!)) return { caption: bracketed[1]!, credit: bracketed[2]! };
  const labelled = caption.match(
    /^(.*[.!?…"”’)])\s*((?:Photographs?|Photos?|Images?|Pictures?|Credit|Illustration|Courtesy|Source|Photo illustration|Video)(?: by| credit| courtesy(?: of)?)?\s*:?\s+\S.{0,100}|©.{1,100})$/s,
  );
  if (labelled) return { caption: labelled[1]!, credit: labelled[2]! };
  const dotted = caption.match(/^(.*\S)\s*(Credit\s?(?:\.\.\.|…)\s*\S.{0,100})$/s);
  if (dotted) return { caption: dotted[1]!, credit: dotted[2]! };
  const barred = caption.match(/^(.{10,}?)\s*\|\s*([^|]{3,80})$/s);
  if (barred && (isCredit(barred[2]!) || namesSomebody(`(${barred[2]})`))) {
    return { caption: barred[1]!, credit: barred[2]! };
  }
  return { caption, credit: null };
}

/** True for parentheses that hold a signature, not an aside: capitals first, no verb, or a known agency. */
function namesSomebody(bracketed: string): boolean {
  if (isCredit(bracketed)) return true;
  const words = bracketed.slice(1, -1).split(/[\s/]+/);
  return (
    words.length <= 6 &&
    words.every((word) =>
      /^[\p{Lu}\d&–-]|^(of|the|for|de|al|bin|and|via|by|pool|photo|file|handout|archive|television|agency|office|service)$/u.test(
        word,
      ),
    )
  );
}
