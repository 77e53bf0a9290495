// Brings a checkout to where it can run: `node scripts/setup.mjs [test]`. Plain JavaScript on purpose, since it is what
// runs before anything is installed, on whatever Node (18 or newer) the machine has.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = join(root, 'node_modules/.bin/node');

process.chdir(root);
if (!installed())
  run('Installing what package-lock.json says', 'npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
if (newest(['src/codebook/data']) > newest(['src/codebook/compiled.json'])) {
  run('Compiling the codebook', node, ['src/codebook/compile.ts']);
}
if (newest(['src/page/words']) > newest(['src/page/words/compiled.json'])) {
  run('Compiling the word lists of pages', node, ['src/page/compile.ts']);
}
if (existsSync('web/index.html') && newest(['web', 'src', 'vite.config.ts']) > newest(['dist/web/index.html'])) {
  run('Building the reading room', node, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
}
if (process.argv[2] === 'test') {
  provide('chromium', ['chromium', 'chromium-browser', 'google-chrome'], 'browser tests');
  provide('postgresql', ['initdb'], 'library tests on PostgreSQL', postgresFolders());
}

/** Whether node_modules holds, package for package, the versions of the lock file (optional ones may be another platform's). */
function installed() {
  if (!existsSync(node) || !existsSync('node_modules/.package-lock.json')) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const present = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages;
  return Object.keys(wanted).every(
    (path) => path === '' || wanted[path].optional || present[path]?.version === wanted[path].version,
  );
}

/** The latest change below `paths`, in milliseconds; 0 where there is nothing. */
function newest(paths) {
  return Math.max(0, ...paths.map(changed));
}

function changed(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return newest(readdirSync(path).map((name) => join(path, name)));
}

/** Installs a system package where none of its programs is found. Without the means to, says what will be left out. */
function provide(name, programs, purpose, folders = []) {
  const path = [...(process.env.PATH ?? '').split(delimiter), ...folders];
  if (programs.some((program) => path.some((folder) => existsSync(join(folder, program))))) return;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...words) => {
    const [command, ...rest] = [...sudo, 'apt-get', '-qq', ...words];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  };
  console.error(`Installing ${name} for the ${purpose} …`);
  if (apt('update') && apt('install', '-y', '--no-install-recommends', name)) return;
  console.error(`No ${name} here and no way to install it: the ${purpose} will be skipped.`);
}

function postgresFolders() {
  const base = '/usr/lib/postgresql';
  return existsSync(base) ? readdirSync(base).map((version) => join(base, version, 'bin')) : [];
}

function run(what, command, words) {
  console.error(`${what} …`);
  const { status, error } = spawnSync(command, words, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) return;
  console.error(
    `${what} failed${error ? `: ${error.message}` : ''}. The lines above say why; then run the same command again.`,
  );
  process.exit(1);
}
