import { articleColumns } from './articles.ts';
import type { ExportedActor, ExportedEvent } from './events.ts';
import { type Column, integer, number, text, texts } from './table.ts';

/** The columns of one side; its lists go together, the first country is that of the first name. */
function side(name: 'source' | 'target', of: (event: ExportedEvent) => readonly ExportedActor[]) {
  return [
    texts<ExportedEvent>(`${name}_names`, (event) => of(event).map((actor) => actor.name)),
    texts<ExportedEvent>(`${name}_keys`, (event) => of(event).map(({ key }) => key)),
    texts<ExportedEvent>(`${name}_countries`, (event) => of(event).map(({ country }) => country)),
    texts<ExportedEvent>(`${name}_sectors`, (event) => of(event).map(({ sector }) => sector)),
    number<ExportedEvent>(`${name}_confidence`, (event) => event[`${name}Confidence`]),
  ];
}

/** What a row of an event tells, in README's words ("Export"). */
export const EVENT_COLUMNS: readonly Column<ExportedEvent>[] = [
  text('article', ({ article }) => article.id),
  text('event', ({ id }) => id),
  ...articleColumns,
  text('day', ({ day }) => day),
  text('type', ({ type }) => type),
  text('mode', ({ mode }) => mode),
  texts('contexts', ({ contexts }) => contexts),
  text('status', ({ status }) => status),
  // Empty where the event was read before it was told.
  text('cameo', ({ cameo }) => cameo || null),
  integer('quad_class', ({ quad }) => quad),
  number('goldstein', ({ intensity }) => intensity),
  ...side('source', ({ sources }) => sources),
  ...side('target', ({ targets }) => targets),
  texts('inferred', ({ inferred }) => inferred),
  number('confidence', ({ confidence }) => confidence),
  text('trigger', ({ trigger }) => trigger.text),
  integer('trigger_start', ({ trigger, sentenceStart }) => trigger.span[0] - sentenceStart),
  integer('trigger_end', ({ trigger, sentenceStart }) => trigger.span[1] - sentenceStart),
  text('sentence', ({ sentence }) => sentence),
  text('statement', ({ statement }) => statement),
  text('according_to', ({ accordingTo }) => accordingTo),
  text('according_to_kind', ({ accordingToKind }) => accordingToKind),
  text('stance', ({ stance }) => stance),
  text('when_from', ({ when }) => when?.from ?? null),
  text('when_to', ({ when }) => when?.to ?? null),
  text('when_text', ({ when }) => when?.text ?? null),
  text('due_from', ({ deadline }) => deadline?.from ?? null),
  text('due_to', ({ deadline }) => deadline?.to ?? null),
  text('due_text', ({ deadline }) => deadline?.text ?? null),
  text('place', ({ where }) => where?.name ?? null),
  text('place_country', ({ where }) => where?.country ?? null),
  number('lat', ({ where }) => where?.lat ?? null),
  number('lon', ({ where }) => where?.lon ?? null),
  texts('links', ({ links }) => links.map(({ kind, to }) => `${kind} ${to}`)),
  text('rule', ({ rule }) => rule),
];
