import { existsSync, readFileSync } from 'node:fs';
import { readConllu, wordsOf } from '../src/language/conllu.ts';
import type { Sentence } from '../src/language/document.ts';
import { loadLemmatizer } from '../src/language/lemma.ts';
import { loadParser } from '../src/language/parser.ts';
import { tokensOf } from '../src/language/token.ts';
import { createWords } from '../src/language/words.ts';

const FOLDER = '../shared/data/treebanks';

/** A phrase of GUM's last column: what it is, and which others mean the same. */
export interface GoldMention {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly kind: string;
  readonly cluster: string;
  /** Its head is tagged as a name. */
  readonly isName: boolean;
}

/** A document of GUM with its given words and our tags and trees. */
export interface GumDocument {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly gold: readonly GoldMention[];
}

/** Documents of GUM (`dev` or `train`), parsed by us on the given words; null where the data is absent. */
export function gumDocuments(part: string): GumDocument[] | null {
  const file = `${FOLDER}/gum-${part}.conllu`;
  if (!existsSync(file)) return null;
  const parser = loadParser();
  const words = createWords(loadLemmatizer());
  const documents: { id: string; text: string; sentences: Sentence[]; gold: GoldMention[] }[] = [];
  let open: { sentence: number; start: number; kind: string; id: string }[] = [];
  for (const given of readConllu(readFileSync(file, 'utf8'))) {
    const begins = given.comments.map((line) => /^# newdoc id = (.*)/.exec(line)?.[1]).find(Boolean);
    if (begins) documents.push({ id: begins, text: '', sentences: [], gold: [] });
    if (begins) open = [];
    const document = documents.at(-1)!;
    const { forms, misc, heads, xpos } = wordsOf(given);
    const spans = forms.map((form, index): [number, number] => {
      const start = document.text.length;
      document.text += form + (misc[index].includes('SpaceAfter=No') && index < forms.length - 1 ? '' : ' ');
      return [start, start + form.length];
    });
    const parse = parser.parse(forms);
    const index = document.sentences.length;
    document.sentences.push({
      index,
      span: [spans[0][0], spans.at(-1)![1]],
      block: 0,
      tokens: tokensOf(forms, spans, parse, words),
    });
    for (const [at, column] of misc.entries()) {
      const marks = /(?:^|\|)Entity=([^|]*)/.exec(column)?.[1] ?? '';
      for (const [mark] of marks.matchAll(/\([^()]*\)?|[^()]+\)/g)) {
        const [id, kind] = mark.replace(/[()]/g, '').split('-');
        if (mark.startsWith('(')) open.push({ sentence: index, start: at, kind, id });
        if (!mark.endsWith(')')) continue;
        const position = open.findLastIndex((other) => other.id === id);
        if (position < 0) continue;
        const [begin] = open.splice(position, 1);
        if (begin.sentence !== index) continue;
        const inside = (other: number) => other >= begin.start && other <= at;
        let head = begin.start;
        for (let word = begin.start; word <= at; word++) if (!inside(heads[word])) head = word;
        document.gold.push({
          ...{ sentence: index, start: begin.start, end: at + 1, head, kind: begin.kind, cluster: id },
          isName: xpos[head].startsWith('NNP'),
        });
      }
    }
  }
  return documents;
}
