/** `npm run bench -- NAME …`: runs `bench/NAME.ts`, which exports `run(args)`. */
import { existsSync, readdirSync } from 'node:fs';

const folder = new URL('.', import.meta.url);
const [name, ...args] = process.argv.slice(2);

if (!name || !/^[\w-]+$/.test(name) || name === 'run' || !existsSync(new URL(`${name}.ts`, folder))) {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'run.ts')
    .map((file) => file.slice(0, -3));
  console.error(`Usage: npm run bench -- NAME. There are: ${names.join(', ') || 'none yet'}.`);
  process.exit(1);
}
const bench: { run?: (args: string[]) => Promise<void>; default?: (args: string[]) => Promise<void> } = await import(
  new URL(`${name}.ts`, folder).href
);
await (bench.run ?? bench.default)?.(args);
