import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A form of a word with the tags under which the lemma table knows it. */
export interface Inflection {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
}

const PREFIX = /^(?:under|over|out|fore|for|with|up|un|re|mis|be|inter|down)/;

/** The forms of a verb, by the rules of spelling; where they leave a choice ("travelled", "traveled") both. */
export function verbForms(lemma: string): Inflection[] {
  const forms: Inflection[] = [
    { form: withS(lemma), upos: 'VERB', xpos: 'VBZ' },
    ...stemsBefore('ing', lemma).map((form) => ({ form, upos: 'VERB', xpos: 'VBG' })),
  ];
  const irregular = irregularPast(lemma);
  if (irregular === undefined)
    return [...forms, ...stemsBefore('ed', lemma).map((form) => ({ form, upos: 'VERB', xpos: 'VBN' }))];
  return [...forms, ...irregular.map((form) => ({ form, upos: 'VERB', xpos: 'VBN' }))];
}

export function nounForms(lemma: string): Inflection[] {
  return [{ form: withS(lemma), upos: 'NOUN', xpos: 'NNS' }];
}

/** The verbs of the list of irregular ones. */
export function irregularVerbs(): string[] {
  return [...IRREGULAR.keys()];
}

const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(
    parse(readFileSync(new URL('./irregular-verbs.yaml', import.meta.url), 'utf8')) as Record<
      string,
      string | string[]
    >,
  ).map(([lemma, forms]) => [lemma, [forms].flat()]),
);

function irregularPast(lemma: string): readonly string[] | undefined {
  const own = IRREGULAR.get(lemma);
  if (own !== undefined) return own;
  const prefix = PREFIX.exec(lemma)?.[0];
  return prefix === undefined ? undefined : IRREGULAR.get(lemma.slice(prefix.length))?.map((form) => prefix + form);
}

function withS(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function stemsBefore(ending: 'ed' | 'ing', lemma: string): string[] {
  if (ending === 'ed' && /[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ied`];
  if (lemma.endsWith('ie')) return [ending === 'ed' ? `${lemma}d` : `${lemma.slice(0, -2)}ying`];
  if (/[^eoy]e$/.test(lemma) || (ending === 'ed' && lemma.endsWith('e'))) return [lemma.slice(0, -1) + ending];
  if (!/(?:^|[^aeiou]|qu)[aeiou][bdgklmnprt]$/.test(lemma)) return [lemma + ending];
  const doubled = lemma + lemma.at(-1) + ending;
  const oneSyllable = !/[aeiouy].*[^aeiouy].*[aeiou]/.test(lemma);
  return oneSyllable ? [doubled] : [lemma + ending, doubled];
}
