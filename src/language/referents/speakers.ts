import { childrenOf } from '../tree.ts';
import type { Draft } from './draft.ts';
import type { Spoken } from './nominals.ts';
import type { Referent } from './record.ts';

/** Who speaks in the quotation that holds a pronoun: the subject of the verb of saying beside it. */
export function speakerOf(
  draft: Draft,
  spoken: Spoken,
  text: string,
  speechVerbs: ReadonlySet<string>,
): Referent | null {
  const { sentence, head } = draft;
  if (!isQuoted(text, sentence.span[0], head.span[0])) return null;
  for (const verb of sentence.tokens) {
    if (verb.upos !== 'VERB' || !speechVerbs.has(verb.lemma)) continue;
    const [subject] = childrenOf(sentence, verb, 'nsubj');
    if (!subject || isQuoted(text, sentence.span[0], subject.span[0])) continue;
    const entry = spoken.find(({ draft: other }) => other.sentence === sentence && other.head === subject);
    if (entry) return entry.referent;
  }
  return null;
}

/** Whether a quotation mark is open at `at`, counted from the sentence's begin. */
function isQuoted(text: string, start: number, at: number): boolean {
  let open = false;
  for (let index = start; index < at; index++) {
    const mark = text[index];
    if (mark === '“') open = true;
    else if (mark === '”') open = false;
    else if (mark === '"') open = !open;
  }
  return open;
}
