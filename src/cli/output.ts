import { once } from 'node:events';
import pc from 'picocolors';

/** A reader that has seen enough (`| head`) closes the pipe: that ends the program, and is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

/** Colours where a person looks on: on a terminal, unless NO_COLOR asks for none. */
export const colors = pc.createColors(Boolean(process.stdout.isTTY) && !process.env.NO_COLOR);
export type Colors = typeof colors;

/** Writes a line to standard output. */
export async function print(text: string): Promise<void> {
  await write(`${text}\n`);
}

/** Writes to standard output, waiting where it cannot take more yet. */
export async function write(piece: string | Uint8Array): Promise<void> {
  clearProgress();
  if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}

/** Columns of the terminal, for text that is to be read in lines. */
export function width(): number {
  return Math.min(process.stdout.columns || 80, 110);
}

/** Whether to print for people: on a terminal they look on, in a pipe a program does, unless an option says. */
export function forPeople({ json, text }: { json?: boolean; text?: boolean }): boolean {
  return text || (!json && Boolean(process.stdout.isTTY));
}

/** Says on standard error what went wrong; the command goes on, and ends with exit code 1. */
export function complain(...parts: (string | null)[]): void {
  remark(...parts);
  process.exitCode = 1;
}

/** Says on standard error what is good to know, and no mistake. */
export function remark(...parts: (string | null)[]): void {
  clearProgress();
  process.stderr.write(`dragoman: ${parts.filter((part) => part !== null).join(': ')}\n`);
}

let shown = false;

/** Shows on the last line of a terminal how far long work has come; nothing anywhere else. */
export function showProgress(text: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\x1b[K${text.slice(0, (process.stderr.columns || 80) - 1)}`);
  shown = true;
}

/** Takes the progress line away before something else is written. */
export function clearProgress(): void {
  if (shown) process.stderr.write('\r\x1b[K');
  shown = false;
}
