import type { Random } from './random.ts';
import type { TreebankSentence } from './treebank.ts';
import { isUnbroken, phraseOf, sentenceOf, type Word, wordsOf } from './words.ts';

/**
 * What news does all the time and the treebanks do now and then, made from their own trees: the speaker after the
 * speech ("…, said the minister"), an office with its field before a name ("special envoy for Syria Ann Lee"), names
 * with an article ("Al - Bashir"). Each changes the order or number of words in a way whose tree is known.
 */
export interface NewsStyle {
  /** The sentence with each change that fits it made with a chance of `share`; itself where there is none. */
  change(sentence: TreebankSentence, share: number, random: Random): TreebankSentence;
}

/** A change of words in place of a sentence; null where it does not fit. */
type Change = (words: readonly Word[], random: Random) => Word[] | null;

const SPEECH = new Set([
  'said',
  'says',
  'added',
  'adds',
  'explained',
  'wrote',
  'warned',
  'noted',
  'argued',
  'insisted',
]);
const ARTICLES_OF_NAMES = ['al', 'al', 'Al', 'Al', 'el', 'El'];
/** Share of the speeches that are put before their speaker which get quotation marks. */
const QUOTED = 0.5;
/** Words of a phrase that can stand between an office and a name, at most. */
const LONGEST_FIELD = 6;

export function createNewsStyle(sentences: readonly TreebankSentence[]): NewsStyle {
  const fields = sentences.flatMap(fieldsOf);
  const changes: Change[] = [
    frontSpeech,
    invertSpeaker,
    (words, random) => insertField(words, fields, random),
    addArticleToName,
  ];
  return {
    change(sentence, share, random) {
      let words: Word[] | null = null;
      for (const change of changes) {
        if (random() >= share) continue;
        words = change(words ?? wordsOf(sentence), random) ?? words;
      }
      return words ? sentenceOf(words) : sentence;
    },
  };
}

/** "The minister said (that) it would rain." → "It would rain, the minister said." */
function frontSpeech(words: readonly Word[], random: Random): Word[] | null {
  const verb = words.find(({ form, deprel }) => deprel === 'root' && SPEECH.has(form));
  if (!verb) return null;
  const parts = words.filter(({ head }) => head === verb);
  const [speaker, speech, stop] = parts;
  if (parts.length !== 3 || !speaker.deprel.startsWith('nsubj') || speech.deprel !== 'ccomp' || stop.xpos !== '.')
    return null;
  const said = phraseOf(words, speech);
  if (words.indexOf(said[0]) < words.indexOf(verb) || words.at(-1) !== stop) return null;
  const hasMark = said[0].deprel === 'mark' && said[0].head === speech;
  if (words.some(({ head }) => head === said[0])) return null;
  const told = hasMark ? said.slice(1) : said;
  const mark = (form: string, xpos: string): Word => ({ form, upos: 'PUNCT', xpos, head: speech, deprel: 'punct' });
  const quoted = random() < QUOTED && told.every(({ xpos }) => xpos !== '``' && xpos !== "''");
  return lettered([
    ...(quoted ? [mark('"', '``')] : []),
    ...told,
    mark(',', ','),
    ...(quoted ? [mark('"', "''")] : []),
    ...phraseOf(words, speaker),
    verb,
    stop,
  ]);
}

/** "…, the minister said." → "…, said the minister." Pronouns stay where they are. */
function invertSpeaker(words: readonly Word[]): Word[] | null {
  for (const [at, verb] of words.entries()) {
    if (!SPEECH.has(verb.form)) continue;
    const speaker = words.find(({ head, deprel }) => head === verb && deprel === 'nsubj');
    const next = words[at + 1];
    if (!speaker || speaker.upos === 'PRON' || (next && next.upos !== 'PUNCT' && next.upos !== 'ADP')) continue;
    const phrase = phraseOf(words, speaker);
    const start = words.indexOf(phrase[0]);
    const isBefore = start > 0 && isUnbroken(words, phrase) && words.indexOf(phrase[phrase.length - 1]) === at - 1;
    if (!isBefore || words[start - 1].upos !== 'PUNCT') continue;
    return [...words.slice(0, start), verb, ...phrase, ...words.slice(at + 1)];
  }
  return null;
}

/** "Envoy Ann Lee" → "Envoy for Syria Ann Lee". */
function insertField(words: readonly Word[], fields: readonly (readonly Word[])[], random: Random): Word[] | null {
  const office = words.find(
    (word, i) => word.deprel === 'nmod:desc' && word.head && words.indexOf(word.head) > i && !/\./.test(word.form),
  );
  if (!office || fields.length === 0) return null;
  const field = fields[Math.floor(random() * fields.length)];
  const copies = new Map(field.map((word) => [word, { ...word }]));
  for (const copy of copies.values()) copy.head = copies.get(copy.head!) ?? office;
  const after = words.indexOf(office) + 1;
  return [...words.slice(0, after), ...copies.values(), ...words.slice(after)];
}

/** Phrases of a treebank that say what an office or body is for: "for the Middle East", "of Lebanon". */
function fieldsOf(sentence: TreebankSentence): Word[][] {
  if (!sentence.upos.includes('PROPN')) return [];
  const words = wordsOf(sentence);
  return words
    .filter(({ upos, deprel, head }) => upos === 'PROPN' && deprel === 'nmod' && head?.upos !== 'NUM')
    .map((top) => phraseOf(words, top))
    .filter(
      (phrase) =>
        phrase.length <= LONGEST_FIELD &&
        /^(?:of|for|to|at|in)$/.test(phrase[0].form) &&
        phrase.every(({ form }) => /^\p{L}+$/u.test(form)) &&
        isUnbroken(words, phrase),
    );
}

/** "Hassan Bashir" → "Hassan al - Bashir", cut as the treebanks cut it. */
function addArticleToName(words: readonly Word[], random: Random): Word[] | null {
  // A part of a longer name, or a name after an office: those are people's.
  const persons = new Set(
    words.flatMap(({ deprel, head }) => (/^(?:flat|nmod:desc)$/.test(deprel) && head ? [head] : [])),
  );
  const names = words.filter(
    (word, i) =>
      word.xpos === 'NNP' &&
      /^\p{Lu}\p{Ll}{2,}$/u.test(word.form) &&
      words[i + 1]?.form !== '-' &&
      words[i - 1]?.form !== '-' &&
      (word.deprel === 'flat' ? word.head?.xpos === 'NNP' : persons.has(word)),
  );
  const name = names[Math.floor(random() * names.length)];
  if (!name) return null;
  const form = name === words[0] ? 'Al' : ARTICLES_OF_NAMES[Math.floor(random() * ARTICLES_OF_NAMES.length)];
  const article: Word = { ...name, form };
  const rest: Word = { ...name, head: name.deprel === 'flat' ? name.head : article, deprel: 'flat' };
  const hyphen: Word = { form: '-', upos: 'PUNCT', xpos: 'HYPH', head: rest, deprel: 'punct' };
  // What hung on the name hangs on its first word now.
  for (const word of words) if (word.head === name) word.head = article;
  return words.flatMap((word) => (word === name ? [article, hyphen, rest] : [word]));
}

/** A capital at the beginning, and none where the beginning was, unless it is that of a name. */
function lettered(words: readonly Word[]): Word[] {
  const spelled = new Map<Word, Word>();
  const first = words.find(({ upos }) => upos !== 'PUNCT');
  for (const word of words) {
    const { form } = word;
    const keeps = word.upos === 'PROPN' || form === 'I' || /^.\p{Lu}/u.test(form);
    const start = form.slice(0, 1);
    const letter = word === first ? start.toUpperCase() : keeps ? start : start.toLowerCase();
    spelled.set(word, { ...word, form: letter + form.slice(1) });
  }
  for (const word of spelled.values()) word.head = word.head && spelled.get(word.head)!;
  return [...spelled.values()];
}
