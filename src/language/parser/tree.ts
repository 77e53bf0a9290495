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
  return roots === 1 && reachesRoot(heads) ? heads : spanningTree(scores, n);
}

/** Whether no word goes round in a circle. */
function reachesRoot(heads: Int32Array): boolean {
  const seen = new Int32Array(heads.length + 1);
  for (let start = 1; start <= heads.length; start++) {
    let node = start;
    while (node !== 0 && seen[node] === 0) {
      seen[node] = start;
      node = heads[node - 1];
    }
    if (node !== 0 && seen[node] === start) return false;
  }
  return true;
}

/** A fine for each arc from the root that outweighs any gain elsewhere, so that the best tree has one such arc. */
const ROOT_FINE = 1e7;

/** A cycle that has become one node. */
interface Contraction {
  /** The node that stands for the cycle from now on. */
  readonly node: number;
  /** The nodes of the cycle with the words and heads of their arcs. */
  readonly cycle: readonly { readonly node: number; readonly word: number; readonly head: number }[];
  /** Which node each word belonged to before. */
  readonly owner: Int32Array;
}

function spanningTree(scores: ArrayLike<number>, n: number): Int32Array {
  const size = n + 1;
  const weights = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  // The words between which the arc of two nodes runs, as a node may stand for a whole cycle.
  const words = new Int32Array(size * size);
  const heads = new Int32Array(size * size);
  for (let word = 1; word < size; word++) {
    for (let head = 0; head < size; head++) {
      const arc = word * size + head;
      if (head !== word) weights[arc] = scores[(word - 1) * size + head] - (head === 0 ? ROOT_FINE : 0);
      words[arc] = word;
      heads[arc] = head;
    }
  }
  let nodes = Array.from({ length: n }, (_, i) => i + 1);
  const owner = Int32Array.from({ length: size }, (_, i) => i);
  const chosen = new Int32Array(size);
  const choose = (node: number): void => {
    chosen[node] = 0;
    for (const head of nodes) {
      if (weights[node * size + head] > weights[node * size + chosen[node]]) chosen[node] = head;
    }
  };
  for (const node of nodes) choose(node);

  const contractions: Contraction[] = [];
  for (let cycle = findCycle(chosen, nodes); cycle; cycle = findCycle(chosen, nodes)) {
    const members = new Set(cycle);
    const node = cycle[0];
    contractions.push({
      node,
      cycle: cycle.map((member) => {
        const arc = member * size + chosen[member];
        return { node: member, word: words[arc], head: heads[arc] };
      }),
      owner: owner.slice(),
    });
    const kept = cycle.map((member) => weights[member * size + chosen[member]]);
    const outside = nodes.filter((other) => !members.has(other));
    const take = (to: number, from: number, weight: number): void => {
      weights[to] = weight;
      words[to] = words[from];
      heads[to] = heads[from];
    };
    for (const other of [0, ...outside]) {
      take(node * size + other, node * size + other, weights[node * size + other] - kept[0]);
      for (let i = 1; i < cycle.length; i++) {
        const entering = weights[cycle[i] * size + other] - kept[i];
        if (entering > weights[node * size + other]) take(node * size + other, cycle[i] * size + other, entering);
        const leaving = weights[other * size + cycle[i]];
        if (leaving > weights[other * size + node]) take(other * size + node, other * size + cycle[i], leaving);
      }
    }
    for (let word = 1; word < size; word++) if (members.has(owner[word])) owner[word] = node;
    nodes = [...outside, node];
    choose(node);
    for (const other of outside) if (members.has(chosen[other])) chosen[other] = node;
  }

  // Undo the contractions: the arc that enters a cycle takes the place of the one that it breaks.
  const tree = new Int32Array(size);
  const entering = new Int32Array(size);
  for (const node of nodes) {
    entering[node] = words[node * size + chosen[node]];
    tree[entering[node]] = heads[node * size + chosen[node]];
  }
  for (const { node, cycle, owner: before } of contractions.reverse()) {
    const broken = before[entering[node]];
    const word = entering[node];
    for (const member of cycle) {
      entering[member.node] = member.node === broken ? word : member.word;
      if (member.node !== broken) tree[member.word] = member.head;
    }
  }
  return tree.subarray(1);
}

/** Nodes of a cycle that following `chosen` from one of `nodes` runs into, or null; node 0 is the end of the way. */
function findCycle(chosen: Int32Array, nodes: readonly number[]): number[] | null {
  const seen = new Int32Array(chosen.length);
  for (const start of nodes) {
    let node = start;
    while (node !== 0 && seen[node] === 0) {
      seen[node] = start;
      node = chosen[node];
    }
    if (node !== 0 && seen[node] === start) {
      const cycle = [node];
      for (let next = chosen[node]; next !== node; next = chosen[next]) cycle.push(next);
      return cycle;
    }
  }
  return null;
}
