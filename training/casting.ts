/**
 * `npm run train:casting [-- --check]`: fits the weights that cast parts (`src/coding/events/casting`) to the annotated
 * articles and writes `src/codebook/data/casting.yaml`; `--check` fits to all articles but a quarter at a time, says how
 * often both sides of the others are right, and writes nothing. How sure sides are is fitted to those casts. Full batches from zero: the same data give the same weights.
 */
import { writeFileSync } from 'node:fs';
import type { Codebook } from '../src/codebook/codebook.ts';
import { loadCodebook } from '../src/codebook/load.ts';
import { type Actors, actorsOf } from '../src/coding/actors/index.ts';
import { areApart, bestCasting } from '../src/coding/events/casting/choice.ts';
import { type Features, Positions } from '../src/coding/events/casting/feature-space.ts';
import { pairFeatures, partFeatures } from '../src/coding/events/casting/features.ts';
import { recast } from '../src/coding/events/casting/index.ts';
import { type Scene, sceneOf } from '../src/coding/events/casting/scene.ts';
import { nobodyFeatures, SPACE } from '../src/coding/events/casting/templates.ts';
import type { View } from '../src/coding/events/casting/view.ts';
import { type Draft, proposedEvents } from '../src/coding/events/index.ts';
import { examplesOf } from '../src/coding/examples.ts';
import { SIDES, type Side } from '../src/coding/reading.ts';
import { statementsOf } from '../src/coding/statements/index.ts';
import type { Document } from '../src/language/document.ts';
import { createLanguage } from '../src/language/index.ts';
import type { Span } from '../src/page/article.ts';
import { readPage } from '../src/page/index.ts';
import { actorsById, meet } from './alike.ts';
import { type AnnotatedArticle, goldArticles, hasAnnotations, inventedReports, ownArticles } from './annotated.ts';
import { matched } from './matching.ts';
import { fitSureness, type JudgedSide } from './sure.ts';

/** Which actors are right on a side: those annotated, or those whose words an example marks. */
interface Answer {
  readonly isRight: (side: Side, ids: readonly string[]) => boolean;
}

/** An event whose parts are known, with what the model sees of every pair that might play them. */
interface Example extends Answer {
  /** Position of the annotated article; null for a codebook's example. */
  readonly article: number | null;
  readonly scene: Scene;
  readonly sources: Rows;
  readonly targets: Rows;
  readonly pairs: readonly Pair[];
  readonly together: Rows;
}

/** Lists of features one after the other, each up to its end. */
interface Rows {
  readonly features: Int32Array;
  readonly ends: Int32Array;
}

/** Two parties by their positions among the contenders. */
interface Pair {
  readonly source: number;
  readonly target: number;
  readonly right: boolean;
}

const WEIGHTS = new URL('../src/codebook/data/casting.yaml', import.meta.url);
const FOLDS = 4;
const STEPS = 60;
const RATE = 0.3;
const SHRINK = 6;
/** How much an example of the codebook counts against an annotated event: its sentence is plainer than those of news. */
const EXAMPLE_WEIGHT = 0.3;
/** Taken off the scores of nobody: a guess that is right in a third of its uses is worth recording, as inferred. */
const RELUCTANCE: Readonly<Record<Side, number>> = { source: 0.8, target: 1.1 };

type Read = (
  text: string,
  published: string | null,
) => { document: Document; actors: Actors; drafts: Draft[]; view: View };

function reader(codebook: Codebook): Read {
  const language = createLanguage({ codebook });
  return (text, published) => {
    const line = new TextEncoder().encode(JSON.stringify({ id: 'annotated', published, text }));
    const [page] = readPage(line, { file: 'annotated.jsonl' }).articles;
    const document = language(page);
    const actors = actorsOf(document, codebook);
    const statements = statementsOf(document, actors, codebook);
    return { document, actors, ...proposedEvents(document, actors, statements, codebook) };
  };
}

function fromArticle({ published, text, events }: AnnotatedArticle, article: number, read: Read): Example[] {
  const { actors, drafts, view } = read(text, published);
  const actorsOfIds = actorsById(actors.actors);
  return matched(events, drafts, actorsOfIds).map(([event, draft]) => {
    // A side that nobody is annotated on is nobody's.
    const isRight: Answer['isRight'] = (side, ids) =>
      event[side].length === 0 ? ids.length === 0 : meet(event[side], actorsOfIds(ids));
    return exampleOf(article, draft, view, { isRight });
  });
}

/** The codebook's own examples: plain sentences, which keep the model to the slots of the frames where these are plain. */
function fromCodebook(codebook: Codebook, read: Read): Example[] {
  return examplesOf(codebook).flatMap((given) => {
    const { actors, drafts, view } = read(given.text, null);
    const marked = { source: markedIn(given.source, actors), target: markedIn(given.target, actors) };
    const isRight: Answer['isRight'] = (side, ids) => marked[side]?.some((id) => ids.includes(id)) ?? true;
    const draft = drafts.find(({ type }) => type === given.type);
    return draft ? [exampleOf(null, draft, view, { isRight })] : [];
  });
}

function markedIn(span: Span | null, { actors }: Actors): string[] | null {
  if (span === null) return null;
  return actors
    .filter(({ mentions }) => mentions.some(([start, end]) => start < span[1] && end > span[0]))
    .map(({ id }) => id);
}

function rowsOf(finds: readonly ((found: Features) => void)[]): Rows {
  const found = new Positions();
  const ends = finds.map((find) => {
    find(found);
    return found.list.length;
  });
  return { features: Int32Array.from(found.list), ends: Int32Array.from(ends) };
}

function exampleOf(article: number | null, draft: Draft, view: View, { isRight }: Answer): Example {
  const scene = sceneOf(draft, view);
  const parties = scene.contenders;
  const [asSource, asTarget] = SIDES.map((side) => parties.map(({ actors }) => isRight(side, actors)));
  const pairs: Pair[] = [];
  for (const [source, one] of parties.entries())
    for (const [target, other] of parties.entries())
      if (areApart(one, other)) pairs.push({ source, target, right: asSource[source] && asTarget[target] });
  // Where no pair is right on both sides, one that is right on one side still teaches.
  const some = pairs.some(({ right }) => right);
  const rowsOn = (side: Side): Rows =>
    rowsOf(parties.map((party) => (found) => partFeatures(scene, side, party, found)));
  return {
    article,
    scene,
    isRight,
    sources: rowsOn('source'),
    targets: rowsOn('target'),
    pairs: some ? pairs : pairs.map((pair) => ({ ...pair, right: asSource[pair.source] || asTarget[pair.target] })),
    together: rowsOf(
      pairs.map(
        ({ source, target }) =>
          (found) =>
            pairFeatures(scene, parties[source], parties[target], found),
      ),
    ),
  };
}

/** The sum of the weights of each row. */
function sums({ features, ends }: Rows, weights: Float64Array): Float64Array {
  const found = new Float64Array(ends.length);
  for (let row = 0, at = 0; row < ends.length; row++) {
    let sum = 0;
    for (; at < ends[row]; at++) sum += weights[features[at]];
    found[row] = sum;
  }
  return found;
}

/** Adds to `gradient` what each row is pushed by. */
function push({ features, ends }: Rows, pushes: Float64Array, gradient: Float64Array): void {
  for (let row = 0, at = 0; row < ends.length; at = ends[row++])
    if (pushes[row] !== 0) for (; at < ends[row]; at++) gradient[features[at]] += pushes[row];
}

/** Adds to `gradient` that of the log probability of the right pairs under the weights. */
function learnFrom(example: Example, weights: Float64Array, gradient: Float64Array): void {
  const { article, sources, targets, pairs, together } = example;
  const [bySource, byTarget] = [sums(sources, weights), sums(targets, weights)];
  const scores = sums(together, weights);
  for (const [index, { source, target }] of pairs.entries()) scores[index] += bySource[source] + byTarget[target];
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const chances = scores.map((score) => Math.exp(score - highest));
  const all = chances.reduce((total, each) => total + each, 0);
  const right = chances.reduce((total, each, index) => total + (pairs[index].right ? each : 0), 0);
  if (right === 0) return;
  const weight = article === null ? EXAMPLE_WEIGHT : 1;
  const [onSources, onTargets] = [new Float64Array(bySource.length), new Float64Array(byTarget.length)];
  const pushes = new Float64Array(scores.length);
  for (const [index, { source, target, right: isRight }] of pairs.entries()) {
    const own = weight * ((isRight ? chances[index] / right : 0) - chances[index] / all);
    if (Math.abs(own) < 1e-5) continue;
    pushes[index] = own;
    onSources[source] += own;
    onTargets[target] += own;
  }
  push(together, pushes, gradient);
  push(sources, onSources, gradient);
  push(targets, onTargets, gradient);
}

function fitWeights(examples: readonly Example[]): Float64Array {
  const weights = new Float64Array(SPACE.size);
  const gradient = new Float64Array(SPACE.size);
  const squares = new Float64Array(SPACE.size);
  for (let step = 0; step < STEPS; step++) {
    gradient.fill(0);
    for (const example of examples) learnFrom(example, weights, gradient);
    for (let index = 0; index < weights.length; index++) {
      const slope = gradient[index] - SHRINK * weights[index];
      if (slope === 0) continue;
      squares[index] += slope * slope;
      weights[index] += (RATE * slope) / Math.sqrt(squares[index]);
    }
  }
  for (const side of SIDES) for (const index of nobodyFeatures(side)) weights[index] -= RELUCTANCE[side];
  return weights;
}

/** Shares of the examples that have both sides, the source, the target right; a side that is nobody's may be guessed. */
function sharesRight(examples: readonly Example[], cast: (example: Example) => Draft): number[] {
  const right = [0, 0, 0];
  for (const example of examples) {
    const { sources, targets } = cast(example);
    const isRight = (side: Side, ids: readonly string[]) => example.isRight(side, []) || example.isRight(side, ids);
    const [source, target] = [isRight('source', sources), isRight('target', targets)];
    for (const [index, holds] of [source && target, source, target].entries()) right[index] += Number(holds);
  }
  return right.map((count) => count / examples.length);
}

/** Each annotated example cast by weights that have not seen its article. */
function crossCast(examples: readonly Example[]): Map<Example, Draft> {
  const casts = new Map<Example, Draft>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = ({ article }: Example): boolean => article !== null && article % FOLDS === fold;
    const weights = fitWeights(examples.filter((example) => !isOut(example)));
    for (const example of examples.filter(isOut))
      casts.set(example, recast(example.scene.draft, bestCasting(example.scene, weights)));
  }
  return casts;
}

/** The sides that were cast, as `sure.ts` judges them. */
function judgedSides(casts: ReadonlyMap<Example, Draft>, side: Side): JudgedSide[] {
  return [...casts].flatMap(([{ isRight }, { sources, targets, chances, inferred }]) => {
    const actors = side === 'source' ? sources : targets;
    if (actors.length === 0) return [];
    return [{ chance: chances[side], isInferred: inferred.includes(side), right: isRight(side, actors) }];
  });
}

function check(examples: readonly Example[]): void {
  const casts = crossCast(examples);
  const tested = [...casts.keys()];
  const print = (name: string, shares: readonly number[]): void =>
    console.log(`${name.padEnd(16)} ${shares.map((share) => share.toFixed(3)).join(' ')}`);
  const isOpen = (example: Example): boolean => example.isRight('source', []);
  const isGiven = (example: Example): boolean => casts.get(example)!.sources.length > 0;
  const open = tested.filter(isOpen);
  console.log(
    `${tested.length} events, ${open.length} of them nobody's, ${open.filter(isGiven).length} of these given to somebody`,
  );
  console.log(
    `${tested.filter((example) => !isOpen(example) && !isGiven(example)).length} of somebody given to nobody`,
  );
  console.log('right: both sides, source, target');
  print(
    'rules alone',
    sharesRight(tested, ({ scene }) => scene.draft),
  );
  print(
    'with the model',
    sharesRight(tested, (example) => casts.get(example)!),
  );
}

/** A record on one line of YAML. */
const flow = (record: Readonly<Record<string, number>>): string =>
  JSON.stringify(record).replaceAll(':', ': ').replaceAll(',', ', ');

if (!hasAnnotations()) {
  console.error('../shared is not here: nothing to learn from');
  process.exit(1);
}
const articles = [...goldArticles(), ...ownArticles(), ...inventedReports()].filter(({ held }) => !held);
const codebook = await loadCodebook();
const read = reader(codebook);
const examples = [
  ...articles.flatMap((article, position) => fromArticle(article, position, read)),
  ...fromCodebook(codebook, read),
];
if (process.argv.includes('--check')) check(examples);
else {
  const casts = crossCast(examples);
  const sure = SIDES.map((side) => `      ${side}: ${flow(fitSureness(judgedSides(casts, side)))}`);
  const named = Object.entries(SPACE.named(fitWeights(examples))).map(
    ([template, weights]) => `      "${template}": ${flow(weights)}`,
  );
  writeFileSync(
    WEIGHTS,
    `# Weights of the model that casts parts (src/coding/events/casting), fitted by \`npm run train:casting\`. Not for editing by hand.\ncasting:\n  - fitted: ${examples.length} events of ${articles.length} annotated articles and the examples of the codebook\n    sure:\n${sure.join('\n')}\n    weights:\n${named.join('\n')}\n`,
  );
}
