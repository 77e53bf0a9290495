import { Command } from 'commander';
import { summary } from './add.ts';
import { type Added, addInputs } from './adding.ts';
import { withLibrary } from './library.ts';
import { print } from './output.ts';
import { PORT, serveUntilStopped } from './serve.ts';

/** `npm start`: the samples into the library, and the reading room. */
export function startCommand(): Command {
  return new Command('start').description('read the samples into the library and serve it').action(() =>
    withLibrary({}, async (library) => {
      const added: Added[] = [];
      const { known, stopped } = await addInputs(library, ['samples'], { maxMegabytes: 20 }, (page) =>
        added.push(page),
      );
      await print(summary(added, known));
      if (stopped) return;
      await serveUntilStopped(library, { port: PORT });
    }),
  );
}
