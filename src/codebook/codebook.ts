import type { CodebookData } from './schema.ts';

/** The codebook in memory: its sections as written. Look-up tables are built beside the code that uses them (see `memo`). */
export type Codebook = CodebookData;

/** A look-up table derived from a codebook, built once for each codebook: `const index = memo((codebook) => …)`. */
export function memo<T>(build: (codebook: Codebook) => T): (codebook: Codebook) => T {
  const built = new WeakMap<Codebook, T>();
  // Tables are asked for at every word, nearly always those of the same codebook.
  let last: { readonly codebook: Codebook; readonly index: T } | undefined;
  return (codebook) => {
    if (last?.codebook === codebook) return last.index;
    let index = built.get(codebook);
    if (index === undefined) {
      index = build(codebook);
      built.set(codebook, index);
    }
    last = { codebook, index };
    return index;
  };
}
