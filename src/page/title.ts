import type { Provenance } from './article.ts';
import type { Facts } from './facts.ts';
import type { TextBlock } from './layout.ts';
import { type Element, textOf } from './tree.ts';

/**
 * The article's title: the heading that the page shows, where it agrees with what the page tells machines; else the
 * JSON-LD headline, the meta title, the `<title>`, each without the site's name.
 */
export function titleOf(
  facts: Facts,
  headline: string | undefined,
  metaTitles: readonly string[],
): readonly [string, Provenance] | null {
  const told = [headline, ...metaTitles, facts.title].filter((title) => title != null);
  const heading = shownHeading(facts, told);
  if (heading) {
    // A section's name or a second line may share the heading: "World | Ceasefire holds".
    const shown = textOf(heading);
    const inside = told.includes(shown)
      ? undefined
      : told.find((title) => title.length >= shown.length / 3 && title.length < shown.length && shown.includes(title));
    // The second half of a headline in two may be an element of its own.
    const whole = shown.endsWith(':')
      ? told.find((title) => title.includes(shown) && title.length > shown.length + 5)
      : undefined;
    return [whole ?? inside ?? shown, 'text'];
  }
  const alone = loneHeading(facts);
  if (alone) return [alone, 'text'];
  if (headline) return [headline, 'jsonld'];
  if (metaTitles[0]) return [withoutSite(metaTitles[0], facts), 'meta'];
  if (facts.title) return [withoutSite(facts.title, facts), 'meta'];
  const first = facts.headings.find((element) => element.tag === 'h1');
  return first ? [textOf(first), 'text'] : null;
}

const mostHeadings = 60;

/** The page's only large heading, where it is long enough to be a headline and not a site's or a section's name. */
function loneHeading(facts: Facts): string | null {
  const texts = facts.headings
    .slice(0, mostHeadings)
    .filter(({ tag }) => tag === 'h1')
    .map((heading) => textOf(heading))
    .filter((text) => text !== '');
  return texts.length === 1 && texts[0]!.split(' ').length >= 6 ? texts[0]! : null;
}

/** The heading that shares the most words with what the page calls itself. */
export function shownHeading(facts: Facts, told: readonly string[]): Element | null {
  const titles = told.map(wordsOf);
  let best: Element | null = null;
  let bestLikeness = 0.6;
  for (const heading of facts.headings.slice(0, mostHeadings)) {
    const text = textOf(heading);
    if (text.length < 8 || text.length > 300) continue;
    const words = wordsOf(text);
    const likeness =
      Math.max(0, ...titles.map((title) => likenessOfWords(words, title))) + (heading.tag === 'h1' ? 0.1 : 0);
    if (likeness > bestLikeness) [best, bestLikeness] = [heading, likeness];
  }
  return best;
}

/** Share of words in common, of the shorter text's words: 1 where one holds all of the other. */
export function likenessOf(one: string, other: string): number {
  return likenessOfWords(wordsOf(one), wordsOf(other));
}

function likenessOfWords(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  if (first.size === 0 || second.size === 0) return 0;
  let common = 0;
  for (const word of first) if (second.has(word)) common++;
  const isInside = common === Math.min(first.size, second.size) && common >= Math.max(first.size, second.size) / 2;
  return (2 * common) / (first.size + second.size) + (isInside ? 0.2 : 0);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Cuts " - Site name", " | Section | Site name" off; the longest part is the title. */
function withoutSite(title: string, facts: Facts): string {
  const site = facts.metas.get('og:site_name')?.[0]?.toLowerCase();
  const parts = title.split(/\s+[|·•»–—-]+\s+|\s+::\s+/);
  if (parts.length === 1) return title;
  const last = parts[parts.length - 1]!;
  const isSite = last.toLowerCase() === site || last.split(' ').length <= 4;
  const cut = isSite ? title.slice(0, title.lastIndexOf(last)).replace(/[\s|·•»–—:-]+$/, '') : title;
  return cut.length >= 10 ? cut : title;
}

/** True for a block that shows the title: word for word, or nearly so in a heading. */
export function isTitle({ text, region }: TextBlock, title: string | null): boolean {
  if (title === null || text.length > title.length * 1.5 + 40) return false;
  if (text === title) return true;
  return /^h[1-3]$/.test(region.element.tag) && (likenessOf(text, title) > 0.9 || text.includes(title));
}
