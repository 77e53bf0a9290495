/**
 * `node training/common-words.ts FILE.conllu … > src/language/model/common-words.txt`: the words that the treebanks
 * use, and not as names. A capital at the head of a sentence or in a title makes none of them a name.
 */
import { readFileSync } from 'node:fs';
import { readConllu, wordsOf } from '../src/language/conllu.ts';

const OFTEN = 1;
const MOSTLY = 0.85;

const common = new Map<string, number>();
const names = new Map<string, number>();
const count = (words: Map<string, number>, word: string) => words.set(word, (words.get(word) ?? 0) + 1);

for (const file of process.argv.slice(2))
  for (const sentence of readConllu(readFileSync(file, 'utf8'))) {
    const { forms, upos } = wordsOf(sentence);
    for (const [index, form] of forms.entries())
      if (/^\p{L}{2,}$/u.test(form)) count(upos[index] === 'PROPN' ? names : common, form.toLowerCase());
  }
const kept = [...common].filter(
  ([word, often]) => often >= OFTEN && often / (often + (names.get(word) ?? 0)) >= MOSTLY,
);
console.log(
  kept
    .map(([word]) => word)
    .sort()
    .join('\n'),
);
