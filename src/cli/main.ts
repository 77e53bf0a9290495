#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addCommand } from './add.ts';
import { codebookCommand } from './codebook.ts';
import { exportCommand } from './export.ts';
import { listCommand } from './list.ts';
import { keepHeapSmall } from './memory.ts';
import { complain } from './output.ts';
import { pageCommand } from './page.ts';
import { parseCommand } from './parse.ts';
import { readCommand } from './read.ts';
import { serveCommand } from './serve.ts';
import { showCommand } from './show.ts';
import { startCommand } from './start.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

const program = new Command('dragoman')
  .description('Reads news reports and keeps the record: who did what to whom, according to whom, when and where.')
  .version(version)
  .addCommand(readCommand())
  .addCommand(pageCommand())
  .addCommand(parseCommand())
  .addCommand(addCommand())
  .addCommand(listCommand())
  .addCommand(showCommand())
  .addCommand(exportCommand())
  .addCommand(codebookCommand())
  .addCommand(serveCommand())
  .addCommand(startCommand(), { hidden: true })
  .addHelpText(
    'after',
    `
Examples:
  dragoman read report.html                  who did what to whom in a page, with the words that say so
  dragoman read --json pages/ > readings.jsonl
  dragoman add pages/                        read pages into the library (./dragoman-data)
  dragoman serve                             look at the library in a browser
  dragoman export --out events.csv           the library's events as a table

The library is in ./dragoman-data, in the folder DRAGOMAN_HOME, or on the PostgreSQL server DATABASE_URL.`,
  );

keepHeapSmall();
try {
  await program.parseAsync();
} catch (error) {
  const [{ LibraryError }, { CodebookError }] = await Promise.all([
    import('../library/errors.ts'),
    import('../codebook/parse.ts'),
  ]);
  // What the user can do something about is a message; anything else is our mistake, and shows where.
  if (error instanceof LibraryError || error instanceof CodebookError) complain(error.message);
  else complain(`unexpected error, please report it\n${error instanceof Error ? error.stack : error}`);
}
