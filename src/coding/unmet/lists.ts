import type { Codebook } from '../../codebook/codebook.ts';
import type { Finding } from './index.ts';
import { told } from './phrases.ts';
import { partsOf, type Unmet, type WordCheck } from './words.ts';

/** Words of light verbs, reporting words, status cues and deadlines that no token has. */
export function unmetLists(codebook: Codebook, check: WordCheck): Finding[] {
  const listed = (entry: unknown, field: string, words: readonly string[], problemOf: (word: string) => Unmet | null) =>
    words.flatMap((word, index): Finding[] => {
      const problem = problemOf(word);
      return problem ? [{ entry, path: [field, index], message: told(word, problem) }] : [];
    });
  return [
    ...codebook.lightVerbs.flatMap((entry) =>
      listed(entry, 'verb', entry.verb, (phrase) =>
        eachWord(phrase, (word, at) => check(word, at === 0 ? 'verb' : undefined)),
      ),
    ),
    ...codebook.reporting.flatMap((entry) =>
      listed(entry, 'words', entry.words, (phrase) => ofReporting(entry.pos, phrase, check)),
    ),
    ...codebook.statusCues.flatMap((entry) => listed(entry, 'words', entry.words, (word) => oneWord(word, check))),
    ...codebook.deadlines.flatMap((entry) =>
      listed(entry, 'words', entry.words, (phrase) => (entry.as === 'noun' ? oneWord(phrase, check) : ofForms(phrase))),
    ),
  ];
}

function eachWord(phrase: string, problemOf: (word: string, at: number) => Unmet | null): Unmet | null {
  for (const [at, word] of phrase.split(' ').entries()) {
    const problem = problemOf(word, at);
    if (problem) return { ...problem, instead: problem.instead && phrase.replace(word, problem.instead) };
  }
  return null;
}

/** The rest of a word that is written together with the one before it: "they'll". */
const CLITIC = /^['’]/;

const oneWord = (phrase: string, check: WordCheck): Unmet | null =>
  CLITIC.test(phrase) || phrase === "n't"
    ? null
    : phrase.includes(' ')
      ? { reason: 'it is looked up as one word', instead: null }
      : check(phrase);

/** What is compared with a text's own words, not with their lemmas. */
const ofForms = (phrase: string): Unmet | null =>
  phrase !== phrase.toLowerCase()
    ? { reason: "a text's words are compared in lower case", instead: phrase.toLowerCase() }
    : partsOf(phrase).join(' ') === phrase
      ? null
      : { reason: "a text's words are parted otherwise", instead: partsOf(phrase).join(' ') };

function ofReporting(pos: Codebook['reporting'][number]['pos'], phrase: string, check: WordCheck): Unmet | null {
  if (pos === 'preposition') return ofForms(phrase);
  if (pos !== 'verb') return oneWord(phrase, check);
  const [verb, ...particles] = phrase.split(' ');
  if (particles.length > 1) return { reason: 'a verb has one particle', instead: phrase.split(' ', 2).join(' ') };
  return check(verb, 'verb');
}
