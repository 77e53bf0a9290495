import type { Article, ArticleActor, ArticleEvent, ArticleStatement } from '../../src/server/schema.ts';
import { CountryName, counted } from '../parts/words.tsx';
import { ActorEntry, EventEntry, QuestionEntry, StatementEntry } from './entries.tsx';
import { questionId } from './marks.ts';

/** Any entry of an article's record. */
export type Entry =
  | { readonly kind: 'event'; readonly id: string; readonly event: ArticleEvent }
  | { readonly kind: 'statement'; readonly id: string; readonly statement: ArticleStatement }
  | { readonly kind: 'question'; readonly id: string; readonly words: string }
  | { readonly kind: 'actor'; readonly id: string; readonly actor: ArticleActor };

/** The record of an article: statements and events sentence by sentence, then questions and actors. */
export function Record({ article, lit }: { article: Article; lit: ReadonlySet<string> }) {
  const entries = entriesOf(article);
  const groups = bySentence(entries);
  const questions = entries.filter(({ kind }) => kind === 'question');
  const actors = entries.filter(({ kind }) => kind === 'actor');
  const list = (some: readonly Entry[]) => (
    <ul>
      {some.map((entry) => (
        <li key={entry.id} id={entry.id} data-at={entry.id} className={lit.has(entry.id) ? 'entry lit' : 'entry'}>
          <EntryBody entry={entry} article={article} />
        </li>
      ))}
    </ul>
  );
  return (
    <aside className="record" aria-label="Record">
      <p className="count">
        {counted(article.statements.length, 'statement')}, {counted(article.events.length, 'event')}
      </p>
      {groups.length === 0 && <p className="quiet">Nothing in this article was coded as an event or a statement.</p>}
      {groups.map(([sentence, some]) => (
        <section key={sentence}>
          <h2 className="group">{article.text.slice(...(article.sentences[sentence] ?? [0, 0]))}</h2>
          {list(some)}
        </section>
      ))}
      {questions.length > 0 && (
        <section>
          <h2 className="group named">Open questions</h2>
          {list(questions)}
        </section>
      )}
      {actors.length > 0 && (
        <section>
          <h2 className="group named">Actors</h2>
          {list(actors)}
        </section>
      )}
    </aside>
  );
}

/** The entries that are pinned, for screens where the record is not beside the text. */
export function PinnedEntries({
  article,
  pinned,
  unpin,
}: {
  article: Article;
  pinned: readonly string[];
  unpin: () => void;
}) {
  const entries = entriesOf(article).filter(({ id }) => pinned.includes(id));
  if (entries.length === 0) return null;
  return (
    <aside className="sheet" aria-label="Pinned entry" aria-live="polite">
      <button type="button" onClick={unpin} aria-label="Close">
        ×
      </button>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className="entry">
            <EntryBody entry={entry} article={article} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

function EntryBody({ entry, article }: { entry: Entry; article: Article }) {
  switch (entry.kind) {
    case 'event':
      return <EventEntry event={entry.event} article={article} />;
    case 'statement':
      return <StatementEntry statement={entry.statement} article={article} />;
    case 'question':
      return <QuestionEntry id={entry.id} words={entry.words} />;
    case 'actor':
      return <ActorEntry actor={entry.actor} country={(code) => <CountryName code={code} />} />;
  }
}

function entriesOf(article: Article): Entry[] {
  const where = (entry: Entry) =>
    entry.kind === 'event' ? entry.event.trigger.span[0] : entry.kind === 'statement' ? start(entry.statement) : 0;
  const coded: Entry[] = [
    ...article.statements.map((statement): Entry => ({ kind: 'statement', id: statement.id, statement })),
    ...article.events.map((event): Entry => ({ kind: 'event', id: event.id, event })),
  ];
  return [
    ...coded.sort((one, other) => where(one) - where(other)),
    ...article.questions.map(
      (span, index): Entry => ({ kind: 'question', id: questionId(index), words: article.text.slice(...span) }),
    ),
    ...article.actors.map((actor): Entry => ({ kind: 'actor', id: actor.id, actor })),
  ];
}

function start({ cue, source, content }: ArticleStatement): number {
  return (cue?.span ?? source?.span ?? content[0] ?? [0])[0];
}

function bySentence(entries: readonly Entry[]): [sentence: number, entries: Entry[]][] {
  const groups = new Map<number, Entry[]>();
  for (const entry of entries) {
    const sentence =
      entry.kind === 'event' ? entry.event.sentence : entry.kind === 'statement' ? entry.statement.sentence : null;
    if (sentence !== null) groups.set(sentence, [...(groups.get(sentence) ?? []), entry]);
  }
  return [...groups].sort(([one], [other]) => one - other);
}
