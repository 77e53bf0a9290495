import { Link } from '@tanstack/react-router';
import type { ActorReference, ArticleSummary } from '../../src/server/schema.ts';
import { useLibrary } from '../data.ts';
import { dayInWords, timeOfDay } from '../dates.ts';

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
  article: Pick<ArticleSummary, 'id' | 'title' | 'publisher' | 'published'>;
  entry: string;
}) {
  return (
    <p className="article-line">
      <Link to="/articles/$id" params={{ id: article.id }} hash={entry}>
        {article.title ?? 'Untitled article'}
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
