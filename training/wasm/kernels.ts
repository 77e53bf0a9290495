// AssemblyScript: the float arithmetic of training. Matrices are row-major f32; strides and addresses are bytes.
// Relaxed fused multiply-add is used freely: training must repeat itself on one machine, not across machines.

/**
 * C[m,n] (+)= A[m,k] B[k,n]. Both strides of A are free, so the same kernel multiplies by a transpose;
 * n is a multiple of 4, rows of B and C are contiguous.
 */
export function gemm(
  a: usize, aRow: usize, aColumn: usize,
  b: usize, bRow: usize,
  c: usize, cRow: usize,
  m: i32, n: i32, k: i32, accumulate: i32,
): void {
  // The depth is cut so that the panel of B in use stays in the first-level cache.
  const depth = 256;
  for (let k0 = 0; k0 < k; k0 += depth) {
    const kk = min(depth, k - k0);
    const keep = accumulate | i32(k0 > 0);
    const a0 = a + usize(k0) * aColumn;
    const b0 = b + usize(k0) * bRow;
    let j = 0;
    for (; j + 8 <= n; j += 8) {
      const bj = b0 + (usize(j) << 2);
      const cj = c + (usize(j) << 2);
      let i = 0;
      for (; i + 6 <= m; i += 6) tile6x8(a0 + usize(i) * aRow, aRow, aColumn, bj, bRow, cj + usize(i) * cRow, cRow, kk, keep);
      for (; i < m; i++) tile1x8(a0 + usize(i) * aRow, aColumn, bj, bRow, cj + usize(i) * cRow, kk, keep);
    }
    for (; j < n; j += 4) {
      const bj = b0 + (usize(j) << 2);
      const cj = c + (usize(j) << 2);
      for (let i = 0; i < m; i++) tile1x4(a0 + usize(i) * aRow, aColumn, bj, bRow, cj + usize(i) * cRow, kk, keep);
    }
  }
}

// @ts-expect-error: decorator
@inline
function madd(x: v128, y: v128, z: v128): v128 {
  return f32x4.relaxed_madd(x, y, z);
}

// @ts-expect-error: decorator
@inline
function tile6x8(a: usize, aRow: usize, aColumn: usize, b: usize, bRow: usize, c: usize, cRow: usize, k: i32, keep: i32): void {
  let s00 = f32x4.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00;
  let s30 = s00, s31 = s00, s40 = s00, s41 = s00, s50 = s00, s51 = s00;
  const a3 = a + 3 * aRow;
  let p = a, q = a3, r = b;
  const row2 = aRow << 1;
  for (let i = 0; i < k; i++) {
    const b0 = v128.load(r), b1 = v128.load(r, 16);
    let x = v128.load32_splat(p);
    s00 = madd(x, b0, s00); s01 = madd(x, b1, s01);
    x = v128.load32_splat(p + aRow);
    s10 = madd(x, b0, s10); s11 = madd(x, b1, s11);
    x = v128.load32_splat(p + row2);
    s20 = madd(x, b0, s20); s21 = madd(x, b1, s21);
    x = v128.load32_splat(q);
    s30 = madd(x, b0, s30); s31 = madd(x, b1, s31);
    x = v128.load32_splat(q + aRow);
    s40 = madd(x, b0, s40); s41 = madd(x, b1, s41);
    x = v128.load32_splat(q + row2);
    s50 = madd(x, b0, s50); s51 = madd(x, b1, s51);
    p += aColumn; q += aColumn; r += bRow;
  }
  put(c, s00, s01, keep);
  put(c + cRow, s10, s11, keep);
  put(c + row2c(cRow), s20, s21, keep);
  const c3 = c + 3 * cRow;
  put(c3, s30, s31, keep);
  put(c3 + cRow, s40, s41, keep);
  put(c3 + row2c(cRow), s50, s51, keep);
}

// @ts-expect-error: decorator
@inline
function row2c(row: usize): usize {
  return row << 1;
}

// @ts-expect-error: decorator
@inline
function put(c: usize, x: v128, y: v128, keep: i32): void {
  if (keep) {
    x = f32x4.add(x, v128.load(c));
    y = f32x4.add(y, v128.load(c, 16));
  }
  v128.store(c, x);
  v128.store(c, y, 16);
}

// @ts-expect-error: decorator
@inline
function tile1x8(a: usize, aColumn: usize, b: usize, bRow: usize, c: usize, k: i32, keep: i32): void {
  let s0 = f32x4.splat(0), s1 = s0;
  for (let i = 0; i < k; i++) {
    const x = v128.load32_splat(a);
    s0 = madd(x, v128.load(b), s0);
    s1 = madd(x, v128.load(b, 16), s1);
    a += aColumn; b += bRow;
  }
  put(c, s0, s1, keep);
}

// @ts-expect-error: decorator
@inline
function tile1x4(a: usize, aColumn: usize, b: usize, bRow: usize, c: usize, k: i32, keep: i32): void {
  let s = keep ? v128.load(c) : f32x4.splat(0);
  for (let i = 0; i < k; i++) {
    s = madd(v128.load32_splat(a), v128.load(b), s);
    a += aColumn; b += bRow;
  }
  v128.store(c, s);
}

/** to[columns, toRow] = from[rows, fromRow] transposed. */
export function transpose(from: usize, fromRow: usize, to: usize, toRow: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++) {
    let t = to + (usize(i) << 2), f = from + usize(i) * fromRow;
    for (let j = 0; j < columns; j++) {
      f32.store(t, f32.load(f));
      f += 4; t += toRow;
    }
  }
}

/** Rows of x (`row` bytes apart, n floats used) plus a vector. */
export function addBias(x: usize, row: usize, bias: usize, rows: i32, n: i32): void {
  for (let i = 0; i < rows; i++) {
    const p = x + usize(i) * row;
    for (let j: usize = 0; j < usize(n) << 2; j += 16) v128.store(p + j, f32x4.add(v128.load(p + j), v128.load(bias + j)));
  }
}

/** bias += sum of the rows of x. */
export function sumRows(x: usize, row: usize, bias: usize, rows: i32, n: i32): void {
  for (let i = 0; i < rows; i++) {
    const p = x + usize(i) * row;
    for (let j: usize = 0; j < usize(n) << 2; j += 16) v128.store(bias + j, f32x4.add(v128.load(p + j), v128.load(bias + j)));
  }
}

/** Rows of x times a vector, in place (a dropout mask shared by the rows). */
export function scaleRows(x: usize, row: usize, mask: usize, rows: i32, n: i32): void {
  for (let i = 0; i < rows; i++) {
    const p = x + usize(i) * row;
    for (let j: usize = 0; j < usize(n) << 2; j += 16) v128.store(p + j, f32x4.mul(v128.load(p + j), v128.load(mask + j)));
  }
}

/** Leaky rectifier with slope 1/10 in place. */
export function rectify(x: usize, row: usize, rows: i32, n: i32): void {
  const slope = f32x4.splat(0.1);
  for (let i = 0; i < rows; i++) {
    const p = x + usize(i) * row;
    for (let j: usize = 0; j < usize(n) << 2; j += 16) {
      const v = v128.load(p + j);
      v128.store(p + j, f32x4.max(v, f32x4.mul(v, slope)));
    }
  }
}

/** dy times the rectifier's slope at y, where y is the rectifier's output (times a non-negative mask). */
export function rectifyGradient(dy: usize, y: usize, row: usize, rows: i32, n: i32): void {
  const slope = f32x4.splat(0.1), one = f32x4.splat(1), zero = f32x4.splat(0);
  for (let i = 0; i < rows; i++) {
    const p = dy + usize(i) * row, q = y + usize(i) * row;
    for (let j: usize = 0; j < usize(n) << 2; j += 16) {
      const s = v128.bitselect(slope, one, f32x4.lt(v128.load(q + j), zero));
      v128.store(p + j, f32x4.mul(v128.load(p + j), s));
    }
  }
}

/** out[n] = scale * sum of the rows of `table` that `ids` (i32) names. */
export function gather(out: usize, table: usize, ids: usize, count: i32, n: i32, scale: f32): void {
  const width = usize(n) << 2, s = f32x4.splat(scale);
  for (let j: usize = 0; j < width; j += 16) {
    let sum = f32x4.splat(0);
    for (let i = 0; i < count; i++) sum = f32x4.add(sum, v128.load(table + usize(load<i32>(ids + (usize(i) << 2))) * width + j));
    v128.store(out + j, f32x4.mul(sum, s));
  }
}

/** The gradient of `gather`. */
export function scatter(gradient: usize, table: usize, ids: usize, count: i32, n: i32, scale: f32): void {
  const width = usize(n) << 2, s = f32x4.splat(scale);
  for (let i = 0; i < count; i++) {
    const row = table + usize(load<i32>(ids + (usize(i) << 2))) * width;
    for (let j: usize = 0; j < width; j += 16) v128.store(row + j, madd(v128.load(gradient + j), s, v128.load(row + j)));
  }
}

/** y += x, n floats. */
export function add(y: usize, x: usize, n: i32): void {
  for (let j: usize = 0; j < usize(n) << 2; j += 16) v128.store(y + j, f32x4.add(v128.load(y + j), v128.load(x + j)));
}

// The sigmoid of the recurrence: 1/2 + P(x/2)/2 with P(y) = y (27 + y²) / (27 + 9 y²), y held to ±3, where P is flat.
// @ts-expect-error: decorator
@inline
function half(x: v128): v128 {
  return f32x4.max(f32x4.splat(-3), f32x4.min(f32x4.splat(3), f32x4.mul(x, f32x4.splat(0.5))));
}

// @ts-expect-error: decorator
@inline
function sigmoid(x: v128): v128 {
  const y = half(x), square = f32x4.mul(y, y), c = f32x4.splat(27);
  const p = f32x4.div(f32x4.mul(y, f32x4.add(c, square)), f32x4.add(c, f32x4.mul(square, f32x4.splat(9))));
  return f32x4.add(f32x4.splat(0.5), f32x4.mul(p, f32x4.splat(0.5)));
}

// @ts-expect-error: decorator
@inline
function sigmoidSlope(x: v128): v128 {
  const y = half(x), square = f32x4.mul(y, y);
  const r = f32x4.div(f32x4.sub(f32x4.splat(9), square), f32x4.add(f32x4.splat(9), f32x4.mul(square, f32x4.splat(3))));
  return f32x4.mul(f32x4.mul(r, r), f32x4.splat(0.25));
}

/**
 * A simple recurrent unit (Lei et al. 2018) over one sentence, in one direction:
 * f = σ(u_f + v_f c'), r = σ(u_r + v_r c'), c = f c' + (1-f) u_z, h = r c + (1-r) x, where c' is the state before.
 * `u` holds z, f, r side by side (width floats each) and gets the full sums of the gates back; v holds v_f, v_r.
 * `step` is the rows' stride, negative for the backward direction (the addresses then are those of the last row).
 */
export function sruForward(u: usize, uStep: isize, x: usize, v: usize, c: usize, h: usize, step: isize, zero: usize, length: i32, width: i32): void {
  const w = usize(width) << 2, one = f32x4.splat(1);
  let before = zero;
  for (let t = 0; t < length; t++) {
    for (let j: usize = 0; j < w; j += 16) {
      const past = v128.load(before + j), z = v128.load(u + j);
      const pf = madd(v128.load(v + j), past, v128.load(u + w + j));
      const pr = madd(v128.load(v + w + j), past, v128.load(u + 2 * w + j));
      v128.store(u + w + j, pf);
      v128.store(u + 2 * w + j, pr);
      const f = sigmoid(pf), r = sigmoid(pr);
      const state = madd(f, f32x4.sub(past, z), z);
      const in_ = v128.load(x + j);
      v128.store(c + j, state);
      v128.store(h + j, madd(r, f32x4.sub(state, in_), in_));
    }
    before = c;
    u += uStep; x += step; c += step; h += step;
  }
}

/** Gradient of `sruForward`: takes the addresses of the row that was computed last. Adds to dx and dv, writes du. */
export function sruBackward(
  u: usize, du: usize, uStep: isize, x: usize, dx: usize, v: usize, dv: usize, c: usize, dh: usize, step: isize,
  zero: usize, carry: usize, length: i32, width: i32,
): void {
  const w = usize(width) << 2, one = f32x4.splat(1);
  for (let j: usize = 0; j < w; j += 16) v128.store(carry + j, f32x4.splat(0));
  for (let t = length - 1; t >= 0; t--) {
    const before = t > 0 ? c - step : zero;
    for (let j: usize = 0; j < w; j += 16) {
      const past = v128.load(before + j), z = v128.load(u + j), pf = v128.load(u + w + j), pr = v128.load(u + 2 * w + j);
      const f = sigmoid(pf), r = sigmoid(pr), state = v128.load(c + j), in_ = v128.load(x + j), g = v128.load(dh + j);
      const dr = f32x4.mul(f32x4.mul(g, f32x4.sub(state, in_)), sigmoidSlope(pr));
      v128.store(dx + j, madd(g, f32x4.sub(one, r), v128.load(dx + j)));
      const dc = madd(g, r, v128.load(carry + j));
      const df = f32x4.mul(f32x4.mul(dc, f32x4.sub(past, z)), sigmoidSlope(pf));
      v128.store(du + j, f32x4.mul(dc, f32x4.sub(one, f)));
      v128.store(du + w + j, df);
      v128.store(du + 2 * w + j, dr);
      v128.store(carry + j, madd(dr, v128.load(v + w + j), madd(df, v128.load(v + j), f32x4.mul(dc, f))));
      v128.store(dv + j, madd(df, past, v128.load(dv + j)));
      v128.store(dv + w + j, madd(dr, past, v128.load(dv + w + j)));
    }
    u -= uStep; du -= uStep; x -= step; dx -= step; c -= step; dh -= step;
  }
}

/** One step of Adam over n floats, with a moving average of the weights; the gradient (times a factor) is used up. */
export function adam(
  w: usize, g: usize, m: usize, v: usize, average: usize, n: i32,
  rate: f32, beta1: f32, beta2: f32, keep: f32, factor: f32,
): void {
  const r = f32x4.splat(-rate), b1 = f32x4.splat(beta1), n1 = f32x4.splat(1 - beta1);
  const b2 = f32x4.splat(beta2), n2 = f32x4.splat(1 - beta2), e = f32x4.splat(1e-8);
  const change = f32x4.splat(1 - keep), scale = f32x4.splat(factor), zero = f32x4.splat(0);
  for (let j: usize = 0; j < usize(n) << 2; j += 16) {
    const grad = f32x4.mul(v128.load(g + j), scale);
    const mm = madd(v128.load(m + j), b1, f32x4.mul(grad, n1));
    const vv = madd(v128.load(v + j), b2, f32x4.mul(f32x4.mul(grad, grad), n2));
    const ww = madd(r, f32x4.div(mm, f32x4.add(f32x4.sqrt(vv), e)), v128.load(w + j));
    const av = v128.load(average + j);
    v128.store(m + j, mm);
    v128.store(v + j, vv);
    v128.store(w + j, ww);
    v128.store(average + j, madd(f32x4.sub(ww, av), change, av));
    v128.store(g + j, zero);
  }
}

/** Sum of squares of n floats. */
export function sumSquares(x: usize, n: i32): f32 {
  let s = f32x4.splat(0);
  for (let j: usize = 0; j < usize(n) << 2; j += 16) {
    const v = v128.load(x + j);
    s = madd(v, v, s);
  }
  return f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3);
}
