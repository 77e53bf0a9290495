import { execFileSync } from 'node:child_process';
import { type Model, readModel } from '../src/language/parser/model.ts';

/** The parser that goes with this code, from the root of the repository. */
export const MODEL = 'src/language/model/english.parser';

/** The parser of an earlier commit. Throws where the history is not to be had. */
export function readPredecessor(commit: string): Model {
  return readModel(execFileSync('git', ['show', `${commit}:${MODEL}`], { maxBuffer: 2 ** 26 }));
}
