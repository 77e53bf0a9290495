import { readFileSync } from 'node:fs';

/** The float kernels of `wasm/kernels.ts`; addresses and strides are bytes, sizes are floats. */
export interface Kernels {
  gemm(
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    bRow: number,
    c: number,
    cRow: number,
    m: number,
    n: number,
    k: number,
    accumulate: number,
  ): void;
  transpose(from: number, fromRow: number, to: number, toRow: number, rows: number, columns: number): void;
  addBias(x: number, row: number, bias: number, rows: number, n: number): void;
  sumRows(x: number, row: number, bias: number, rows: number, n: number): void;
  scaleRows(x: number, row: number, mask: number, rows: number, n: number): void;
  rectify(x: number, row: number, rows: number, n: number): void;
  rectifyGradient(dy: number, y: number, row: number, rows: number, n: number): void;
  gather(out: number, table: number, ids: number, count: number, n: number, scale: number): void;
  scatter(gradient: number, table: number, ids: number, count: number, n: number, scale: number): void;
  add(y: number, x: number, n: number): void;
  sruForward(
    u: number,
    uStep: number,
    x: number,
    v: number,
    c: number,
    h: number,
    step: number,
    zero: number,
    length: number,
    width: number,
  ): void;
  sruBackward(
    u: number,
    du: number,
    uStep: number,
    x: number,
    dx: number,
    v: number,
    dv: number,
    c: number,
    dh: number,
    step: number,
    zero: number,
    carry: number,
    length: number,
    width: number,
  ): void;
  adam(
    w: number,
    g: number,
    m: number,
    v: number,
    average: number,
    n: number,
    rate: number,
    beta1: number,
    beta2: number,
    keep: number,
    factor: number,
  ): void;
  sumSquares(x: number, n: number): number;
}

/** The memory of one training run: a WebAssembly memory of fixed size, handed out from the bottom, never given back. */
export class Memory {
  readonly kernels: Kernels;
  readonly floats: Float32Array;
  readonly ints: Int32Array;
  #top = 65536;

  constructor(megabytes: number) {
    const pages = megabytes * 16;
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const code = readFileSync(new URL('./wasm/kernels.wasm', import.meta.url));
    const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
    this.kernels = instance.exports as unknown as Kernels;
    this.floats = new Float32Array(memory.buffer);
    this.ints = new Int32Array(memory.buffer);
  }

  /** Address of `count` zeroed 32-bit values. */
  allocate(count: number): number {
    const address = this.#top;
    this.#top += ((count + 15) & ~15) * 4;
    if (this.#top > this.floats.byteLength)
      throw new Error(`training needs more than ${this.floats.byteLength >> 20} MB`);
    return address;
  }

  /** View of `count` floats at an address. */
  at(address: number, count: number): Float32Array {
    return this.floats.subarray(address >> 2, (address >> 2) + count);
  }
}
