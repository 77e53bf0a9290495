/**
 * `npm run train:tables`: makes the small files of src/language/model that are learnt from the treebanks in a minute,
 * without a network: english.lemmas.json, english.breaks.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadCodebook } from '../src/codebook/load.ts';
import { type ConlluSentence, readConllu, wordsOf } from '../src/language/conllu.ts';
import { breakExamples, trainBreaks } from './breaks.ts';
import { trainLemmas } from './lemmas.ts';

const treebanks = new URL('../../shared/data/treebanks/', import.meta.url);
const model = new URL('../src/language/model/', import.meta.url);

const sentences = ['ewt-train', 'gum-train'].flatMap((name): ConlluSentence[] => [
  ...readConllu(readFileSync(new URL(`${name}.conllu`, treebanks), 'utf8')),
]);

/** The codebook's words: what is coded must be recognised in all its forms. */
async function codebookWords() {
  const { predicates, reporting } = await loadCodebook();
  const phrases = {
    verbs: [
      ...predicates.flatMap(({ verb }) => verb ?? []),
      ...reporting.flatMap(({ pos, words }) => (pos === 'verb' ? words : [])),
    ],
    nouns: predicates.flatMap(({ noun }) => noun ?? []),
  };
  return {
    verbs: phrases.verbs.map((phrase) => phrase.split(' ')[0]).filter((word) => /^[a-z]{2,}$/.test(word)),
    nouns: phrases.nouns.filter((phrase) => /^[a-z]{3,}$/.test(phrase)),
  };
}

const write = (name: string, table: object) => writeFileSync(new URL(name, model), `${JSON.stringify(table)}\n`);
write('english.lemmas.json', trainLemmas(sentences.map(wordsOf), await codebookWords()));
write('english.breaks.json', trainBreaks(breakExamples(sentences), 1));
