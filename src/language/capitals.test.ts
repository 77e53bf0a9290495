import { describe, expect, it } from 'vitest';
import { capitalsMakeNames } from './capitals.ts';
import { loadParser, type Parse } from './parser.ts';

const parser = loadParser();
const tagsOf = (sentence: string): Record<string, string> => {
  const forms = sentence.split(' ');
  const { upos } = parser.parse(forms);
  return Object.fromEntries(forms.map((form, i) => [form, upos[i]]));
};

describe('capitals inside a sentence', () => {
  it('make names of nouns', () => {
    expect(tagsOf('The lawmakers said that the order had violated the Constitution .').Constitution).toBe('PROPN');
    expect(tagsOf('The farmers had lost their land under the Ordinance of that year .').Ordinance).toBe('PROPN');
  });

  it('keep number in the Penn tag', () => {
    const forms = 'They spoke of the Founders and of the Union'.split(' ');
    const noun = (index: number): boolean => [4, 8].includes(index);
    const parse: Parse = {
      upos: forms.map((_, i) => (noun(i) ? 'NOUN' : 'X')),
      xpos: ['PRP', 'VBD', 'IN', 'DT', 'NNS', 'CC', 'IN', 'DT', 'NN'],
      head: forms.map(() => -1),
      deprel: forms.map(() => 'dep'),
    };
    capitalsMakeNames(forms, parse);
    const names = forms.flatMap((form, i) => (parse.upos[i] === 'PROPN' ? [`${form} ${parse.xpos[i]}`] : []));
    expect(names).toEqual(['Founders NNPS', 'Union NNP']);
  });

  it('make a name of what was taken for a verb and is the subject', () => {
    const parse = {
      upos: ['VERB', 'VERB', 'PROPN', 'ADP', 'VERB', 'DET', 'NOUN'],
      xpos: ['VB', 'VBD', 'NNP', 'IN', 'VBG', 'DT', 'NN'],
      head: [1, -1, 1, 4, 1, 6, 4],
      deprel: ['nsubj', 'root', 'obj', 'mark', 'advcl', 'det', 'obj'],
    };
    capitalsMakeNames('Kyiv accused Moscow of shelling the town'.split(' '), parse);
    expect([parse.upos[0], parse.xpos[0]]).toEqual(['PROPN', 'NNP']);
  });

  it('make a name of a bare subject at the beginning, unless it is a common word', () => {
    const taken = (first: string) => {
      const parse = {
        upos: ['NOUN', 'VERB', 'ADV'],
        xpos: ['NN', 'VBD', 'RB'],
        head: [1, -1, 1],
        deprel: ['nsubj', 'root', 'advmod'],
      };
      capitalsMakeNames([first, 'spoke', 'first'], parse);
      return parse.upos[0];
    };
    expect([taken('Zelman'), taken('Nobody'), taken('Father')]).toEqual(['PROPN', 'NOUN', 'NOUN']);
  });

  it('tell nothing at the beginning of a sentence or quotation, or where every word has one', () => {
    expect(tagsOf('Farmers left the valley after the flood .').Farmers).toBe('NOUN');
    expect(tagsOf('The sign on the closed gate read : " Farmers ask for help from the state "').Farmers).toBe('NOUN');
    expect(tagsOf('Regional Farmers Ask State For More Help After Heavy Floods').Floods).toBe('NOUN');
  });
});
