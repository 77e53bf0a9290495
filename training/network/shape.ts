import { DISTANCE_BUCKETS } from '../../src/language/parser/features.ts';
import type { ModelShape } from '../../src/language/parser/model.ts';

/** Sizes of a network: those of the model, and how many there are of each kind in its inventory. */
export interface NetworkShape extends ModelShape {
  readonly words: number;
  readonly shapes: number;
  /** The tagger's tags, which are part of the input; 0 stands for none. */
  readonly hints: number;
  readonly upos: number;
  readonly xpos: number;
  readonly deprels: number;
}

/** The kernels work on four numbers at a time: rows are padded to that. */
export const four = (n: number): number => (n + 3) & ~3;

export function embeddingWidth({ wordWidth, gramWidth, shapeWidth, hintWidth }: NetworkShape): number {
  return wordWidth + gramWidth + shapeWidth + hintWidth;
}

/** Universal tags, then Penn tags from `four(upos)`. */
export function tagWidth({ upos, xpos }: NetworkShape): number {
  return four(upos) + four(xpos);
}

/** A word's roles, side by side, and where each starts. */
export interface RoleLayout {
  readonly arcWidth: number;
  readonly labelWidth: number;
  readonly arcHead: number;
  readonly labelWord: number;
  readonly labelHead: number;
  /** Scores of the distance to the head, as the word sees it; then as the head sees it. */
  readonly distances: number;
  readonly width: number;
}

export function roleLayout({ arcWidth, labelWidth }: NetworkShape): RoleLayout {
  const labelWord = 2 * arcWidth;
  const distances = labelWord + 2 * labelWidth;
  return {
    arcWidth,
    labelWidth,
    arcHead: arcWidth,
    labelWord,
    labelHead: labelWord + labelWidth,
    distances,
    width: distances + 2 * DISTANCE_BUCKETS,
  };
}
