import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileKernels, KERNELS } from './build-kernels.ts';

describe('the WebAssembly kernels', () => {
  it.each(KERNELS)('are what their source compiles to: $source', async (kernels) => {
    const shipped = readFileSync(kernels.source.replace(/\.ts$/, '.wasm'));
    expect(Buffer.from(await compileKernels(kernels)).equals(shipped)).toBe(true);
  });
});
