import { readFileSync } from 'node:fs';

/** A sentence of a treebank; heads count words from 1, 0 is the root. */
export interface TreebankSentence {
  readonly forms: string[];
  readonly upos: string[];
  readonly xpos: string[];
  readonly heads: number[];
  readonly deprels: string[];
}

/** Reads the basic trees of a CoNLL-U file; empty nodes and multi-word ranges are left out. */
export function readTreebank(path: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    const sentence: TreebankSentence = { forms: [], upos: [], xpos: [], heads: [], deprels: [] };
    for (const line of block.split('\n')) {
      if (line === '' || line[0] === '#') continue;
      const columns = line.split('\t');
      if (!/^\d+$/.test(columns[0])) continue;
      sentence.forms.push(columns[1]);
      sentence.upos.push(columns[3]);
      sentence.xpos.push(columns[4]);
      sentence.heads.push(Number(columns[6]));
      sentence.deprels.push(columns[7]);
    }
    if (sentence.forms.length > 0) sentences.push(sentence);
  }
  return sentences;
}
