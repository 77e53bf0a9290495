import { Command } from 'commander';
import { takesLibrary, withLibrary } from './library.ts';
import { colors, complain, forPeople, print, width } from './output.ts';

/** `dragoman show`: one article of the library. */
export function showCommand(): Command {
  return takesLibrary(new Command('show'))
    .description('show an article of the library with its record')
    .argument('<article>', 'its id, or the beginning of it (see `dragoman list`)')
    .option('--json', 'as a line of JSON')
    .option('--text', 'as text, also where the output is no terminal')
    .addHelpText(
      'after',
      `
Examples:
  dragoman show 3f2a
  dragoman show 3f2a --json | jq .events
  dragoman show 3f2a --text | less`,
    )
    .action((start: string, { library: place, ...format }) =>
      withLibrary({ library: place }, async (library) => {
        const { articleIds, readArticle } = await import('../library/queries/articles.ts');
        const { readingText } = await import('./print/reading.ts');
        const ids = await articleIds(library, start);
        const id = ids.find((one) => one === start) ?? ids[0];
        if (!id) return complain(start, 'no article of this id in the library; `dragoman list` shows what it holds');
        if (ids.length > 1 && id !== start)
          return complain(start, `more than one article begins so: ${ids.join(', ')}`);
        const reading = await readArticle(library, id);
        await print(forPeople(format) ? readingText(reading!, { width: width(), colors }) : JSON.stringify(reading));
      }),
    );
}
