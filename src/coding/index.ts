import type { Codebook } from '../codebook/codebook.ts';
import type { Document } from '../language/document.ts';
import type { Article } from '../page/article.ts';
import { actorsOf } from './actors/index.ts';
import { eventsOf } from './events/index.ts';
import { questionsOf } from './questions.ts';
import type { Reading } from './reading.ts';
import { statementsOf } from './statements/index.ts';

/** The record of an article: its actors, statements, events and open questions. Pure; the codebook is all it knows of the world. */
export function code(article: Article, document: Document, codebook: Codebook): Reading {
  const actors = actorsOf(document, codebook);
  const statements = statementsOf(document, actors, codebook);
  const events = eventsOf(document, actors, statements, codebook);
  return {
    ...article,
    sentences: document.sentences.map((sentence) => sentence.span),
    actors: actors.actors,
    statements,
    events,
    questions: questionsOf(document, codebook),
  };
}
