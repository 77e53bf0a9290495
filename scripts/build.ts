/** `npm run build`: the package's `dist`: JavaScript from src, and beside it the data that src holds. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs';

// The reading room (dist/web) has been built by setup.mjs, where it was stale.
for (const name of readdirSync('dist')) if (name !== 'web') rmSync(`dist/${name}`, { recursive: true });

const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(1);
cpSync('src', 'dist', {
  recursive: true,
  // What tests share is no part of the package.
  filter: (path) => (statSync(path).isDirectory() ? !path.endsWith('/testing') : !/\.tsx?$/.test(path)),
});
