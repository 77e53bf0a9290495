/**
 * `npm run train:casting [-- --check]`: fits the weights that cast parts (`src/coding/events/casting`) to the annotated
 * articles and writes `src/codebook/data/casting.yaml`; `--check` fits to all articles but an eighth at a time, says how
 * often both sides of the others are right, and writes nothing. Full batches from zero: the same data give the same weights.
 */
import { writeFileSync } from 'node:fs';
import type { Codebook } from '../src/codebook/codebook.ts';
import { loadCodebook } from '../src/codebook/load.ts';
import { actorsOf } from '../src/coding/actors/index.ts';
import { NOBODY_FEATURES, pairFeatures, partFeatures, SPACE } from '../src/coding/events/casting/features.ts';
import { areApart, bestPair, candidatesFor, recast } from '../src/coding/events/casting/index.ts';
import type { View } from '../src/coding/events/casting/view.ts';
import { type Draft, proposedEvents } from '../src/coding/events/index.ts';
import type { Actor } from '../src/coding/reading.ts';
import { statementsOf } from '../src/coding/statements/index.ts';
import { createLanguage } from '../src/language/index.ts';
import { readPage } from '../src/page/index.ts';
import { meet } from './alike.ts';
import { type AnnotatedArticle, type AnnotatedEvent, goldArticles, hasAnnotations, ownArticles } from './annotated.ts';
import { matched } from './matching.ts';

/** An annotated event that the coder found, with what the model sees of every pair that might play its parts. */
interface Example {
  readonly article: number;
  readonly annotated: AnnotatedEvent;
  readonly draft: Draft;
  readonly view: View;
  readonly actorsOf: (ids: readonly string[]) => readonly Actor[];
  readonly sources: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
  readonly pairs: readonly Pair[];
}

interface Pair {
  readonly source: number;
  readonly target: number;
  readonly features: readonly number[];
  readonly right: boolean;
}

const WEIGHTS = new URL('../src/codebook/data/casting.yaml', import.meta.url);
const FOLDS = 8;
const STEPS = 60;
const RATE = 0.3;
const SHRINK = 6;
/** Taken off the scores of nobody: a side that is most likely somebody's is worth a guess. */
const RELUCTANCE = 0.7;

function examplesOf(articles: readonly AnnotatedArticle[], codebook: Codebook): Example[] {
  const language = createLanguage({ codebook });
  return articles.flatMap((annotated, article) => {
    const { id, published, text } = annotated;
    const line = new TextEncoder().encode(JSON.stringify({ id, published, text }));
    const [page] = readPage(line, { file: 'annotated.jsonl' }).articles;
    const document = language(page);
    const actors = actorsOf(document, codebook);
    const statements = statementsOf(document, actors, codebook);
    const { drafts, view } = proposedEvents(document, actors, statements, codebook);
    const byId = new Map(actors.actors.map((actor) => [actor.id, actor]));
    const actorsById = (ids: readonly string[]): Actor[] => ids.flatMap((each) => byId.get(each) ?? []);
    return matched(annotated.events, drafts, actorsById).map(([event, draft]) =>
      exampleOf(article, event, draft, view, actorsById),
    );
  });
}

function exampleOf(
  article: number,
  annotated: AnnotatedEvent,
  draft: Draft,
  view: View,
  actorsById: Example['actorsOf'],
): Example {
  const { parties, scene } = candidatesFor(draft, view);
  const [asSource, asTarget] = [annotated.source, annotated.target].map((side) =>
    parties.map(({ actors }) => (side.length === 0 ? actors.length === 0 : meet(side, actorsById(actors)))),
  );
  const pairs: Pair[] = [];
  for (const [source, one] of parties.entries())
    for (const [target, other] of parties.entries())
      if (areApart(one, other))
        pairs.push({
          source,
          target,
          features: pairFeatures(scene, one, other, view),
          right: asSource[source] && asTarget[target],
        });
  // Where no pair is right on both sides, one that is right on one side still teaches.
  const some = pairs.some(({ right }) => right);
  return {
    article,
    annotated,
    draft,
    view,
    actorsOf: actorsById,
    sources: parties.map((party) => partFeatures(scene, 'source', party, view)),
    targets: parties.map((party) => partFeatures(scene, 'target', party, view)),
    pairs: some ? pairs : pairs.map((pair) => ({ ...pair, right: asSource[pair.source] || asTarget[pair.target] })),
  };
}

/** Adds to `gradient` that of the log probability of the right pairs under the weights. */
function learnFrom({ sources, targets, pairs }: Example, weights: Float64Array, gradient: Float64Array): void {
  const sum = (features: readonly number[]): number => features.reduce((total, each) => total + weights[each], 0);
  const [bySource, byTarget] = [sources.map(sum), targets.map(sum)];
  const scores = pairs.map(({ source, target, features }) => bySource[source] + byTarget[target] + sum(features));
  const highest = Math.max(...scores);
  const chances = scores.map((score) => Math.exp(score - highest));
  const all = chances.reduce((total, each) => total + each, 0);
  const right = chances.reduce((total, each, index) => total + (pairs[index].right ? each : 0), 0);
  if (right === 0) return;
  for (const [index, { source, target, features, right: isRight }] of pairs.entries()) {
    const push = (isRight ? chances[index] / right : 0) - chances[index] / all;
    if (Math.abs(push) < 1e-6) continue;
    for (const list of [sources[source], targets[target], features]) for (const each of list) gradient[each] += push;
  }
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
  for (const index of NOBODY_FEATURES) weights[index] -= RELUCTANCE;
  return weights;
}

/** How many of the examples have both sides, the source, the target right. */
function rightOf(examples: readonly Example[], cast: (example: Example) => Draft): [number, number, number] {
  const right: [number, number, number] = [0, 0, 0];
  for (const example of examples) {
    const { sources, targets } = cast(example);
    const source = meet(example.annotated.source, example.actorsOf(sources));
    const target = meet(example.annotated.target, example.actorsOf(targets));
    right[0] += Number(source && target);
    right[1] += Number(source);
    right[2] += Number(target);
  }
  return right;
}

function check(examples: readonly Example[]): void {
  const sums = [0, 0, 0];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = ({ article }: Example): boolean => article % FOLDS === fold;
    const weights = fitWeights(examples.filter((example) => !isOut(example)));
    const right = rightOf(examples.filter(isOut), ({ draft, view }) => recast(draft, bestPair(draft, view, weights)));
    for (const [index, count] of right.entries()) sums[index] += count;
  }
  const shares = (counts: readonly number[]) => counts.map((count) => (count / examples.length).toFixed(3)).join(' ');
  console.log(`${examples.length} events; right: both sides, source, target`);
  console.log(`rules alone      ${shares(rightOf(examples, ({ draft }) => draft))}`);
  console.log(`with the model   ${shares(sums)}  (each eighth of the articles by weights that have not seen it)`);
}

if (!hasAnnotations()) {
  console.error('../shared is not here: nothing to learn from');
  process.exit(1);
}
const articles = [...goldArticles().filter(({ held }) => !held), ...ownArticles()];
const examples = examplesOf(articles, await loadCodebook());
if (process.argv.includes('--check')) check(examples);
else {
  const named = Object.entries(SPACE.named(fitWeights(examples))).map(
    ([template, weights]) =>
      `      "${template}": ${JSON.stringify(weights).replaceAll(':', ': ').replaceAll(',', ', ')}`,
  );
  writeFileSync(
    WEIGHTS,
    `# Weights of the model that casts parts (src/coding/events/casting), fitted by \`npm run train:casting\`. Not for editing by hand.\ncasting:\n  - fitted: ${examples.length} events of ${articles.length} annotated articles\n    weights:\n${named.join('\n')}\n`,
  );
}
