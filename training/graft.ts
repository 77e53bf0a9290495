import type { Random } from './random.ts';
import type { TreebankSentence } from './treebank.ts';

/** A sentence of the treebank with the tagger's guesses of its words' tags. */
export interface GuessedSentence {
  readonly sentence: TreebankSentence;
  readonly hints: readonly number[];
}

/** A branch of a tree whose words stand together: from `start` up to `end`, its uppermost word at `head`. */
export interface Branch {
  readonly start: number;
  readonly end: number;
  readonly head: number;
}

/** Relations whose branches may stand for each other, where they are of the same build. */
const GRAFTED = new Set([
  'nsubj',
  'obj',
  'obl',
  'nmod',
  'appos',
  'conj',
  'advcl',
  'acl',
  'ccomp',
  'xcomp',
  'parataxis',
]);

const LONGEST_BRANCH = 16;

/** Puts a branch of one sentence in the place of one of another: sentences that were never said, of parts that were. */
export interface Grafter {
  /** The sentence with one of its branches exchanged, or itself where it has none that could be. */
  graft(given: GuessedSentence, random: Random): GuessedSentence;
}

export function createGrafter(sentences: readonly GuessedSentence[]): Grafter {
  const stock = new Map<string, { readonly from: GuessedSentence; readonly branch: Branch }[]>();
  for (const from of sentences) {
    for (const branch of graftable(from.sentence)) {
      if (branch.start === 0) continue; // its first word may be a capital for the sentence's sake
      const build = buildOf(from.sentence, branch);
      const list = stock.get(build);
      if (list) list.push({ from, branch });
      else stock.set(build, [{ from, branch }]);
    }
  }
  return {
    graft(given, random) {
      const branches = graftable(given.sentence);
      if (branches.length === 0) return given;
      const old = branches[Math.floor(random() * branches.length)];
      const scions = stock.get(buildOf(given.sentence, old));
      if (!scions) return given;
      const { from, branch } = scions[Math.floor(random() * scions.length)];
      return exchange(given, old, from, branch);
    },
  };
}

/** What two branches have in common that may stand for each other: relation, tag, and how they begin. */
function buildOf({ forms, xpos, upos, deprels }: TreebankSentence, { start, head }: Branch): string {
  const opening = upos[start] === 'ADP' || upos[start] === 'SCONJ' ? forms[start].toLowerCase() : upos[start];
  return `${deprels[head]} ${xpos[head]} ${opening}`;
}

/** All branches whose words stand together. */
export function branchesOf({ heads }: TreebankSentence): Branch[] {
  const first = heads.map((_, word) => word);
  const last = [...first];
  const count = heads.map(() => 1);
  for (let word = 0; word < heads.length; word++) {
    for (let above = heads[word] - 1; above >= 0; above = heads[above] - 1) {
      first[above] = Math.min(first[above], word);
      last[above] = Math.max(last[above], word);
      count[above]++;
    }
  }
  return heads.flatMap((_, head) => {
    if (last[head] - first[head] + 1 !== count[head]) return [];
    return [{ start: first[head], end: last[head] + 1, head }];
  });
}

function graftable(sentence: TreebankSentence): Branch[] {
  return branchesOf(sentence).filter(
    ({ start, end, head }) => end - start <= LONGEST_BRANCH && GRAFTED.has(sentence.deprels[head].split(':')[0]),
  );
}

/** The sentence with the scion, a branch of another sentence, in the place of one of its own. */
function exchange(given: GuessedSentence, old: Branch, from: GuessedSentence, scion: Branch): GuessedSentence {
  const { heads, deprels } = given.sentence;
  return splice(given, old, from, scion, heads[old.head], deprels[old.head]);
}

/**
 * The sentence with the scion, a branch of another sentence, in the place of some of its words, hung on `head` (a
 * number of the old sentence). Words that hung on the old words' uppermost one now hang on the scion's.
 */
export function splice(
  given: GuessedSentence,
  old: Branch,
  from: GuessedSentence,
  scion: Branch,
  head: number,
  deprel: string,
): GuessedSentence {
  const { sentence } = given;
  const growth = scion.end - scion.start - (old.end - old.start);
  const top = old.start + scion.head - scion.start;
  const moved = (at: number): number => {
    if (old.end > old.start && at - 1 === old.head) return top + 1;
    return at - 1 >= old.end ? at + growth : at;
  };
  const joined = <Item>(own: readonly Item[], others: readonly Item[]): Item[] => [
    ...own.slice(0, old.start),
    ...others.slice(scion.start, scion.end),
    ...own.slice(old.end),
  ];
  const grown = from.sentence.heads.map((at) => at - scion.start + old.start);
  const heads = joined(sentence.heads.map(moved), grown);
  heads[top] = moved(head);
  const deprels = joined(sentence.deprels, from.sentence.deprels);
  deprels[top] = deprel;
  const forms = joined(sentence.forms, from.sentence.forms);
  if (old.start === 0 && /^\p{Lu}/u.test(sentence.forms[0])) {
    forms[0] = forms[0].slice(0, 1).toUpperCase() + forms[0].slice(1);
  }
  const upos = joined(sentence.upos, from.sentence.upos);
  const xpos = joined(sentence.xpos, from.sentence.xpos);
  return { sentence: { forms, upos, xpos, heads, deprels }, hints: joined(given.hints, from.hints) };
}
