import { describe, expect, it } from 'vitest';
import { finalSpeakerSaysAll } from './final-speaker.ts';

/** Words as "form/xpos/head/relation", heads counted from 1, 0 for the root. */
function read(text: string): { forms: string[]; tree: () => string } {
  const words = text.split(' ').map((word) => word.split('|'));
  const forms = words.map(([form]) => form);
  const head = words.map(([, , at]) => Number(at) - 1);
  const deprel = words.map(([, , , relation]) => relation);
  const xpos = words.map(([, tag]) => tag);
  const upos = xpos.map((tag) => (/^[.,]$/.test(tag) ? 'PUNCT' : tag.startsWith('NN') ? 'NOUN' : 'X'));
  finalSpeakerSaysAll(forms, { upos, xpos, head, deprel });
  return { forms, tree: () => head.map((at, i) => `${forms[i]}<${at < 0 ? '' : forms[at]}:${deprel[i]}`).join(' ') };
}

describe('the speaker at the end of a sentence', () => {
  it('has the main clause for what is said, not the nearest one', () => {
    const { tree } = read(
      'Troops|NNS|2|nsubj left|VBD|0|root and|CC|5|cc rebels|NNS|5|nsubj came|VBD|2|conj ,|,|9|punct state|NN|8|compound media|NNS|9|nsubj reported|VBD|5|parataxis on|IN|11|case Friday|NNP|9|obl .|.|2|punct',
    );
    expect(tree()).toBe(
      'Troops<left:nsubj left<reported:ccomp and<came:cc rebels<came:nsubj came<left:conj ,<reported:punct state<media:compound media<reported:nsubj reported<:root on<Friday:case Friday<reported:obl .<reported:punct',
    );
  });

  it('is who speaks, and not what is added, after the verb', () => {
    const { tree } = read(
      'Talks|NNS|2|nsubj failed|VBD|0|root ,|,|4|punct added|VBD|2|conj the|DT|6|det sources|NNS|4|obj .|.|2|punct',
    );
    expect(tree()).toBe(
      'Talks<failed:nsubj failed<added:ccomp ,<added:punct added<:root the<sources:det sources<added:nsubj .<added:punct',
    );
  });

  it('leaves other sentences alone', () => {
    for (const sentence of [
      // Has an object of its own.
      'Troops|NNS|2|nsubj left|VBD|0|root ,|,|5|punct media|NNS|5|nsubj reported|VBD|2|parataxis losses|NNS|5|obj .|.|2|punct',
      // Is said of a part.
      'They|PRP|2|nsubj met|VBD|0|root Lee|NNP|2|obj ,|,|6|punct who|WP|6|nsubj warned|VBD|3|acl:relcl .|.|2|punct',
      // A joined verb with an object.
      'She|PRP|2|nsubj stirred|VBD|0|root and|CC|4|cc added|VBD|2|conj sugar|NN|4|obj .|.|2|punct',
      // Opens the sentence.
      'Media|NNS|2|nsubj reported|VBD|0|root .|.|2|punct',
    ]) {
      const before = sentence.split(' ').map((word) => word.split('|')[2]);
      const { forms, tree } = read(sentence);
      const after = tree()
        .split(' ')
        .map((word) => forms.indexOf(word.split('<')[1].split(':')[0]) + 1);
      expect(after).toEqual(before.map(Number));
    }
  });
});
