import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Reading } from '../../src/coding/reading.ts';
import { addPage } from '../../src/library/add.ts';
import { openLibrary } from '../../src/library/open.ts';
import { numberedPage } from '../../src/library/testing/readings.ts';
import { serve } from '../../src/server/serve.ts';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The browser on this machine, or null. */
export const browserProgram: string | null = PROGRAMS.find((program) => existsSync(program)) ?? null;

/** A page in the browser, and everything that it should not have done. */
export interface Visit {
  readonly page: Page;
  /** Errors on the console, scripts that broke off, requests that went to other hosts or failed. */
  readonly complaints: readonly string[];
}

/** A reading room of its own: a library in a temporary folder, and its server. */
export interface Room {
  readonly url: string;
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** A room of some articles and `pages` more pages of two articles each. */
export async function openRoom(browser: Browser, readings: readonly Reading[], pages = 0): Promise<Room> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-room-'));
  const library = await openLibrary({ folder });
  for (const reading of readings) await addPage(library, { ...numberedPage(0), hash: reading.id, readings: [reading] });
  for (let number = 1; number <= pages; number++) await addPage(library, numberedPage(number));
  const served = await serve(library, { port: 0 });
  return {
    url: served.url,
    visit: (path, options) => visit(browser, served.url, path, options),
    async close() {
      await served.close();
      await library.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Starts the browser of this machine, without a window. */
export function launchBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({
    executablePath: browserProgram!,
    args: [...args, '--disable-component-update', '--disable-sync'],
  });
}

async function visit(browser: Browser, url: string, path: string, options?: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(url).host) complaints.push(`asked for ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // A question that was changed before its answer came is given up.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`no answer from ${request.url()}`);
  });
  await page.goto(url + path);
  await page.locator('.answer, .notice').first().waitFor();
  return { page, complaints };
}
