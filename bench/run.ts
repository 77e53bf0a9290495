/** `npm run bench -- NAME …`: runs `bench/NAME.ts`, which exports `run(args)`. */
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('.', import.meta.url);
const [name, ...args] = process.argv.slice(2);

// What the benches share stands beside them, and exports other things.
const names = readdirSync(folder)
  .filter(
    (file) =>
      file.endsWith('.ts') &&
      /^export (?:async function run|default)\b/m.test(readFileSync(new URL(file, folder), 'utf8')),
  )
  .map((file) => file.slice(0, -3));

if (!name || !names.includes(name)) {
  console.error(`Usage: npm run bench -- NAME. There are: ${names.join(', ') || 'none yet'}.`);
  process.exit(1);
}
const bench: { run?: (args: string[]) => Promise<void>; default?: (args: string[]) => Promise<void> } = await import(
  new URL(`${name}.ts`, folder).href
);
await (bench.run ?? bench.default)?.(args);
