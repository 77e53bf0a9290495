import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The command, as a checkout has it. */
export const program = fileURLToPath(new URL('../../../bin/dragoman.js', import.meta.url));

/** What a run of the command line printed, and its exit code (null where a signal ended it). */
export interface Run {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** Runs `dragoman` as a user would, in a process of its own. */
export function dragoman(
  words: readonly string[],
  { home, input }: { home?: string; input?: string } = {},
): Promise<Run> {
  const env: NodeJS.ProcessEnv = { ...process.env, DRAGOMAN_HOME: home, DATABASE_URL: undefined };
  return run(process.execPath, [program, ...words], env, input);
}

/** Runs a line of shell in which `"$NODE" "$DRAGOMAN"` is the program. */
export function shell(command: string): Promise<Run> {
  return run('bash', ['-o', 'pipefail', '-c', command], { ...process.env, NODE: process.execPath, DRAGOMAN: program });
}

function run(command: string, words: readonly string[], env: NodeJS.ProcessEnv, input = ''): Promise<Run> {
  const child = spawn(command, words, { env });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ out, err, code })));
}

/** A reading room in a process of its own. */
export interface Room {
  readonly address: string;
  /** What was printed before the address. */
  readonly out: string;
  /** Asks it to stop, as Ctrl-C does; its exit code. */
  stop(): Promise<number | null>;
}

/** Runs a command that serves, and resolves when it tells its address. */
export async function openRoom(words: readonly string[], home: string): Promise<Room> {
  const env: NodeJS.ProcessEnv = { ...process.env, DRAGOMAN_HOME: home, DATABASE_URL: undefined };
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let out = '';
  for await (const line of createInterface(child.stdout)) {
    const [address] = /http:\/\/\S+/.exec(line) ?? [];
    out += `${line}\n`;
    if (!address) continue;
    const stop = () => {
      child.kill('SIGINT');
      return ended;
    };
    return { address, out, stop };
  }
  throw new Error(`\`dragoman ${words.join(' ')}\` ended by itself:\n${out}`);
}

/** The values of JSON Lines. */
export function lines<Value>(text: string): Value[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
