import { isWithin, type Region, type TextBlock } from './layout.ts';
import { readWords } from './words.ts';

type Kind = 'reader' | 'house' | 'strong' | 'channels' | 'weak';

const kinds = new Map<string, Kind>();
for (const [kind, lists] of Object.entries(readWords<Record<Kind, string[][]>>('voice')) as [Kind, string[][]][]) {
  for (const word of lists.flat()) kinds.set(word, kind);
}
const longest = 500;
/** What a text of few words is measured by, so that one word more or less does not decide. */
const fewest = 8;

/**
 * How much a text speaks as a publisher to its readers, about what there is to subscribe to, to comment on or to agree
 * with: 0 for reports, 0.2 and more for most notices and calls. What is quoted is somebody else's voice.
 */
export function publisherVoice(text: string): number {
  if (text.length > longest || /["“”«»„]|''/.test(text)) return 0;
  const words = text.toLowerCase().replace(/’/g, "'").match(wordPattern) ?? [];
  const told = new Set<string>();
  let matter = 0;
  let isOnChannel = false;
  let isToReader = false;
  let isOfHouse = false;
  for (const word of words) {
    const kind = kinds.get(word);
    if (kind === undefined || told.has(word)) continue;
    told.add(word);
    if (kind === 'strong') matter += 1.5;
    else if (kind === 'weak') matter += 1;
    else if (kind === 'channels') isOnChannel = true;
    else if (kind === 'reader') isToReader = true;
    else isOfHouse = true;
  }
  if (isOnChannel) matter += 1.5;
  const address = 0.5 + (isToReader ? 1 : 0) + (isOfHouse ? 0.5 : 0);
  return (matter * address) / Math.max(fewest, 3 * Math.sqrt(words.length));
}

const wordPattern = /[\p{L}\p{N}'-]+/gu;

/** A text among an article's paragraphs is the publisher's only where it hardly says anything else; in a small box it makes a notice of the box. */
export const voicedAmong = 0.5;
/** ... at their end where it says more of it than articles do ... */
const voicedAtEnd = 0.3;
/** ... and in a box of its own sooner, or there sooner still. */
const voicedApart = 0.25;
const voicedApartAtEnd = 0.2;
/** Under the article, a notice may hold a paragraph that says little of it. */
const hardlyVoiced = 0.05;
/** The last texts of an article, among which notices may stand between others: so many, or this part of them. */
const lastTexts = 5;
const lastShare = 1 / 3;
/** Articles about apps, accounts and advertising are full of such words: with more such paragraphs than these, they are theirs. */
const mostVoiced = 0.12;
/** A longer text among others is not looked at: so many words are never only that. */
const longestAmong = 250;

/** Steps and tips that an article counts speak to the reader, and are its own. */
const counted = /^\d{1,2}[.)] /;
const fewestCounted = 3;

/** Marks, of an article's texts in order, those in which its publisher speaks to the readers. */
function voicedTexts(texts: readonly string[], isApart: (index: number) => boolean): boolean[] {
  const last = Math.ceil(texts.length - Math.min(lastTexts, texts.length * lastShare));
  const isLooked = (text: string, index: number) => text.length <= longestAmong || index >= last || isApart(index);
  const isCounted = texts.filter((text) => counted.test(text)).length >= fewestCounted;
  const voices = texts.map((text, index) =>
    isLooked(text, index) && !(isCounted && counted.test(text)) ? publisherVoice(text) : 0,
  );
  const isAtEnd = (index: number) => voices[index]! >= (isApart(index) ? voicedApartAtEnd : voicedAtEnd);
  let end = texts.length;
  for (let index = end - 1; index > 0 && voices[index]! >= hardlyVoiced; index--) if (isAtEnd(index)) end = index;
  const inside = voices.filter((voice, index) => index < end && voice >= voicedApart).length;
  if (inside > Math.max(1, end * mostVoiced)) return texts.map(() => false);
  return voices.map(
    (voice, index) =>
      index >= end ||
      voice >= (isApart(index) ? voicedApart : voicedAmong) ||
      (index > 0 && index >= last && isAtEnd(index)),
  );
}

/** Leaves out what the publisher says about itself among the paragraphs, and in boxes beside them. */
export function withoutPublisher(blocks: readonly TextBlock[], kept: readonly number[]): number[] {
  const lengths = new Map<Region | null, number>();
  let total = 0;
  for (const index of kept) {
    const { region, text } = blocks[index]!;
    lengths.set(region.parent, (lengths.get(region.parent) ?? 0) + text.length);
    total += text.length;
  }
  const [company, most] = [...lengths].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [null, 0]);
  const isApart = (at: number) => {
    const { parent, element } = blocks[kept[at]!]!.region;
    return parent !== company && most > total / 2 && !(element.tag === 'li' && parent?.parent === company);
  };
  const isQuoted = (region: Region) => isWithin(region, ({ element }) => element.tag === 'blockquote');
  // What is quoted is somebody else's voice.
  const texts = kept.map((index) => (isQuoted(blocks[index]!.region) ? '' : blocks[index]!.text));
  const voiced = voicedTexts(texts, isApart);
  return kept.filter((_, at) => !voiced[at]);
}
