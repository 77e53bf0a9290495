import { Command } from 'commander';
import type { GatheredPage } from '../intake/gathered.ts';
import type { ConlluSentence } from '../language/conllu.ts';
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
      const { writeConllu, wordsOf } = await import('../language/conllu.ts');
      const sentencesOf = conllu ? await treebankReader() : await textReader();
      for await (const page of gatherInputs(names, { maxMegabytes: MAX_MEGABYTES })) {
        try {
          for (const sentence of sentencesOf(page)) {
            if (text) await print(`${treeLines(wordsOf(sentence), colors).join('\n')}\n`);
            else process.stdout.write(writeConllu(sentence));
          }
        } catch (error) {
          complain(page.name, (error as Error).message);
        }
      }
    });
}

type SentenceReader = (page: GatheredPage) => Iterable<ConlluSentence>;

async function treebankReader(): Promise<SentenceReader> {
  const { readConllu } = await import('../language/conllu.ts');
  const { createAnnotator } = await import('../language/annotate.ts');
  const annotate = createAnnotator();
  return function* ({ bytes }) {
    for (const sentence of readConllu(new TextDecoder().decode(bytes))) yield annotate(sentence);
  };
}

async function textReader(): Promise<SentenceReader> {
  const { createLanguage } = await import('../language/index.ts');
  const { conlluOf } = await import('../language/document-conllu.ts');
  const { paragraphsOf } = await import('../language/paragraphs.ts');
  const { decode } = await import('../page/encoding.ts');
  const { isJsonLines, readPage } = await import('../page/index.ts');
  const read = createLanguage();
  return function* ({ name, bytes, given }) {
    const text = decode(bytes);
    if (!isJsonLines(text, given)) {
      yield* conlluOf(read({ text, blocks: paragraphsOf(text), published: null }), null);
      return;
    }
    const { articles, errors } = readPage(bytes, given);
    for (const { message } of errors) complain(name, message);
    for (const article of articles) yield* conlluOf(read(article), article.id);
  };
}
