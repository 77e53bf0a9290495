import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Document, Mention, Sentence, Token } from '../../language/document.ts';
import { children, hasChild } from '../tree.ts';
import { topOf } from './describe.ts';
import type { Cast, Draft } from './draft.ts';

/** The owners in a noun's phrase: "Erdoğan" of "Erdoğan’s spokesman", "the league" of "the leader of the league". */
export function ownersOf(sentence: Sentence, mention: Mention): Token[] {
  const top = topOf(sentence, sentence.tokens[mention.head]);
  const of = children(sentence, top.index, 'nmod').filter((token) =>
    children(sentence, token.index, 'case').some(({ lemma }) => lemma === 'of' || lemma === 'for'),
  );
  return [...children(sentence, top.index, 'nmod:poss', 'compound'), ...of];
}

/** The first of a row of nouns that all that stands before it is said of: "Peru’s president and *foreign minister*". */
function firstOfRow(sentence: Sentence, { head, form }: Mention): number | null {
  const token = sentence.tokens[head];
  const isBare =
    form === 'nominal' && token.relation === 'conj' && !hasChild(sentence, head, 'det', 'nmod:poss', 'nummod');
  const first = isBare && token.head >= 0 ? sentence.tokens[token.head] : null;
  return first?.upos === 'NOUN' ? first.index : null;
}

/** The key of the actor whom a word means that heads a mention. */
export function keyAt({ mentionAt }: Document, { keyOfMention }: Cast, sentence: number, token: number): string | null {
  const mention = mentionAt[sentence][token];
  return mention < 0 ? null : keyOfMention[mention];
}

const words = memo((codebook) => {
  const named = (name: string) => new Set(codebook.classes.find((each) => each.name === name)?.words);
  return { apart: named('OTHER_SIDE'), anywhere: named('OFFICE_OF_ANY_BODY') };
});

/** "Erdoğan's spokesman", "his aides", "the Obama adviser": what is left open is as it is of whom they belong to. */
export function inherit(document: Document, cast: Cast, codebook: Codebook): void {
  const { apart, anywhere } = words(codebook);
  const settle = (draft: Draft, owning: Draft | undefined): void => {
    if (!owning || owning === draft || owning.kind === 'place') return;
    // The UN's envoy for Yemen is not Yemen's.
    if (draft.sector === 'IGO' && owning.kind === 'state') return;
    draft.country ??= owning.country;
    if (draft.kind === 'person' && owning.kind === 'organisation') draft.body ??= owning;
    // The president of a club does not govern.
    if (owning.kind === 'organisation' && draft.kind !== 'organisation' && anywhere.has(draft.title ?? ''))
      draft.sector = owning.sector;
    if (owning.kind === 'organisation' || owning.kind === 'state') draft.sector ??= owning.sector;
  };
  // Twice: who belongs to somebody may belong to one of whom another sentence tells.
  for (let round = 0; round < 2; round++)
    for (const draft of cast.drafts.values()) {
      if (draft.settled || draft.kind === 'place' || draft.kind === 'other') continue;
      if (draft.country !== null && draft.title === null) continue;
      for (const index of draft.mentions) {
        const mention = document.mentions[index];
        const sentence = document.sentences[mention.sentence];
        if (apart.has(sentence.tokens[mention.head].lowerLemma)) continue;
        const at = (token: number) => cast.drafts.get(keyAt(document, cast, mention.sentence, token) ?? '');
        for (const owner of ownersOf(sentence, mention)) settle(draft, at(owner.index));
        const first = firstOfRow(sentence, mention);
        if (first !== null) draft.country ??= at(first)?.country ?? null;
      }
    }
}
