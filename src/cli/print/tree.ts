import type { ConlluWords } from '../../language/conllu.ts';
import type { Colors } from '../output.ts';

/**
 * A sentence as a tree: a word a line, in the order of the sentence, what depends on a word branching off before and
 * after it; then its relation, its part of speech and its lemma where it differs.
 */
export function treeLines({ forms, lemmas, upos, xpos, heads, deprels }: ConlluWords, colors: Colors): string[] {
  const lines: { branch: string; index: number }[] = [];
  const childrenOf = (head: number) => heads.flatMap((at, index) => (at === head ? [index] : []));
  const draw = (index: number, above: string, here: string, below: string): void => {
    const children = childrenOf(index);
    const before = children.filter((child) => child < index);
    const after = children.filter((child) => child > index);
    before.forEach((child, order) => {
      const [start, corner] = order === 0 ? ['   ', '┌─ '] : ['│  ', '├─ '];
      draw(child, above + start, above + corner, `${above}│  `);
    });
    lines.push({ branch: here, index });
    after.forEach((child, order) => {
      const [end, corner] = order === after.length - 1 ? ['   ', '└─ '] : ['│  ', '├─ '];
      draw(child, `${below}│  `, below + corner, below + end);
    });
  };
  for (const root of childrenOf(-1)) draw(root, '', '', '');

  const lengths = lines.map(({ branch, index }) => branch.length + forms[index].length);
  const wide = Math.max(...lengths);
  return lines.map(({ branch, index }, line) => {
    const [form, lemma] = [forms[index], lemmas[index]];
    const tags = `${colors.cyan(deprels[index].padEnd(12))} ${upos[index].padEnd(5)} ${xpos[index].padEnd(5)}`;
    const base = lemma === form ? '' : ` ${colors.dim(lemma)}`;
    return `${colors.dim(branch)}${form}${' '.repeat(wide - lengths[line] + 2)}${tags}${base}`.trimEnd();
  });
}
