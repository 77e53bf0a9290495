import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Library, LibraryPlace } from '../library/open.ts';

export interface LibraryOptions {
  /** Where the library is, if not where the environment says. */
  readonly library?: LibraryPlace;
}

/** Adds the option that names the library to a command that looks at one. */
export function takesLibrary(command: Command): Command {
  return command.option('--library <place>', `another library: ${PLACE}`, existing);
}

/** Adds the option that names the library to a command that makes one where there is none. */
export function makesLibrary(command: Command): Command {
  return command.option('--library <place>', `another library: ${PLACE}`, placeOf);
}

const PLACE = 'its folder, or a PostgreSQL server (postgres://…)';

function placeOf(words: string): LibraryPlace {
  return /^postgres(ql)?:\/\//.test(words) ? { url: words } : { folder: resolve(words) };
}

/** A mistyped folder would be made, and empty. */
function existing(words: string): LibraryPlace {
  const place = placeOf(words);
  if ('folder' in place && !existsSync(join(place.folder, 'library')))
    throw new InvalidArgumentError(`No library in ${place.folder}.`);
  return place;
}

/** Opens the library for a command, and closes it when the command is done or fails. */
export async function withLibrary(
  { library: place }: LibraryOptions,
  use: (library: Library) => Promise<void>,
): Promise<void> {
  const { explained, openLibrary } = await import('../library/open.ts');
  const library = await openLibrary(place);
  try {
    await use(library);
  } catch (error) {
    // Closing a broken library may fail, too: what broke it is what counts.
    await library.close().catch(() => {});
    throw explained(error, library);
  }
  await library.close();
}

/**
 * Resolves when the user asks to stop (Ctrl-C, SIGTERM), which then no longer ends the process at once. A second
 * time it does.
 */
export function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
