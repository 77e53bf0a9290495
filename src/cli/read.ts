import { Command } from 'commander';
import { gatherInputs, takesPagesToRead } from './inputs.ts';
import { colors, complain, forPeople, print, width } from './output.ts';

/** `dragoman read`: from pages to the record. */
export function readCommand(): Command {
  return takesPagesToRead(new Command('read'))
    .description('read pages: who did what to whom, according to whom, when, where, and how certain')
    .option('--json', 'a line of JSON for each article; the default where the output is no terminal')
    .option('--text', 'as text, also where the output is no terminal')
    .addHelpText(
      'after',
      `
Examples:
  dragoman read report.html
  dragoman read --published 2025-03-20 report.txt      resolves "on Monday" where the page gives no date
  dragoman read pages/ articles.jsonl > readings.jsonl
  dragoman read https://example.org/report
  curl -s https://example.org/report | dragoman read - --text | less`,
    )
    .action(async (names: string[], options) => {
      const { readPages } = await import('../read-pages.ts');
      const toText = forPeople(options) ? (await import('./print/reading.ts')).readingText : null;
      for await (const { page, record } of readPages(gatherInputs(names, options), options)) {
        for (const message of record.errors) complain(page.name, message);
        for (const reading of record.readings) {
          await print(toText ? toText(reading, { width: width(), colors }) : JSON.stringify(reading));
        }
      }
    });
}
