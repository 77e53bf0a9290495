import type { Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { loadCodebook } from '../codebook/load.ts';
import type { Library } from '../library/open.ts';
import { createApp } from './app.ts';

const WEB = fileURLToPath(new URL('../../dist/web', import.meta.url));
/** How many ports after the wanted one are tried. */
const ATTEMPTS = 50;

export interface Served {
  /** The address of the reading room. */
  readonly url: string;
  /** Answers what has been asked, then stops. */
  close(): Promise<void>;
}

/** Serves the library on `port` of `host` (this machine only unless told otherwise), or on the next port that is free. */
export async function serve(library: Library, options: { port: number; host?: string }): Promise<Served> {
  const host = options.host ?? 'localhost';
  const { countries } = await loadCodebook();
  const names = Object.fromEntries(countries.map(({ code, name }) => [code, name]));
  const app = createApp({ library, countries: names, web: WEB, host });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const port = await listen(server, options.port, host);
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function listen(server: Server, first: number, host: string): Promise<number> {
  for (let port = first; ; port++) {
    try {
      return await listenOn(server, port, host);
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || port === first + ATTEMPTS) throw error;
    }
  }
}

function listenOn(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as { port: number }).port);
    });
  });
}
