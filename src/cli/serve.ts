import { Command, InvalidArgumentError } from 'commander';
import type { Library } from '../library/open.ts';
import { takesLibrary, untilStopped, withLibrary } from './library.ts';
import { print } from './output.ts';

export const PORT = 7979;

/** `dragoman serve`: the reading room. */
export function serveCommand(): Command {
  return takesLibrary(new Command('serve'))
    .description('serve the reading room, where the library can be looked at in a browser')
    .option('--port <number>', 'port; the next free one where it is taken', port, PORT)
    .option('--host <address>', 'address to listen on: 0.0.0.0 for the whole network', 'localhost')
    .addHelpText(
      'after',
      `
Examples:
  dragoman serve
  dragoman serve --port 8080
  DATABASE_URL=postgres://user@server/news dragoman serve`,
    )
    .action((options) => withLibrary(options, (library) => serveUntilStopped(library, options)));
}

/** Serves the library, prints the address as the last line, and returns when the user asks to stop. */
export async function serveUntilStopped(library: Library, options: { port: number; host?: string }): Promise<void> {
  const { serve } = await import('../server/serve.ts');
  const server = await serve(library, options);
  await print(`The reading room is open at ${server.url} (Ctrl-C closes it)`);
  await untilStopped();
  await server.close();
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) throw new InvalidArgumentError('Not a port.');
  return number;
}
