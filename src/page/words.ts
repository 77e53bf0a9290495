import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Reads one of the word lists of `words/`: what a newsroom's pages say is data, not code. */
export function readWords<Shape>(name: string): Shape {
  return parse(readFileSync(new URL(`./words/${name}.yaml`, import.meta.url), 'utf8')) as Shape;
}
