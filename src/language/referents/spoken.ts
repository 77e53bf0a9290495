import type { Sentence } from '../document.ts';
import type { Draft } from './draft.ts';
import type { Referent } from './record.ts';

/** What has been spoken of, nearest last. */
export type Spoken = { readonly draft: Draft; readonly referent: Referent }[];

/** What has been spoken of in the last `reach` sentences, nearest first. */
export function recent(spoken: Spoken, sentence: Sentence, reach: number): Spoken {
  const found: Spoken = [];
  for (let index = spoken.length - 1; index >= 0; index--) {
    if (sentence.index - spoken[index].draft.sentence.index > reach) break;
    found.push(spoken[index]);
  }
  return found;
}

/** The first that something holds for, or null. */
export function first(spoken: Spoken, holds: (entry: Spoken[number]) => boolean): Referent | null {
  return spoken.find(holds)?.referent ?? null;
}
