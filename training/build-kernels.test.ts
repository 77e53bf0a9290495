import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileKernels, KERNELS } from './build-kernels.ts';

describe('the WebAssembly kernels', () => {
  // A compiler written in TypeScript takes its time on a busy machine.
  it.each(KERNELS)('are what their source compiles to: $source', { timeout: 120_000 }, async (kernels) => {
    const shipped = readFileSync(kernels.source.replace(/\.ts$/, '.wasm'));
    expect(Buffer.from(await compileKernels(kernels)).equals(shipped)).toBe(true);
  });
});
