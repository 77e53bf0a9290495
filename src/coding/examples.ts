import type { Codebook } from '../codebook/codebook.ts';
import type { Frame } from '../codebook/schema.ts';
import type { Document } from '../language/document.ts';
import type { LanguageInput } from '../language/index.ts';
import type { Span } from '../page/article.ts';
import { actorsOf } from './actors/index.ts';
import { eventsOf } from './events/index.ts';
import type { EventType } from './reading.ts';
import { statementsOf } from './statements/index.ts';

/** An example of a codebook entry: its sentence without marks, and where `[source]` and `{target}` stand in it. */
export interface Example {
  /** The words of the entry that it is an example of. */
  readonly entry: string;
  readonly type: EventType;
  readonly text: string;
  readonly source: Span | null;
  readonly target: Span | null;
}

export interface ExampleFailure {
  readonly example: Example;
  readonly reason: string;
}

function exampleOf(entry: string, type: EventType, marked: string): Example {
  let text = '';
  const open = new Map<string, number>();
  const found = new Map<string, Span>();
  for (const letter of marked) {
    if (letter === '[' || letter === '{') open.set(letter === '[' ? ']' : '}', text.length);
    else if (open.has(letter)) found.set(letter, [open.get(letter)!, text.length]);
    else text += letter;
  }
  return { entry, type, text, source: found.get(']') ?? null, target: found.get('}') ?? null };
}

/** The example sentences of a codebook's predicates. */
export function examplesOf(codebook: Codebook): Example[] {
  return codebook.predicates.flatMap((entry) => {
    const words = [...(entry.verb ?? []), ...(entry.noun ?? []), ...(entry.adjective ?? [])];
    const frames: readonly Pick<Frame, 'type' | 'example'>[] =
      entry.frames ?? (entry.type === undefined ? [] : [{ type: entry.type, example: entry.example }]);
    return frames.flatMap((frame) =>
      frame.type && frame.example ? [exampleOf(words[0], frame.type, frame.example)] : [],
    );
  });
}

/** What an example's sentence is not coded as its entry says; null where it is. */
export function checkExample(
  example: Example,
  codebook: Codebook,
  language: (input: LanguageInput) => Document,
): ExampleFailure | null {
  const { text, type } = example;
  const document = language({ text, published: null, blocks: [{ kind: 'paragraph', span: [0, text.length] }] });
  const actors = actorsOf(document, codebook);
  const events = eventsOf(document, actors, statementsOf(document, actors, codebook), codebook);
  const alike = events.filter((event) => event.type === type);
  if (alike.length === 0)
    return { example, reason: `no ${type}, but ${events.map((event) => event.type).join(', ') || 'nothing'}` };
  const stands = (ids: readonly string[], span: Span | null): boolean =>
    span === null ||
    actors.actors.some(
      (actor) => ids.includes(actor.id) && actor.mentions.some(([start, end]) => start < span[1] && end > span[0]),
    );
  if (alike.some((event) => stands(event.sources, example.source) && stands(event.targets, example.target)))
    return null;
  const side = alike.some((event) => stands(event.sources, example.source)) ? 'target' : 'source';
  return { example, reason: `${type}, but another ${side}` };
}
