import { readFileSync } from 'node:fs';
import { createPlainKernels } from './plain-kernels.ts';

/** The parser's arithmetic over one memory; `wasm/kernels.ts` says what each does, `plain-kernels.ts` does the same. */
export interface Kernels {
  quantise(x: number, row: number, q: number, scales: number, rows: number, n: number): void;
  linear(
    q: number,
    scales: number,
    weights: number,
    weightScales: number,
    bias: number,
    y: number,
    yRow: number,
    rows: number,
    k: number,
    n: number,
  ): void;
  rectifiedSums(y: number, addresses: number, rows: number, count: number, n: number): void;
  rectify(x: number, row: number, rows: number, n: number): void;
  recur(
    u: number,
    uStep: number,
    x: number,
    h: number,
    step: number,
    v: number,
    state: number,
    length: number,
    width: number,
  ): void;
  scoreArcs(
    words: number,
    wordScales: number,
    heads: number,
    headScales: number,
    near: number,
    nearRow: number,
    buckets: number,
    scores: number,
    n: number,
    k: number,
  ): void;
}

/** The WebAssembly kernels, or null where the machine has no WebAssembly SIMD. */
export function createWasmKernels(memory: WebAssembly.Memory): Kernels | null {
  const code = readFileSync(new URL('./wasm/kernels.wasm', import.meta.url));
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(code)) return null;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
  return instance.exports as unknown as Kernels;
}

export { createPlainKernels };
