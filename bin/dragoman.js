#!/usr/bin/env node
// Starts the command. A checkout runs its source, which needs Node 24: where the machine's own is older, it starts
// again on the one that `npm install` has put into the checkout. An installed package holds JavaScript, for Node 22 on.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/cli/main.js', import.meta.url);
const source = new URL('../src/cli/main.ts', import.meta.url);
const [main, needed] = existsSync(source) ? [source, 24] : [built, 22];

if (Number(process.versions.node.split('.')[0]) >= needed) {
  // Half of a cold start is compiling the same files again.
  module.enableCompileCache();
  await import(main.href);
} else {
  let node;
  try {
    node = createRequire(import.meta.url).resolve('node/bin/node');
  } catch {
    console.error(
      `dragoman: needs Node ${needed} or newer, this is ${process.version}. In a checkout, run \`npm start\` once first.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)));
}
