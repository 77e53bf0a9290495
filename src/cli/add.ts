import { Command } from 'commander';
import { type Added, addInputs } from './adding.ts';
import { takesPagesToRead } from './inputs.ts';
import { makesLibrary, withLibrary } from './library.ts';
import { print, width } from './output.ts';
import { table } from './print/table.ts';

/** `dragoman add`: from pages into the library. */
export function addCommand(): Command {
  return makesLibrary(takesPagesToRead(new Command('add')))
    .description('read pages into the library; those it holds already are passed over')
    .addHelpText(
      'after',
      `
Examples:
  dragoman add report.html
  dragoman add pages/ archive.warc.gz
  dragoman add --follow https://example.org/feed.xml
  DRAGOMAN_HOME=~/syria dragoman add articles.jsonl`,
    )
    .action((names: string[], options) =>
      withLibrary(options, async (library) => {
        const added: Added[] = [];
        const { known } = await addInputs(library, names, options, (page) => added.push(page));
        await print(summary(added, known));
      }),
    );
}

/** What was added, a row a file where there are not too many to look at, and the sums. */
export function summary(added: readonly Added[], known: number): string {
  const columns = [
    { heading: 'page', keepEnd: true },
    ...['articles', 'statements', 'events', 'seconds'].map((heading) => ({ heading, numeric: true })),
  ];
  const row = (name: string, pages: readonly Added[]) => {
    const sum = (count: (page: Added) => number) => pages.reduce((total, page) => total + count(page), 0);
    const counts = [sum((page) => page.articles), sum((page) => page.statements), sum((page) => page.events)];
    return [name, ...counts, sum((page) => page.seconds).toFixed(1)];
  };
  // A JSON Lines file is added in pieces, and is one row all the same.
  const files = [...Map.groupBy(added, ({ name }) => name)];
  const rows = files.length > 40 ? [] : files.map(([name, pages]) => row(name, pages));
  const lines = added.length > 0 ? table(columns, [...rows, row(`${files.length} added`, added)], width()) : [];
  if (known > 0) lines.push(`${known} ${known === 1 ? 'page was' : 'pages were'} in the library already`);
  return lines.join('\n') || 'Nothing was added';
}
