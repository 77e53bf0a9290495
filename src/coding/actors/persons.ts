import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Document } from '../../language/document.ts';
import { foldName } from '../../language/referents/fold.ts';
import { knownPersons } from '../../language/referents/persons.ts';
import { relation } from '../tree.ts';
import type { Draft } from './draft.ts';

const campaigning = memo((codebook) => new Set(codebook.classes.find(({ name }) => name === 'CAMPAIGN')?.words));

/** "The Vega campaign", "Vega’s rally": somebody who runs for an office. */
function runs(document: Document, draft: Draft, codebook: Codebook): boolean {
  const words = campaigning(codebook);
  return draft.mentions.some((index) => {
    const { sentence, head } = document.mentions[index];
    const { tokens } = document.sentences[sentence];
    const token = tokens[head];
    const owns = relation(token) === 'compound' || token.deprel === 'nmod:poss';
    return owns && token.head >= 0 && words.has(tokens[token.head].lowerLemma);
  });
}

/** Gives a person whom the report takes as known what the codebook knows, where the report itself does not tell. */
export function recognise(document: Document, draft: Draft, codebook: Codebook): void {
  const person = knownPersons(codebook).of(foldName(draft.name));
  // Who serves the UN acts for no state.
  if (person?.sector === 'IGO' && draft.office === null) {
    Object.assign(draft, { country: null, sector: 'IGO', settled: true });
    return;
  }
  if (draft.sector !== 'IGO') draft.country ??= person?.country ?? null;
  if (draft.office === null && runs(document, draft, codebook)) draft.sector ??= 'PTY';
  if (draft.office === null) draft.sector ??= person?.sector ?? null;
}
