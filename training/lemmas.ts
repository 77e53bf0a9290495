import type { ConlluWords } from '../src/language/conllu.ts';
import { type LemmaClass, type LemmaTable, LONGEST_ENDING, lemmaClass, lemmaKey } from '../src/language/lemma.ts';
import { irregularVerbs, nounForms, verbForms } from './inflections.ts';

/** An ending is worth a line of the table where it puts more forms right than wrong by at least this many. */
const ENDING_GAIN = 2;

/** Words that the table should know besides those of the treebanks. */
export interface MoreWords {
  readonly verbs: readonly string[];
  readonly nouns: readonly string[];
}

/** For each class of tags and each form, how often each change was right. */
type Evidence = Map<string, Map<string, Map<string, number>>>;

/** What the rules of spelling say weighs as much as this many words of a treebank, whose annotators slip at times. */
const BY_RULE = 2.5;

/**
 * Learns how forms become lemmas: for each tag, which change an ending asks for, the longer ending before the shorter,
 * and the forms that follow none. The table holds only what its shorter endings do not say already. Verbs and nouns
 * give all their forms, not only those that the treebanks happen to have.
 */
export function trainLemmas(
  sentences: readonly Pick<ConlluWords, 'forms' | 'lemmas' | 'upos' | 'xpos'>[],
  more: MoreWords,
): LemmaTable {
  const evidence: Evidence = new Map();
  const verbs = new Set([...irregularVerbs(), ...more.verbs]);
  const nouns = new Set(more.nouns);
  for (const { forms, lemmas, upos, xpos } of sentences)
    forms.forEach((form, index) => {
      const lemma = lemmas[index].toLowerCase();
      add(evidence, form, lemma, upos[index], xpos[index], 1);
      if (!/^[a-z]{3,}$/.test(lemma)) return;
      if (upos[index] === 'VERB') verbs.add(lemma);
      if (upos[index] === 'NOUN' && xpos[index] === 'NN') nouns.add(lemma);
    });
  for (const verb of verbs)
    for (const { form, upos, xpos } of verbForms(verb)) add(evidence, form, verb, upos, xpos, BY_RULE);
  for (const noun of nouns)
    for (const { form, upos, xpos } of nounForms(noun)) add(evidence, form, noun, upos, xpos, BY_RULE);
  const table: LemmaTable = {};
  for (const [tag, words] of [...evidence].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const learnt = learnTag(words);
    if (Object.keys(learnt.forms).length + Object.keys(learnt.endings).length > 0) table[tag] = learnt;
  }
  return table;
}

function add(evidence: Evidence, form: string, lemma: string, upos: string, xpos: string, weight: number): void {
  const tags = lemmaClass(upos, xpos);
  const words = evidence.get(tags) ?? evidence.set(tags, new Map()).get(tags)!;
  const word = lemmaKey(form);
  const changes = words.get(word) ?? words.set(word, new Map()).get(word)!;
  const change = changeOf(word, lemma);
  changes.set(change, (changes.get(change) ?? 0) + weight);
}

/** How many letters go from the end and what comes instead: "cities" to "city" is `3y`. */
function changeOf(form: string, lemma: string): string {
  let shared = 0;
  while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared += 1;
  return `${Math.min(35, form.length - shared).toString(36)}${lemma.slice(shared)}`;
}

function learnTag(words: ReadonlyMap<string, ReadonlyMap<string, number>>): LemmaClass {
  const wanted = new Map<string, string>();
  for (const [word, changes] of words) wanted.set(word, mostFrequent(changes));
  const forms: Record<string, string> = {};
  const endings: Record<string, string> = {};
  const said = new Map<string, string>();
  for (const word of wanted.keys()) said.set(word, '0');
  for (let length = 0; length <= LONGEST_ENDING; length += 1) {
    const groups = new Map<string, string[]>();
    for (const word of wanted.keys())
      if (word.length > length) {
        const ending = word.slice(word.length - length);
        (groups.get(ending) ?? groups.set(ending, []).get(ending)!).push(word);
      }
    for (const [ending, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const votes = new Map<string, number>();
      // A form counts once: frequent ones get entries of their own.
      for (const word of group) votes.set(wanted.get(word)!, (votes.get(wanted.get(word)!) ?? 0) + 1);
      const change = mostFrequent(votes);
      const before = group.filter((word) => said.get(word) === wanted.get(word)).length;
      if (votes.get(change)! - before < ENDING_GAIN) continue;
      endings[ending] = change;
      for (const word of group) said.set(word, change);
    }
  }
  for (const [word, change] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (said.get(word) !== change) forms[word] = change;
  return { forms, endings };
}

/** The most frequent key; of equals the first in the alphabet. */
function mostFrequent(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0][0];
}
