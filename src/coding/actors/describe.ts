import type { Sentence, Token } from '../../language/document.ts';
import type { Sector } from '../reading.ts';
import { children, relation, subtree } from '../tree.ts';
import type { Found } from './gazetteer.ts';

/** What a noun phrase itself tells about whom it names. */
export interface Description {
  readonly country: string | null;
  readonly sector: Sector | null;
  /** In the text's own words. */
  readonly office: string | null;
}

const CLAUSES = ['acl', 'acl:relcl', 'conj', 'parataxis', 'advcl', 'cc', 'ccomp'];

/** The noun that a name belongs to: itself, or the one it stands in apposition to ("the minister, Ana Li"). */
function topOf(sentence: Sentence, head: Token): Token {
  let top = head;
  for (let steps = 0; steps < 4 && top.head >= 0; steps++) {
    const governor = sentence.tokens[top.head];
    const joined = ['appos', 'flat', 'compound'].includes(relation(top)) || top.deprel === 'nmod:desc';
    if (!joined || !['NOUN', 'PROPN'].includes(governor.upos)) break;
    top = governor;
  }
  return top;
}

/** How near a phrase of the codebook stands to the noun: 0 itself, 1 before it or in apposition, 2 "of", 3 elsewhere; null outside. */
function nearness(sentence: Sentence, found: Found, top: Token, head: Token): number | null {
  let at = found.end - 1;
  for (let index = found.start; index < found.end; index++) {
    const { head: governor } = sentence.tokens[index];
    if (governor < found.start || governor >= found.end) at = index;
  }
  if (at === top.index || at === head.index) return 0;
  let worst = 1;
  for (let steps = 0; steps < 12 && at !== top.index; steps++) {
    const token = sentence.tokens[at];
    if (token.head < 0 || CLAUSES.includes(token.deprel)) return null;
    const plain = ['amod', 'compound', 'flat', 'appos', 'det', 'nummod'].includes(relation(token));
    if (!plain && token.deprel !== 'nmod:poss' && token.deprel !== 'nmod:desc') {
      const isOf = children(sentence, token.index, 'case').some((marker) =>
        ['of', "'s"].includes(marker.lemma.toLowerCase()),
      );
      worst = Math.max(worst, isOf ? 2 : 3);
    }
    at = token.head;
  }
  return at === top.index ? worst : null;
}

const NATIONAL = new Set(['state', 'demonym', 'capital', 'seat', 'people', 'place']);
const SPEAKING = new Set(['office', 'role', 'body']);

/** Country, sector and office as the noun phrase around `head` tells them: "Russian Deputy Foreign Minister Mikhail Bogdanov". */
export function describe(text: string, sentence: Sentence, head: Token, known: readonly Found[]): Description {
  const top = topOf(sentence, head);
  let office: Found | null = null;
  let officeAt = 4;
  let national: Found | null = null;
  let nationalAt = 4;
  for (const found of known) {
    const near = nearness(sentence, found, top, head);
    if (near === null) continue;
    if (
      SPEAKING.has(found.type) &&
      near < 2 &&
      (near < officeAt || (near === officeAt && found.type === 'office' && office?.type !== 'office'))
    ) {
      office = found;
      officeAt = near;
    }
    if (NATIONAL.has(found.type) && found.country !== null && near < nationalAt) {
      national = found;
      nationalAt = near;
    }
    // A body of one country tells it as well as an adjective does ("Pentagon spokesman").
    if (found.type === 'organisation' && found.country !== null && near > 0 && near < nationalAt) {
      national = found;
      nationalAt = near;
    }
  }
  return {
    country: office?.country ?? national?.country ?? null,
    sector: office?.sector ?? null,
    office: office?.type === 'office' ? officeWords(text, sentence, office) : null,
  };
}

/** The office with the words that narrow it ("Deputy Foreign Minister", "special envoy"), as the text has it. */
function officeWords(text: string, sentence: Sentence, office: Found): string {
  const last = sentence.tokens[office.end - 1];
  let first = office.start;
  while (first > 0) {
    const before = sentence.tokens[first - 1];
    const narrows = before.head === last.index || before.head === last.head;
    if (!narrows || !['ADJ', 'NOUN'].includes(before.upos) || relation(before) === 'punct') break;
    first--;
  }
  return text.slice(sentence.tokens[first].span[0], last.span[1]);
}

/** The tokens of a mention's own noun phrase, without what is said about it in clauses. */
export function phraseOf(sentence: Sentence, head: number): number[] {
  return subtree(
    sentence,
    head,
    children(sentence, head, ...CLAUSES, 'punct').map((token) => token.index),
  );
}
