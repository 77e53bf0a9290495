import { Parser } from 'htmlparser2';

/** Sizes of a comparison of two texts by their shingles, as shares of their union. */
export interface Match {
  readonly precision: number;
  readonly recall: number;
}

/** Compares texts by 4-word shingles, the way scrapinghub's article-extraction-benchmark does. */
export function matchShingles(expected: string, given: string): Match {
  const [wanted, found] = [shinglesOf(expected), shinglesOf(given)];
  let common = 0;
  for (const [shingle, count] of found) common += Math.min(count, wanted.get(shingle) ?? 0);
  const [asked, got] = [sizeOf(wanted), sizeOf(found)];
  return { precision: got === 0 ? Number(asked === 0) : common / got, recall: asked === 0 ? 1 : common / asked };
}

/** Each four words in a row, how often they stand so; a shorter text is one shingle. */
export function shinglesOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let index = 0; index < Math.max(1, words.length - 3) && words.length > 0; index++) {
    const shingle = words.slice(index, index + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

const sizeOf = (shingles: ReadonlyMap<string, number>): number =>
  [...shingles.values()].reduce((sum, count) => sum + count, 0);

/** F1 of mean precision and mean recall. */
export function meanF1(matches: readonly Match[]): { precision: number; recall: number; f1: number } {
  const given = matches.filter((match) => !(match.precision === 0 && match.recall === 0 && matches.length === 0));
  const precision = mean(given.map((match) => match.precision));
  const recall = mean(given.map((match) => match.recall));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

/** Text without differences that no reader would see: white space, quotes, dashes. */
export function plain(text: string): string {
  return text
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/[\u00ad\u200b-\u200f\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

const breaking =
  /^(?:address|article|aside|blockquote|br|caption|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)$/;

/** The text of an extract that is given as HTML, its blocks set apart by line breaks. */
export function htmlToText(html: string): string {
  let text = '';
  let silent = 0;
  const parser = new Parser({
    onopentag(tag) {
      if (tag === 'script' || tag === 'style') silent++;
      if (breaking.test(tag)) text += '\n';
    },
    onclosetag(tag) {
      if (tag === 'script' || tag === 'style') silent--;
      if (breaking.test(tag)) text += '\n';
    },
    ontext(content) {
      if (silent === 0) text += content;
    },
  });
  parser.end(html);
  return text;
}
