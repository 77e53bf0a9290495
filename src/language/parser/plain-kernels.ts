import type { Kernels } from './kernels.ts';
import { packedPlace } from './packing.ts';

/** 3·2²² — adding it to a small 32-bit float and taking it away rounds half to even, as SIMD's `nearest` does. */
const ROUNDER = 12582912;

/** Weights two to a 64-bit float: the sum of products of each stays below half of this, so both can be taken apart. */
const SECOND = 2 ** 26;

const round = Math.fround;

function takeApart(pair: number, sums: Float64Array, at: number): void {
  const second = Math.floor(pair / SECOND + 0.5);
  sums[at] = pair - second * SECOND;
  sums[at + 1] = second;
}

/** The kernels in plain JavaScript, to the bit the same as those of `wasm/kernels.ts`. */
export function createPlainKernels(memory: { readonly buffer: ArrayBufferLike }): Kernels {
  let floats = new Float32Array(memory.buffer);
  let shorts = new Int16Array(memory.buffer);
  let ints = new Int32Array(memory.buffer);
  const packed = new Map<number, Float64Array>();

  const refresh = (): void => {
    if (floats.byteLength > 0) return;
    floats = new Float32Array(memory.buffer);
    shorts = new Int16Array(memory.buffer);
    ints = new Int32Array(memory.buffer);
  };

  /** A matrix of weights, which never changes after loading: for eight outputs at a time, four pairs for each input. */
  const packedWeights = (weights: number, k: number, n: number): Float64Array => {
    let pairs = packed.get(weights);
    if (!pairs) {
      pairs = new Float64Array(Math.ceil(n / 8) * 4 * k);
      for (let j = 0; j < n; j++) {
        const to = (j >> 3) * 4 * k + ((j & 7) >> 1);
        const factor = j & 1 ? SECOND : 1;
        for (let c = 0; c < k; c++) pairs[to + 4 * c] += shorts[(weights >> 1) + packedPlace(j, c, k)] * factor;
      }
      packed.set(weights, pairs);
    }
    return pairs;
  };

  const sigmoid = (x: number): number => {
    const y = Math.max(-3, Math.min(3, round(x * 0.5)));
    const square = round(y * y);
    const p = round(round(y * round(27 + square)) / round(27 + round(square * 9)));
    return round(0.5 + round(p * 0.5));
  };

  return {
    quantise(x, row, q, scales, rows, n) {
      refresh();
      for (let i = 0; i < rows; i++) {
        const from = (x + i * row) >> 2;
        let highest = 0;
        for (let j = from; j < from + n; j++) highest = Math.max(highest, Math.abs(floats[j]));
        const factor = highest > 0 ? round(1023 / highest) : 0;
        const to = (q >> 1) + i * n;
        for (let j = 0; j < n; j++) {
          shorts[to + j] = round(round(round(floats[from + j] * factor) + ROUNDER) - ROUNDER);
        }
        floats[(scales >> 2) + i] = highest / 1023;
      }
    },

    linear(q, scales, weights, weightScales, bias, y, yRow, rows, k, n) {
      refresh();
      const pairs = packedWeights(weights, k, n);
      const x = new Float64Array(k);
      const sums = new Float64Array(8);
      for (let i = 0; i < rows; i++) {
        const from = (q >> 1) + i * k;
        for (let c = 0; c < k; c++) x[c] = shorts[from + c];
        const scale = floats[(scales >> 2) + i];
        const out = (y + i * yRow) >> 2;
        for (let j = 0; j < n; j += 8) {
          let s0 = 0;
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          for (let c = 0, r = (j >> 1) * k; c < k; c++, r += 4) {
            const value = x[c];
            s0 += value * pairs[r];
            s1 += value * pairs[r + 1];
            s2 += value * pairs[r + 2];
            s3 += value * pairs[r + 3];
          }
          takeApart(s0, sums, 0);
          takeApart(s1, sums, 2);
          takeApart(s2, sums, 4);
          takeApart(s3, sums, 6);
          const last = Math.min(8, n - j);
          for (let o = 0; o < last; o++) {
            const value = round(round(sums[o]) * round(scale * floats[(weightScales >> 2) + j + o]));
            floats[out + j + o] = value + floats[(bias >> 2) + j + o];
          }
        }
      }
    },

    rectifiedSums(y, addresses, rows, count, n) {
      refresh();
      for (let i = 0; i < rows; i++) {
        const list = (addresses >> 2) + i * count;
        for (let j = 0; j < n; j++) {
          let v = floats[(ints[list] >> 2) + j];
          for (let c = 1; c < count; c++) v = round(v + floats[(ints[list + c] >> 2) + j]);
          floats[(y >> 2) + i * n + j] = Math.max(v, round(v * round(0.1)));
        }
      }
    },

    rectify(x, row, rows, n) {
      refresh();
      for (let i = 0; i < rows; i++) {
        const from = (x + i * row) >> 2;
        for (let j = from; j < from + n; j++) floats[j] = Math.max(floats[j], round(floats[j] * round(0.1)));
      }
    },

    recur(u, uStep, x, h, step, v, state, length, width) {
      refresh();
      const vf = v >> 2;
      const past = state >> 2;
      for (let t = 0; t < length; t++) {
        const z = (u + t * uStep) >> 2;
        const own = (x + t * step) >> 2;
        const out = (h + t * step) >> 2;
        for (let j = 0; j < width; j++) {
          const before = floats[past + j];
          const f = sigmoid(round(round(floats[vf + j] * before) + floats[z + width + j]));
          const r = sigmoid(round(round(floats[vf + width + j] * before) + floats[z + 2 * width + j]));
          const c = round(round(f * round(before - floats[z + j])) + floats[z + j]);
          floats[past + j] = c;
          floats[out + j] = round(r * round(c - floats[own + j])) + floats[own + j];
        }
      }
    },

    scoreArcs(words, wordScales, heads, headScales, near, nearRow, buckets, scores, n, k) {
      refresh();
      let to = scores >> 2;
      for (let i = 0; i < n; i++) {
        const own = (near + i * nearRow) >> 2;
        const scale = floats[(wordScales >> 2) + i];
        for (let j = 0; j <= n; j++, to++) {
          let sum = 0;
          const p = (words >> 1) + i * k;
          const r = (heads >> 1) + j * k;
          for (let c = 0; c < k; c++) sum = (sum + shorts[p + c] * shorts[r + c]) | 0;
          let score = round(round(sum) * round(scale * floats[(headScales >> 2) + j]));
          if (j === 0) {
            score = round(score + floats[own]);
          } else {
            const bucket = ints[(buckets >> 2) + n - 1 + (j - 1 - i)];
            score = round(
              score + round(floats[own + bucket] + floats[((near + (j - 1) * nearRow) >> 2) + 32 + bucket]),
            );
          }
          floats[to] = score;
        }
      }
    },
  };
}
