import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { encodeTagger } from '../src/language/tagger.ts';
import type { Recipe } from './recipe.ts';
import { trainTagger, trainTaggerModel } from './tagger.ts';
import type { TreebankSentence } from './treebank.ts';

/** The tagger that the parser asks for hints, and what such taggers say of the training set. */
export interface Hints {
  /** `UPOS|XPOS`, in the order of their numbers; number 0 stands for none. */
  readonly tags: readonly string[];
  /** For each sentence of the training set the numbers of its words' tags. */
  readonly sentences: readonly (readonly number[])[];
}

/** Neighbouring sentences are held out together, so that a tagger has not learned from the same text. */
const BLOCK = 20;

/**
 * Trains the tagger on all sentences and writes it to `taggerPath`; tags each part of the training set by a tagger of
 * the other parts, so that the parser learns from tags as wrong as those that it will be given. What is at `path` is
 * taken as it is.
 */
export function makeHints(
  sentences: readonly TreebankSentence[],
  { folds, epochs }: Recipe['hints'],
  path: string,
  taggerPath: string,
): Hints {
  if (existsSync(path) && existsSync(taggerPath)) return JSON.parse(readFileSync(path, 'utf8'));
  const model = trainTaggerModel(sentences, { epochs });
  writeFileSync(taggerPath, encodeTagger(model));
  const numbers = new Map(model.tags.map((tag, i) => [tag, i + 1]));
  const tagged: number[][] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isHeld = (sentence: number): boolean => Math.floor(sentence / BLOCK) % folds === fold;
    const tagger = trainTagger(
      sentences.filter((_, i) => !isHeld(i)),
      { epochs },
    );
    sentences.forEach(({ forms }, i) => {
      if (!isHeld(i)) return;
      const { upos, xpos } = tagger.tag(forms);
      tagged[i] = upos.map((tag, word) => numbers.get(`${tag}|${xpos[word]}`) ?? 0);
    });
    console.log(`tags of part ${fold + 1} of ${folds}`);
  }
  const hints: Hints = { tags: ['', ...model.tags], sentences: tagged };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(hints));
  return hints;
}
