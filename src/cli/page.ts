import { Command } from 'commander';
import { gatherInputs, takesPages } from './inputs.ts';
import { complain, print } from './output.ts';

/** `dragoman page`: the page stage alone. */
export function pageCommand(): Command {
  return takesPages(new Command('page'))
    .description('find the articles in pages: a line of JSON for each, without its record')
    .addHelpText(
      'after',
      `
Examples:
  dragoman page report.html                  the article's text, headline, date, captions
  dragoman page saved-pages/ > articles.jsonl
  curl -s https://example.org/ | dragoman page -`,
    )
    .action(async (names: string[], options) => {
      const { readPage } = await import('../page/index.ts');
      for await (const { name, bytes, given } of gatherInputs(names, options)) {
        const { articles, errors } = readPage(bytes, given);
        for (const { message } of errors) complain(name, message);
        for (const article of articles) await print(JSON.stringify(article));
      }
    });
}
