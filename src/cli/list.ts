import { Command } from 'commander';
import { takesLibrary, withLibrary } from './library.ts';
import { colors, forPeople, print, width } from './output.ts';
import { table } from './print/table.ts';

/** `dragoman list`: what the library holds. */
export function listCommand(): Command {
  return takesLibrary(new Command('list'))
    .description('list the articles in the library, newest first')
    .option('--limit <number>', 'at most so many', Number, 50)
    .option('--json', 'a line of JSON for each')
    .option('--text', 'a table, also where the output is no terminal')
    .addHelpText(
      'after',
      `
Examples:
  dragoman list
  dragoman list --limit 5
  dragoman list --json | jq .title`,
    )
    .action(({ limit, library: place, ...format }) =>
      withLibrary({ library: place }, async (library) => {
        const { listArticles } = await import('../library/queries/articles.ts');
        const { items, total } = await listArticles(library, { limit });
        if (!forPeople(format)) {
          for (const article of items) await print(JSON.stringify(article));
          return;
        }
        const columns = [
          ...[{ heading: 'id' }, { heading: 'date' }, { heading: 'title' }],
          ...[
            { heading: 'statements', numeric: true },
            { heading: 'events', numeric: true },
          ],
        ];
        const rows = items.map(({ id, published, title, file, statements, events }) => {
          return [shortId(id), published?.slice(0, 10) ?? '', title ?? file ?? '', statements, events];
        });
        const [heading, ...lines] = table(columns, rows, width());
        if (total > 0) await print([colors.dim(heading), ...lines].join('\n'));
        const rest = total > items.length ? `, ${items.length} of them here (--limit)` : '';
        await print(`${total} ${total === 1 ? 'article' : 'articles'} in ${library.location}${rest}`);
      }),
    );
}

/** Half of an id made by hashing is enough to find its article; ids that people gave are kept. */
function shortId(id: string): string {
  return /^[0-9a-f]{16}$/.test(id) ? id.slice(0, 8) : id;
}
