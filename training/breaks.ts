import { type BreakModel, breakFeatures, type Gap, isEdited } from '../src/language/breaks.ts';
import { type ConlluSentence, isWord } from '../src/language/conllu.ts';
import { splitSentences } from '../src/language/sentences.ts';
import type { Span } from '../src/page/article.ts';
import { createRandom, shuffle } from './random.ts';

/** A gap between two words of a block that no stop marks, and whether a sentence ends there. */
export interface BreakExample {
  readonly gap: Gap;
  readonly ends: boolean;
}

/** The gaps of a treebank's paragraphs that `splitSentences` leaves open. */
export function breakExamples(treebank: readonly ConlluSentence[]): BreakExample[] {
  return paragraphsOf(treebank).flatMap(({ forms, text, spans, ends }) => {
    const marked = new Set(splitSentences(text, spans).map((words) => words.at(-1)![1]));
    const form = (index: number) => forms[index] ?? '';
    const edited = isEdited(form(forms.length - 1));
    const examples: BreakExample[] = [];
    let start = 0;
    for (let index = 0; index + 1 < forms.length; index += 1) {
      const isMarked = marked.has(spans[index][1]);
      const isGap = spans[index][1] < spans[index + 1][0];
      if (!isMarked && isGap)
        examples.push({ gap: { form, length: forms.length, start, index, edited }, ends: ends.has(index) });
      if (isMarked || ends.has(index)) start = index + 1;
    }
    return examples;
  });
}

interface Paragraph {
  readonly forms: string[];
  readonly spans: Span[];
  text: string;
  /** Words that end a sentence. */
  readonly ends: Set<number>;
}

function paragraphsOf(treebank: readonly ConlluSentence[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const { comments, rows } of treebank) {
    const isNew = comments.some((comment) => /^# new(?:par|doc)\b/.test(comment));
    if (isNew || paragraphs.length === 0) paragraphs.push({ forms: [], spans: [], text: '', ends: new Set() });
    const paragraph = paragraphs.at(-1)!;
    let joined = { last: 0, glued: false };
    for (const row of rows) {
      const glued = row[9].includes('SpaceAfter=No');
      if (row[0].includes('-')) joined = { last: Number(row[0].split('-')[1]), glued };
      if (!isWord(row)) continue;
      const start = paragraph.text.length;
      paragraph.forms.push(row[1]);
      paragraph.spans.push([start, start + row[1].length]);
      const inside = Number(row[0]) < joined.last;
      const touching = inside || (Number(row[0]) === joined.last ? joined.glued : glued);
      paragraph.text += touching ? row[1] : `${row[1]} `;
    }
    paragraph.ends.add(paragraph.forms.length - 1);
  }
  return paragraphs;
}

const EPOCHS = 5;
/** Settings of FTRL: the learning rate, how soon it falls, and how much evidence a feature needs to weigh at all. */
const RATE = 0.15;
const SLOWING = 1;
const THRIFT = 2;
const DECAY = 0.002;
const STEPS = 100;
/** Log odds above which a gap is a break: the best on EWT dev. */
const THRESHOLD = -0.6;

/** What FTRL remembers of a feature: the sum of its slopes, adjusted, and of their squares. */
interface Memory {
  sum: number;
  squares: number;
}

/**
 * Logistic regression by FTRL (McMahan et al. 2013), which leaves out the features that tell little. Same examples and
 * seed, same model.
 */
export function trainBreaks(examples: readonly BreakExample[], seed: number): BreakModel {
  const memories = new Map<number, Memory>();
  const sentences = examples.map(({ gap, ends }) => ({
    features: breakFeatures(gap).map((feature) => {
      const memory = memories.get(feature) ?? { sum: 0, squares: 0 };
      memories.set(feature, memory);
      return memory;
    }),
    ends,
  }));
  const random = createRandom(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1)
    for (const { features, ends } of shuffle(sentences, random)) {
      let score = 0;
      for (const memory of features) score += weightOf(memory);
      const slope = 1 / (1 + Math.exp(-score)) - (ends ? 1 : 0);
      for (const memory of features) {
        const change = (Math.sqrt(memory.squares + slope * slope) - Math.sqrt(memory.squares)) / RATE;
        memory.sum += slope - change * weightOf(memory);
        memory.squares += slope * slope;
      }
    }
  const known = [...memories]
    .map(([feature, memory]) => ({ feature, weight: Math.round(weightOf(memory) * STEPS) }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => a.feature - b.feature);
  return {
    scale: 1 / STEPS,
    threshold: THRESHOLD,
    features: known.map(({ feature }) => feature),
    weights: known.map(({ weight }) => weight),
  };
}

function weightOf({ sum, squares }: Memory): number {
  if (Math.abs(sum) <= THRIFT) return 0;
  return -(sum - Math.sign(sum) * THRIFT) / ((SLOWING + Math.sqrt(squares)) / RATE + DECAY);
}
