import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createTagger, decodeTagger, encodeTagger, type Tagger } from '../src/language/tagger.ts';
import type { Recipe } from './recipe.ts';
import { trainTaggerModel } from './tagger.ts';
import type { TreebankSentence } from './treebank.ts';

/** What taggers say that the parser is given as hints. */
export interface Hints {
  /** `UPOS|XPOS`, in the order of their numbers; number 0 stands for none. */
  readonly tags: readonly string[];
  /** Numbers of the tags that a tagger gives to words, one that has not learned from the sentence of that position. */
  tag(sentence: number, forms: readonly string[]): number[];
}

/** Neighbouring sentences are held out together, so that a tagger has not learned from the same text. */
const BLOCK = 20;

/**
 * Trains the tagger on all sentences and writes it to `path`; and one for each part of the training set on the other
 * parts, so that the parser learns from tags as wrong as those that it will be given. Taggers that lie in `folder` (and
 * at `path`) are taken as they are.
 */
export function makeHints(
  sentences: readonly TreebankSentence[],
  { folds, epochs }: Recipe['hints'],
  folder: string,
  path: string,
): Hints {
  mkdirSync(folder, { recursive: true });
  const tags = decodeTagger(trained(path, sentences, epochs)).tags;
  const numbers = new Map(tags.map((tag, i) => [tag, i + 1]));
  const foldOf = (sentence: number): number => Math.floor(sentence / BLOCK) % folds;
  const taggers = Array.from({ length: folds }, (_, fold): Tagger => {
    const others = sentences.filter((_, i) => foldOf(i) !== fold);
    return createTagger(decodeTagger(trained(`${folder}/tagger-${fold + 1}`, others, epochs)));
  });
  return {
    tags: ['', ...tags],
    tag(sentence, forms) {
      const { upos, xpos } = taggers[foldOf(sentence)].tag(forms);
      return upos.map((tag, i) => numbers.get(`${tag}|${xpos[i]}`) ?? 0);
    },
  };
}

/** The tagger kept at `path`, or one trained on the sentences and kept there. */
function trained(path: string, sentences: readonly TreebankSentence[], epochs: number): Uint8Array {
  if (!existsSync(path)) {
    writeFileSync(path, encodeTagger(trainTaggerModel(sentences, { epochs })));
    console.log(`${path} is trained`);
  }
  return readFileSync(path);
}
