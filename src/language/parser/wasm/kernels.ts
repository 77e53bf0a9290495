// AssemblyScript: the arithmetic of the parser, four or eight numbers at a time. Every function has a twin in
// ../plain-kernels.ts that gives the same bits: sums of integers are exact, and floats are added in the same order.
// Addresses and strides are bytes, sizes are numbers. Only plain SIMD: relaxed operations differ between machines.

/** Rows of x as 16-bit integers of at most ±1023; `scales` gets what one unit of a row stands for. n is a multiple of 8. */
export function quantise(x: usize, row: usize, q: usize, scales: usize, rows: i32, n: i32): void {
  const bytes = usize(n) << 2;
  for (let i = 0; i < rows; i++) {
    let top = f32x4.splat(0);
    for (let j: usize = 0; j < bytes; j += 16) top = f32x4.max(top, f32x4.abs(v128.load(x + j)));
    const highest: f32 = max(
      max(f32x4.extract_lane(top, 0), f32x4.extract_lane(top, 1)),
      max(f32x4.extract_lane(top, 2), f32x4.extract_lane(top, 3)),
    );
    const factor = f32x4.splat(highest > 0 ? 1023 / highest : 0);
    for (let j: usize = 0; j < bytes; j += 32) {
      const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x + j), factor)));
      const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x + j, 16), factor)));
      v128.store(q, i16x8.narrow_i32x4_s(low, high));
      q += 16;
    }
    store<f32>(scales, highest / 1023);
    x += row;
    scales += 4;
  }
}

/**
 * y[rows, n] = q W + bias, where W has k 16-bit integers and a scale for each output. k: ·8, n: ·4. The weights of four
 * outputs stand together: eight of the first, eight of the second and so on, then the next eight of each.
 */
export function linear(
  q: usize, scales: usize, weights: usize, weightScales: usize, bias: usize, y: usize, yRow: usize,
  rows: i32, k: i32, n: i32,
): void {
  const qRow = usize(k) << 1;
  for (let j = 0; j < n; j += 4) {
    const w = weights + usize(j) * qRow;
    const scale = v128.load(weightScales + (usize(j) << 2));
    const offset = v128.load(bias + (usize(j) << 2));
    let to = y + (usize(j) << 2);
    let p = q;
    let i = 0;
    for (; i + 2 <= rows; i += 2) {
      let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
      let r = w;
      const end = p + qRow;
      let next = end;
      while (p < end) {
        const x = v128.load(p), z = v128.load(next);
        let v = v128.load(r);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x, v));
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(z, v));
        v = v128.load(r, 16);
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x, v));
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(z, v));
        v = v128.load(r, 32);
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(x, v));
        b2 = i32x4.add(b2, i32x4.dot_i16x8_s(z, v));
        v = v128.load(r, 48);
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(x, v));
        b3 = i32x4.add(b3, i32x4.dot_i16x8_s(z, v));
        p += 16; next += 16; r += 64;
      }
      p = next;
      put(to, a0, a1, a2, a3, load<f32>(scales + (usize(i) << 2)), scale, offset);
      put(to + yRow, b0, b1, b2, b3, load<f32>(scales + (usize(i) << 2), 4), scale, offset);
      to += yRow << 1;
    }
    if (i < rows) {
      let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
      let r = w;
      const end = p + qRow;
      for (; p < end; p += 16, r += 64) {
        const x = v128.load(p);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x, v128.load(r)));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x, v128.load(r, 16)));
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(x, v128.load(r, 32)));
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(x, v128.load(r, 48)));
      }
      put(to, a0, a1, a2, a3, load<f32>(scales + (usize(i) << 2)), scale, offset);
    }
  }
}

// @ts-expect-error: decorator
@inline
function put(y: usize, s0: v128, s1: v128, s2: v128, s3: v128, rowScale: f32, scale: v128, offset: v128): void {
  // Sums across the lanes of four accumulators at once.
  const low = i32x4.add(i32x4.shuffle(s0, s1, 0, 4, 1, 5), i32x4.shuffle(s0, s1, 2, 6, 3, 7));
  const high = i32x4.add(i32x4.shuffle(s2, s3, 0, 4, 1, 5), i32x4.shuffle(s2, s3, 2, 6, 3, 7));
  const sum = i32x4.add(i32x4.shuffle(low, high, 0, 1, 4, 5), i32x4.shuffle(low, high, 2, 3, 6, 7));
  const value = f32x4.mul(f32x4.convert_i32x4_s(sum), f32x4.mul(f32x4.splat(rowScale), scale));
  v128.store(y, f32x4.add(value, offset));
}

/** y[rows, n]: each row the rectified sum of the `count` rows of n numbers whose addresses (i32) stand side by side. */
export function rectifiedSums(y: usize, addresses: usize, rows: i32, count: i32, n: i32): void {
  const slope = f32x4.splat(0.1), last = addresses + (usize(count) << 2);
  for (let i = 0; i < rows; i++) {
    const shift = usize(i * count) << 2;
    for (let j: usize = 0; j < usize(n) << 2; j += 16) {
      let v = v128.load(usize(load<u32>(addresses + shift)) + j);
      for (let p = addresses + shift + 4; p < last + shift; p += 4) v = f32x4.add(v, v128.load(usize(load<u32>(p)) + j));
      v128.store(y + j, f32x4.max(v, f32x4.mul(v, slope)));
    }
    y += usize(n) << 2;
  }
}

/** Leaky rectifier over the first n numbers of each row, in place. */
export function rectify(x: usize, row: usize, rows: i32, n: i32): void {
  const slope = f32x4.splat(0.1);
  for (let i = 0; i < rows; i++) {
    for (let j: usize = 0; j < usize(n) << 2; j += 16) {
      const v = v128.load(x + j);
      v128.store(x + j, f32x4.max(v, f32x4.mul(v, slope)));
    }
    x += row;
  }
}

// 1/2 + P(x/2)/2 with P(y) = y (27 + y²) / (27 + 9 y²), y held to ±3: a sigmoid of exactly defined operations.
// @ts-expect-error: decorator
@inline
function sigmoid(x: v128): v128 {
  const y = f32x4.max(f32x4.splat(-3), f32x4.min(f32x4.splat(3), f32x4.mul(x, f32x4.splat(0.5))));
  const square = f32x4.mul(y, y), c = f32x4.splat(27);
  const p = f32x4.div(f32x4.mul(y, f32x4.add(c, square)), f32x4.add(c, f32x4.mul(square, f32x4.splat(9))));
  return f32x4.add(f32x4.splat(0.5), f32x4.mul(p, f32x4.splat(0.5)));
}

/**
 * One direction of a simple recurrent unit (Lei et al. 2018) over a sentence: f = σ(u_f + v_f c'), r = σ(u_r + v_r c'),
 * c = f c' + (1-f) z, h = r c + (1-r) x. A row of u holds z, u_f, u_r; v holds v_f, v_r; `state` starts as zeros.
 * Steps are negative for the backward direction.
 */
export function recur(u: usize, uStep: isize, x: usize, h: usize, step: isize, v: usize, state: usize, length: i32, width: i32): void {
  const w = usize(width) << 2;
  for (let t = 0; t < length; t++) {
    for (let j: usize = 0; j < w; j += 16) {
      const past = v128.load(state + j), z = v128.load(u + j), own = v128.load(x + j);
      const f = sigmoid(f32x4.add(f32x4.mul(v128.load(v + j), past), v128.load(u + w + j)));
      const r = sigmoid(f32x4.add(f32x4.mul(v128.load(v + w + j), past), v128.load(u + 2 * w + j)));
      const c = f32x4.add(f32x4.mul(f, f32x4.sub(past, z)), z);
      v128.store(state + j, c);
      v128.store(h + j, f32x4.add(f32x4.mul(r, f32x4.sub(c, own)), own));
    }
    u += uStep; x += step; h += step;
  }
}

/**
 * scores[n, n + 1]: how well each head suits each word, head 0 the root. The first term is the product of the words'
 * (quantised) roles; the others are learned for the distance, by word (`near`: 32 numbers) and by head (the next 32).
 * `buckets` holds the distance's bucket (i32) for head - word from -(n-1) to n-1.
 */
export function scoreArcs(
  words: usize, wordScales: usize, heads: usize, headScales: usize, near: usize, nearRow: usize, buckets: usize,
  scores: usize, n: i32, k: i32,
): void {
  const row = usize(k) << 1;
  const zero = buckets + (usize(n - 1) << 2);
  for (let i = 0; i < n; i++) {
    const own = near + usize(i) * nearRow;
    const scale = load<f32>(wordScales + (usize(i) << 2));
    for (let j = 0; j <= n; j++) {
      let sum = i32x4.splat(0);
      const p = words + usize(i) * row, r = heads + usize(j) * row;
      for (let c: usize = 0; c < row; c += 16) sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(p + c), v128.load(r + c)));
      const total = i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3);
      let score: f32 = <f32>total * (scale * load<f32>(headScales + (usize(j) << 2)));
      if (j == 0) {
        score += load<f32>(own);
      } else {
        const bucket = usize(load<i32>(zero + ((isize(j) - 1 - isize(i)) << 2))) << 2;
        score += load<f32>(own + bucket) + load<f32>(near + usize(j - 1) * nearRow + 128 + bucket);
      }
      store<f32>(scores, score);
      scores += 4;
    }
  }
}
