import type { Parse } from './parser.ts';

/** Finite forms: no modal stands before them ("May said", "Will thinks"). */
const FINITE = new Set(['VBD', 'VBZ']);

/**
 * Names that look like modals ("May", "Will") and begin a sentence are taken for modals now and then, since the
 * treebanks hold few of them. Where the verb could not follow a modal, and has no other subject, they are its subject.
 */
export function namesForModals(forms: readonly string[], parse: Parse): void {
  const { upos, xpos, head, deprel } = parse;
  forms.forEach((form, index) => {
    const verb = head[index];
    if (xpos[index] !== 'MD' || deprel[index] !== 'aux' || !/^[A-Z][a-z]+$/.test(form) || verb < index) return;
    const others = forms.map((_, other) => other).filter((other) => other !== index && head[other] === verb);
    if (others.some((other) => deprel[other].startsWith('nsubj') || deprel[other].startsWith('csubj'))) return;
    const helped = others.some((other) => deprel[other].startsWith('aux'));
    const secondModal = others.some((other) => xpos[other] === 'MD');
    if (!FINITE.has(xpos[verb]) && !secondModal && !(xpos[verb] === 'VBN' && !helped)) return;
    upos[index] = 'PROPN';
    xpos[index] = 'NNP';
    deprel[index] = 'nsubj';
    if (xpos[verb] === 'VBN' && !helped) xpos[verb] = 'VBD';
  });
}
