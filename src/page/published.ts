import { findDate, writesMonthFirst } from './dates.ts';
import type { Facts } from './facts.ts';
import type { Given } from './given.ts';
import { type JsonObject, namesIn } from './json-ld.ts';
import { type Found, firstOf, found, metas, type Place } from './metadata.ts';
import { type Element, textOf } from './tree.ts';

/** Dates and times on a page that are looked at. */
const mostShown = 50;
const longestShown = 100;

/** When an article was published, by the order of trust that `readMetadata` gives. */
export function publishedOf(
  facts: Facts,
  article: JsonObject | null,
  url: string | null,
  place: Place,
  given: Given,
): Found<string> {
  const { isMonthFirst, dateIn, property, times, shown } = datesHere(facts, place);

  const sources: (() => Found<string>)[] = [
    () => found(dateIn(namesIn(article?.['datePublished'])), 'jsonld'),
    () => found(dateIn(metas(facts, 'published')), 'meta'),
    () => found(dateIn(property('datePublished')), 'microdata'),
    () => found(dateIn(namesIn(article?.['dateCreated'])), 'jsonld'),
    () => found(dateIn(property('dateCreated')), 'microdata'),
    () => found(dateIn(times.filter(({ element }) => !tellsUpdate(element)).map(({ value }) => value)), 'time'),
    () => found(dateIn(notUpdates(shown)), 'dateline'),
    () => found(dateIn(notUpdates(place.headLines)), 'dateline'),
    () => found(place.dateline && findDate(place.dateline, isMonthFirst), 'dateline'),
    () => found(given.feed?.published && findDate(given.feed.published), 'feed'),
    () => found(dateInAddress(url), 'address'),
    () => found(dateIn([...shown, ...place.headLines]), 'dateline'),
    () => found(dateIn(times.map(({ value }) => value)), 'time'),
    () => found(given.published, 'given'),
  ];
  const first = firstOf(sources);
  return first && inLocalTime(first, sources);
}

/** Sources that give a date to machines: data, meta tags, microdata and `<time>`. */
const machineSources = 6;

/** When the page says beside the article that it was last changed. */
export function shownUpdates(facts: Facts, place: Place): (() => Found<string>)[] {
  const { dateIn, times, shown } = datesHere(facts, place);
  return [
    () => found(dateIn(times.filter(({ element }) => tellsUpdate(element)).map(({ value }) => value)), 'time'),
    () => found(dateIn([...shown, ...place.headLines].filter((text) => update.test(text))), 'dateline'),
  ];
}

/** The dates that stand where the article does, and how to read them. */
function datesHere(facts: Facts, place: Place) {
  const here = ({ element }: { element: Element }) => element.index >= place.from && element.index <= place.to;
  const isMonthFirst = writesMonthFirst(facts.language ?? metas(facts, 'language')[0] ?? null);
  return {
    isMonthFirst,
    dateIn: (texts: readonly string[]) => firstDate(texts, isMonthFirst),
    property: (name: string) => (facts.properties.get(name) ?? []).filter(here).map(({ value }) => value),
    times: facts.times.filter(here),
    shown: facts.dates
      .filter((element) => here({ element }))
      .slice(0, mostShown)
      .map((element) => textOf(element)),
  };
}

/** Where another source gives the same moment with the zone of the place, its day is the day at that place. */
function inLocalTime(first: NonNullable<Found<string>>, sources: readonly (() => Found<string>)[]): Found<string> {
  if (!/T.*Z$/.test(first[0])) return first;
  const moment = Date.parse(first[0]);
  for (const source of sources.slice(0, machineSources)) {
    const other = source();
    if (other && /[+-]\d{2}:\d{2}$/.test(other[0]) && Date.parse(other[0]) === moment) return other;
  }
  return first;
}

export function firstDate(texts: readonly string[], isMonthFirst: boolean | null = null): string | null {
  for (const text of texts) {
    const date = text.length <= longestShown ? findDate(text, isMonthFirst) : null;
    if (date) return date;
  }
  return null;
}

const update =
  /^\W*(?:last )?(?:updated|modified|edited|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|bijgewerkt|обновлено)/i;

function notUpdates(texts: readonly string[]): string[] {
  return texts.filter((text) => !update.test(text));
}

/** A `<time>` that says when the page was last changed. */
function tellsUpdate(element: Element): boolean {
  const { itemprop, class: names, pubdate } = element.attributes;
  if (pubdate !== undefined) return false;
  if (itemprop) return /modified/i.test(itemprop) && !/published/i.test(itemprop);
  if (names && /\b(?:updated|modified)\b/i.test(names) && !/published/i.test(names)) return true;
  return update.test(textOf(element));
}

function dateInAddress(url: string | null): string | null {
  const match =
    url?.match(/\/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?=[/_-]|$)/) ??
    url?.match(/\/((?:19|20)\d{2})\/[a-z_-]{3,20}\/(\d{1,2})\/(\d{1,2})(?=\/)/i) ??
    url?.match(/\/((?:19|20)\d{2})\/([a-z]{3})\/(\d{1,2})(?=\/|$)/i);
  if (!match) return null;
  return findDate(
    /^\d/.test(match[2]!) ? `${match[1]}-${match[2]}-${match[3]}` : `${match[3]} ${match[2]} ${match[1]}`,
  );
}
