import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import type { Article } from '../../src/server/schema.ts';
import { useData } from '../data.ts';
import { Answer } from '../parts/answer.tsx';
import { nameOf, Published } from '../parts/words.tsx';
import { useAttention } from '../reading/attention.ts';
import { marksOf } from '../reading/marks.ts';
import { PinnedEntries, Record } from '../reading/record.tsx';
import { ArticleText } from '../reading/text.tsx';

const route = getRouteApi('/articles/$id');

/** An article with its record beside it. */
export function ArticlePage() {
  const { id } = route.useParams();
  const article = useData<Article>(`/articles/${encodeURIComponent(id)}`);
  return <Answer of={article}>{(data) => <Reading key={data.id} article={data} />}</Answer>;
}

function Reading({ article }: { article: Article }) {
  const page = useRef<HTMLDivElement>(null);
  const { lit, pinned, unpin } = useAttention(page);
  const opening = article.sentences.length > 0 ? article.text.slice(...article.sentences[0]) : null;
  const marks = useMemo(() => marksOf(article), [article]);
  return (
    <div className="reading" ref={page}>
      <title>{`${nameOf({ ...article, opening })} · Dragoman`}</title>
      <div className="sheet-of-text">
        <Imprint article={article} />
        <ArticleText article={article} marks={marks} lit={lit} />
      </div>
      <Record article={article} lit={lit} />
      <PinnedEntries article={article} pinned={pinned} unpin={unpin} />
    </div>
  );
}

/** Who published it, when, and where it can be read as it was printed. */
function Imprint({ article }: { article: Article }) {
  const { publisher, published, authors, url } = article;
  return (
    <p className="imprint meta">
      {publisher && <span>{publisher}</span>}
      {published && <Published published={published} />}
      {authors.length > 0 && <span>{authors.join(', ')}</span>}
      {url && isWebAddress(url) && (
        <a href={url} rel="noreferrer external">
          original
        </a>
      )}
    </p>
  );
}

/** A page may claim any address for itself, `javascript:` among them. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
