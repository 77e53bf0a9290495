#!/usr/bin/env node
// The command runs on Node 24: where the machine's own is older, it starts again on the one that the package brings.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/cli/main.js', import.meta.url);
const source = new URL('../src/cli/main.ts', import.meta.url);
// A checkout runs its source; an installed package holds only what was built.
const main = existsSync(source) ? source : built;

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // Half of a cold start is compiling the same files again.
  module.enableCompileCache();
  await import(main.href);
} else {
  let node;
  try {
    node = createRequire(import.meta.url).resolve('node/bin/node');
  } catch {
    console.error(
      `dragoman: needs Node 24 or newer, this is ${process.version}. In a checkout, run \`npm start\` once first.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)));
}
