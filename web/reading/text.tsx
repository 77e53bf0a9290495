import { memo } from 'react';
import type { Article } from '../../src/server/schema.ts';
import { entriesAt, type Mark, type Segment, type Span, segmentsOf } from './marks.ts';

type Block = Article['blocks'][number];

/** An article's text, block by block, its words marked with the entries that rest on them. */
export function ArticleText({
  article,
  marks,
  lit,
}: {
  article: Article;
  marks: readonly Mark[];
  lit: ReadonlySet<string>;
}) {
  const whole: Block = { kind: 'paragraph', span: [0, article.text.length] };
  const blocks = article.blocks.length > 0 ? article.blocks : [whole];
  const headline = blocks.find(({ kind }) => kind === 'headline');
  return (
    <article className="text" lang={article.language}>
      {!headline && <h1 className={article.title ? undefined : 'unseen'}>{article.title ?? 'Untitled article'}</h1>}
      {blocks.map((block) => (
        <BlockText
          key={block.span[0]}
          kind={block.kind}
          level={block === headline ? 'h1' : block.heading && 'h2'}
          span={block.span}
          text={article.text}
          marks={marks}
          lit={litIn(block.span, marks, lit)}
        />
      ))}
    </article>
  );
}

/** The lit entries that have words in a block, as one word: a block is drawn anew only when these change. */
function litIn([start, end]: Span, marks: readonly Mark[], lit: ReadonlySet<string>): string {
  const found = marks.filter(({ entry, span }) => lit.has(entry) && span[0] < end && span[1] > start);
  return [...new Set(found.map(({ entry }) => entry))].join(' ');
}

const TAGS = {
  headline: 'h2',
  dek: 'p',
  paragraph: 'p',
  quote: 'blockquote',
  listItem: 'p',
  caption: 'p',
  credit: 'p',
} as const;

const BlockText = memo(function BlockText({
  kind,
  level,
  span,
  text,
  marks,
  lit,
}: {
  kind: Block['kind'];
  level: 'h1' | 'h2' | undefined;
  span: Span;
  text: string;
  marks: readonly Mark[];
  lit: string;
}) {
  const Tag = level ?? TAGS[kind];
  const shown = new Set(lit.split(' '));
  return (
    <Tag className={kind}>
      {segmentsOf(span, marks).map((segment) => (
        <Words key={segment.span[0]} segment={segment} text={text.slice(...segment.span)} lit={shown} />
      ))}
    </Tag>
  );
});

function Words({ segment, text, lit }: { segment: Segment; text: string; lit: ReadonlySet<string> }) {
  const { marks, span } = segment;
  if (marks.length === 0) return text;
  const at = entriesAt(marks).join(',');
  const anchor = marks.find(({ role }) => role === 'trigger') ?? marks.find(({ role }) => role === 'cue');
  const litRoles = marks.filter(({ entry }) => lit.has(entry)).map(({ role }) => `lit ${role}`);
  const resting = anchor && `anchor at-${anchor.role} quad-${anchor.quad}`;
  const className = [resting, ...litRoles].filter(Boolean).join(' ') || undefined;
  if (!anchor) {
    return (
      <span data-at={at} className={className}>
        {text}
      </span>
    );
  }
  return (
    <a
      href={`#${at}`}
      data-at={at}
      className={className}
      // Words that other marks cut in pieces are one stop for the keyboard.
      tabIndex={span[0] === anchor.span[0] ? undefined : -1}
    >
      {text}
    </a>
  );
}
