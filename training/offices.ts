import { type Branch, branchesOf, type GuessedSentence, splice } from './graft.ts';
import type { Random } from './random.ts';

/** A field with its preposition: "of Defence", "for the Middle East". */
interface Field {
  readonly from: GuessedSentence;
  readonly branch: Branch;
}

/** A title before a name, nothing between them: "Minister Haddad". */
interface Title {
  readonly given: GuessedSentence;
  readonly word: number;
}

const LONGEST_FIELD = 6;

/** Below this many fields of its own a title may have those of other titles. */
const ENOUGH = 4;

/**
 * Sentences in which the field of an office stands between the office and the name: "Minister of Defence Omar Haddad".
 * News is full of them and the treebanks are not, but they hold both parts: titles before names, and fields after titles.
 */
export function createOffices(sentences: readonly GuessedSentence[]): (random: Random) => GuessedSentence[] {
  const titles = sentences.flatMap(titlesOf);
  const isTitle = new Set(titles.map(({ given, word }) => given.sentence.forms[word].toLowerCase()));
  const all: Field[] = [];
  const fields = new Map<string, Field[]>();
  for (const from of sentences) {
    for (const [title, branch] of fieldsOf(from, isTitle)) {
      all.push({ from, branch });
      fields.set(title, [...(fields.get(title) ?? []), { from, branch }]);
    }
  }
  return (random) =>
    titles.flatMap(({ given, word }) => {
      const own = fields.get(given.sentence.forms[word].toLowerCase());
      if (!own) return [];
      const fitting = own.length < ENOUGH ? all : own;
      const { from, branch } = fitting[Math.floor(random() * fitting.length)];
      const gap: Branch = { start: word + 1, end: word + 1, head: word + 1 };
      return [splice(given, gap, from, branch, word + 1, 'nmod')];
    });
}

function titlesOf(given: GuessedSentence): Title[] {
  const { heads, deprels, upos } = given.sentence;
  return deprels.flatMap((deprel, word) => {
    const name = heads[word] - 1;
    const bare = name > word && upos[name] === 'PROPN' && !heads.some((head, at) => head === word + 1 && at > word);
    return deprel === 'nmod:desc' && bare ? [{ given, word }] : [];
  });
}

function fieldsOf({ sentence }: GuessedSentence, isTitle: ReadonlySet<string>): [title: string, branch: Branch][] {
  const { forms, heads, deprels, xpos } = sentence;
  return branchesOf(sentence).flatMap((branch): [string, Branch][] => {
    const { start, end, head } = branch;
    const title = heads[head] - 1;
    if (deprels[head] !== 'nmod' || title !== start - 1 || end - start > LONGEST_FIELD) return [];
    const isNamed = xpos.slice(title, end).some((tag) => tag.startsWith('NNP'));
    const key = forms[title].toLowerCase();
    return isNamed && isTitle.has(key) && /^(?:of|for|to)$/.test(forms[start]) ? [[key, branch]] : [];
  });
}
