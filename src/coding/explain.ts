import type { Codebook } from '../codebook/codebook.ts';
import type { Document } from '../language/document.ts';
import type { LanguageInput } from '../language/index.ts';
import { type Actors, actorsOf } from './actors/index.ts';
import type { Attempt } from './events/candidates.ts';
import { eventsOf } from './events/index.ts';
import type { CodedEvent, Statement } from './reading.ts';
import { statementsOf } from './statements/index.ts';

/** How a text was coded: everything that an editor of the codebook needs to see. */
export interface Explanation {
  readonly document: Document;
  readonly actors: Actors;
  readonly statements: readonly Statement[];
  /** The rules for words of the text, in the order they were tried. */
  readonly attempts: readonly Attempt[];
  readonly events: readonly CodedEvent[];
}

export function explain(text: string, codebook: Codebook, language: (input: LanguageInput) => Document): Explanation {
  const document = language({ text, published: null, blocks: [{ kind: 'paragraph', span: [0, text.length] }] });
  const actors = actorsOf(document, codebook);
  const statements = statementsOf(document, actors, codebook);
  const attempts: Attempt[] = [];
  const events = eventsOf(document, actors, statements, codebook, (attempt) => attempts.push(attempt));
  return {
    document,
    actors,
    statements,
    attempts,
    events,
  };
}
