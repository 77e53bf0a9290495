import { Command } from 'commander';
import type { ConlluSentence } from '../language/conllu.ts';
import type { Document } from '../language/document.ts';
import { gatherInputs } from './inputs.ts';
import { colors, complain, print } from './output.ts';
import { treeLines } from './print/tree.ts';

/** Treebanks are larger than pages. */
const MAX_MEGABYTES = 200;

/** `dragoman parse`: the language stage alone. */
export function parseCommand(): Command {
  return new Command('parse')
    .description('sentences, words, tags and dependency trees of a text, as CoNLL-U')
    .argument('<input...>', 'plain text, JSON Lines of articles, or - for standard input')
    .option('--conllu', 'the input is CoNLL-U: keep its words and sentences, fill in tags, lemmas, heads and relations')
    .option('--text', 'trees that a person can read')
    .addHelpText(
      'after',
      `
Examples:
  dragoman parse report.txt > report.conllu
  echo "Putin sent a letter." | dragoman parse --text -
  dragoman parse --conllu treebank.conllu > parsed.conllu`,
    )
    .action(async (names: string[], { conllu, text }: { conllu?: boolean; text?: boolean }) => {
      const sentencesIn = conllu ? await annotator() : await reader();
      for await (const page of gatherInputs(names, { maxMegabytes: MAX_MEGABYTES })) {
        try {
          for (const sentence of sentencesIn(page)) await print(text ? treeText(sentence) : conlluText(sentence));
        } catch (error) {
          complain(page.name, error instanceof Error ? error.message : String(error));
        }
      }
    });
}
