/**
 * The highest-scoring tree with exactly one root (Chu and Liu 1965, Edmonds 1967).
 *
 * `scores[word * (n + 1) + head]` with `word` in 0..n-1 and `head` in 0..n, where head 0 is the root and head h is word
 * h-1. Returns the head of each word, 0 for the root. Ties go to the lower head, so the answer is the same everywhere.
 */
export function maximumSpanningTree(scores: ArrayLike<number>, n: number): Int32Array {
  const heads = new Int32Array(n);
  let roots = 0;
  for (let word = 0; word < n; word++) {
    let best = -1;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (let head = 0; head <= n; head++) {
      const score = scores[word * (n + 1) + head];
      if (head !== word + 1 && (best < 0 || score > bestScore)) {
        best = head;
        bestScore = score;
      }
    }
    heads[word] = best;
    if (best === 0) roots++;
  }
  if (roots === 1 && !findCycle(heads)) return heads;
  return spanningTree(scores, n);
}

/** A fine for each arc from the root that outweighs any gain elsewhere, so that the best tree has one such arc. */
const ROOT_FINE = 1e7;

function spanningTree(scores: ArrayLike<number>, n: number): Int32Array {
  const size = n + 1;
  const weights = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  for (let word = 1; word < size; word++) {
    for (let head = 0; head < size; head++) {
      if (head !== word) weights[word * size + head] = scores[(word - 1) * size + head] - (head === 0 ? ROOT_FINE : 0);
    }
  }
  return contract(weights, size).subarray(1);
}

/** Heads of nodes 1..size-1 in the best tree from node 0 (entry 0 is unused). */
function contract(weights: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let node = 1; node < size; node++) {
    for (let head = 1; head < size; head++) {
      if (weights[node * size + head] > weights[node * size + heads[node]]) heads[node] = head;
    }
  }
  const cycle = findCycle(heads.subarray(1));
  if (!cycle) return heads;

  const inCycle = new Uint8Array(size);
  for (const word of cycle) inCycle[word + 1] = 1;
  const outside: number[] = [];
  for (let node = 0; node < size; node++) if (!inCycle[node]) outside.push(node);
  const smaller = outside.length + 1;
  const merged = outside.length;
  const inner = new Float64Array(smaller * smaller).fill(Number.NEGATIVE_INFINITY);
  const leaves = new Int32Array(smaller); // for a node outside: the best head within the cycle
  const enters = new Int32Array(smaller); // for a head outside: the node of the cycle where it breaks in
  outside.forEach((node, i) => {
    outside.forEach((head, j) => {
      inner[i * smaller + j] = weights[node * size + head];
    });
    for (const word of cycle) {
      const member = word + 1;
      const leaving = weights[node * size + member];
      if (leaving > inner[i * smaller + merged]) {
        inner[i * smaller + merged] = leaving;
        leaves[i] = member;
      }
      const entering = weights[member * size + node] - weights[member * size + heads[member]];
      if (entering > inner[merged * smaller + i]) {
        inner[merged * smaller + i] = entering;
        enters[i] = member;
      }
    }
  });
  const answer = contract(inner, smaller);
  for (let i = 1; i < outside.length; i++) heads[outside[i]] = answer[i] === merged ? leaves[i] : outside[answer[i]];
  heads[enters[answer[merged]]] = outside[answer[merged]];
  return heads;
}

/** Words of a cycle among `heads` (0 is the root, h is word h-1), or null. */
function findCycle(heads: Int32Array): number[] | null {
  const seen = new Int32Array(heads.length);
  for (let start = 0; start < heads.length; start++) {
    let word = start;
    while (word >= 0 && seen[word] === 0) {
      seen[word] = start + 1;
      word = heads[word] - 1;
    }
    if (word >= 0 && seen[word] === start + 1) {
      const cycle = [word];
      for (let next = heads[word] - 1; next !== word; next = heads[next] - 1) cycle.push(next);
      return cycle;
    }
  }
  return null;
}
