import type { Library } from '../library/open.ts';

/** Opens the library for a command, and closes it when the command is done or fails. */
export async function withLibrary(use: (library: Library) => Promise<void>): Promise<void> {
  const { explained, openLibrary } = await import('../library/open.ts');
  const library = await openLibrary();
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
