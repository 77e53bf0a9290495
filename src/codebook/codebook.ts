import type { CodebookData } from './schema.ts';

/** The codebook in memory: its sections as written. Look-up tables are built beside the code that uses them (see `memo`). */
export type Codebook = CodebookData;

/** A look-up table derived from a codebook, built once for each codebook: `const index = memo((codebook) => …)`. */
export function memo<T>(build: (codebook: Codebook) => T): (codebook: Codebook) => T {
  const built = new WeakMap<Codebook, T>();
  return (codebook) => {
    let index = built.get(codebook);
    if (index === undefined) {
      index = build(codebook);
      built.set(codebook, index);
    }
    return index;
  };
}
