import type { Codebook } from '../../codebook/codebook.ts';
import type { Document } from '../../language/document.ts';
import type { Actors } from '../actors/index.ts';
import type { Actor, CodedEvent } from '../reading.ts';
import { eventLexicon } from './lexicon.ts';

const mostFrequent = (countries: readonly string[]): string | null => {
  const counts = new Map<string, number>();
  for (const country of countries) counts.set(country, (counts.get(country) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
};

/** Local groups that are never called by a name and never said to be from elsewhere: "the rebels", "residents". */
function localGroups(document: Document, actors: Actors, codebook: Codebook): ReadonlySet<string> {
  const { classes } = eventLexicon(codebook);
  const locals = classes.get('LOCAL_GROUP')!;
  const foreign = classes.get('FROM_ELSEWHERE')!;
  const found = new Set<string>();
  const others = new Set<string>();
  for (const [index, mention] of document.mentions.entries()) {
    const { tokens } = document.sentences[mention.sentence];
    const words = tokens.slice(...mention.tokens).map((token) => token.lowerLemma);
    const isLocal =
      mention.kind === 'people' || mention.kind === 'organisation'
        ? locals.has(tokens[mention.head].lowerLemma) && !words.some((word) => foreign.has(word))
        : false;
    for (const actor of actors.ofMention(index)) (isLocal || mention.form === 'pronoun' ? found : others).add(actor);
  }
  return new Set([...found].filter((actor) => !others.has(actor)));
}

/**
 * Countries of unnamed local groups from where the report has them act: the place of their own events, else the country that
 * most of the report's events happen in. All others keep what text and codebook tell of them.
 */
export function withHomes(
  document: Document,
  actors: Actors,
  events: readonly CodedEvent[],
  codebook: Codebook,
): Actor[] {
  const local = localGroups(document, actors, codebook);
  const scene = mostFrequent(events.flatMap((event) => event.where?.country ?? []));
  return actors.actors.map((actor) => {
    if (actor.country !== null || !local.has(actor.id)) return actor;
    const own = events.filter((event) => event.sources.includes(actor.id) || event.targets.includes(actor.id));
    return { ...actor, country: mostFrequent(own.flatMap((event) => event.where?.country ?? [])) ?? scene };
  });
}
