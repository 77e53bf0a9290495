import { loadCodebook } from '../src/codebook/load.ts';
import type { CodedEvent, Reading } from '../src/coding/reading.ts';
import type { Span } from '../src/page/article.ts';
import { meet } from '../training/alike.ts';
import {
  type AnnotatedActor,
  type AnnotatedEvent,
  goldArticles,
  hasAnnotations,
  inventedReports,
  ownArticles,
} from '../training/annotated.ts';
import { coder } from './coded.ts';
import { causeOfMiss, pairsOf } from './coding-causes.ts';

/**
 * `npm run bench -- errors [misses|extras|sides|status] [TYPE …] [NAME- …]`: what the coder does otherwise than the annotators, sentence by
 * sentence, in the articles that may be looked at; an argument such as `west-` or `guardian-` picks them by the begin of their names.
 */

const WHAT = ['misses', 'extras', 'sides', 'status'];

export async function run(args: string[]): Promise<void> {
  if (!hasAnnotations()) return console.log('../shared is not here: nothing to measure against');
  const wanted = args.filter((arg) => WHAT.includes(arg));
  const names = args.filter((arg) => arg.endsWith('-'));
  const types = args.filter((arg) => !WHAT.includes(arg) && !names.includes(arg));
  const shows = (what: string, type: string): boolean =>
    (wanted.length === 0 || wanted.includes(what)) && (types.length === 0 || types.includes(type));
  const read = coder(await loadCodebook());
  for (const annotated of [...goldArticles(), ...ownArticles(), ...inventedReports()]) {
    const { id, text, held } = annotated;
    if (held || (names.length > 0 && !names.some((name) => id.startsWith(name)))) continue;
    const { reading, attempts } = read(annotated);
    const faults: { at: Span; text: string }[] = [];
    const pairs = pairsOf(annotated, reading);
    for (const [g, event] of annotated.events.entries()) {
      const found = pairs.get(g);
      if (found !== undefined) faults.push(...faultsOf(event, reading.events[found], reading, shows));
      else if (shows('misses', event.type)) {
        const cause = causeOfMiss(event.trigger, reading, attempts);
        faults.push({ at: event.sentence, text: `missed ${told(event, text.slice(...event.trigger))} (${cause})` });
      }
    }
    const used = new Set(pairs.values());
    for (const [e, event] of reading.events.entries())
      if (!used.has(e) && shows('extras', event.type))
        faults.push({ at: reading.sentences[event.sentence], text: `extra  ${coded(event, reading)}` });
    faults.sort((a, b) => a.at[0] - b.at[0]);
    let last = -1;
    for (const { at, text: fault } of faults) {
      if (at[0] !== last) console.log(`\n${id}  ${text.slice(...at).replace(/\s+/g, ' ')}`);
      last = at[0];
      console.log(`    ${fault}`);
    }
  }
}

const sideOf = (actors: readonly { name: string; country: string | null }[]): string =>
  actors.map(({ name, country }) => `${name} (${country ?? '-'})`).join(' + ') || 'nobody';

const told = ({ type, status, source, target }: AnnotatedEvent, trigger: string): string =>
  `${type} ${status} “${trigger}” ${sideOf(source)} > ${sideOf(target)}`;

function coded({ type, status, trigger, sources, targets, rule, confidence }: CodedEvent, reading: Reading): string {
  const named = (ids: readonly string[]) => sideOf(reading.actors.filter(({ id }) => ids.includes(id)));
  return `${type} ${status} “${trigger.text}” ${named(sources)} > ${named(targets)} [${rule}, ${confidence}]`;
}

function faultsOf(
  event: AnnotatedEvent,
  found: CodedEvent,
  reading: Reading,
  shows: (what: string, type: string) => boolean,
): { at: Span; text: string }[] {
  const isRight = (gold: readonly AnnotatedActor[], ids: readonly string[]): boolean =>
    meet(
      gold,
      reading.actors.filter(({ id }) => ids.includes(id)),
    );
  const faults: string[] = [];
  if (shows('sides', event.type) && !(isRight(event.source, found.sources) && isRight(event.target, found.targets)))
    faults.push(`sides  ${coded(found, reading)}; annotated: ${sideOf(event.source)} > ${sideOf(event.target)}`);
  if (shows('status', event.type) && event.status !== found.status)
    faults.push(`status ${coded(found, reading)}; annotated: ${event.status}`);
  return faults.map((text) => ({ at: event.sentence, text }));
}
