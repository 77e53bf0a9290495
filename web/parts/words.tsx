import { Link } from '@tanstack/react-router';
import type { ActorReference, ArticleSummary } from '../../src/server/schema.ts';
import { useLibrary } from '../data.ts';
import { dayInWords, timeOfDay } from '../dates.ts';

/** As many letters of an opening sentence as stand in for a title. */
const OPENING = 90;

/** An actor's name, which leads to their page. */
export function ActorLink({ actor }: { actor: ActorReference }) {
  return (
    <Link to="/actors/$key" params={{ key: actor.key }} className="actor">
      {actor.name}
    </Link>
  );
}

/** Actors in a row: "A, B and C". */
export function ActorLinks({ actors }: { actors: readonly ActorReference[] }) {
  return actors.map((actor, index) => (
    <span key={actor.key}>
      {index > 0 && (index === actors.length - 1 ? ' and ' : ', ')}
      <ActorLink actor={actor} />
    </span>
  ));
}

/** A country by name, as far as the codebook knows its code. */
export function CountryName({ code }: { code: string }) {
  return useLibrary()?.countries[code] ?? code;
}

/** What to call an article: its title, or the words that it opens with. */
export function nameOf({ title, opening }: { title: string | null; opening: string | null }): string {
  if (title) return title;
  if (!opening) return 'Untitled article';
  return opening.length > OPENING ? `${opening.slice(0, OPENING).replace(/\s+\S*$/, '')} …` : opening;
}

/** When an article was published, as its outlet gave it. */
export function Published({ published }: { published: string }) {
  const time = timeOfDay(published);
  return (
    <time dateTime={published}>
      {dayInWords(published)}
      {time && `, ${time}`}
    </time>
  );
}

/** An article in a line: headline, outlet, day. With `entry`, the link leads to that entry of its record. */
export function ArticleLine({
  article,
  entry,
}: {
  article: Pick<ArticleSummary, 'id' | 'title' | 'opening' | 'publisher' | 'published'>;
  entry: string;
}) {
  return (
    <p className="article-line">
      <Link to="/articles/$id" params={{ id: article.id }} hash={entry}>
        {nameOf(article)}
      </Link>
      {article.publisher && <span>{article.publisher}</span>}
      {article.published && <Published published={article.published} />}
    </p>
  );
}

/** `1 event`, `2 events`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
