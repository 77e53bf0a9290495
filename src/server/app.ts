import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { Library } from '../library/open.ts';
import { downloads } from './downloads.ts';
import { strictHeaders } from './headers.ts';
import { onlyOwnHosts } from './hosts.ts';
import { records } from './records.ts';

/** The pages that the browser draws; each has its data at the same address with `.json` added. */
const PAGES = ['/', '/articles', '/articles/:id', '/events', '/statements', '/actors', '/actors/:key'];

export interface AppParts {
  readonly library: Library;
  /** Names of countries by ISO 3166-1 alpha-3 code. */
  readonly countries: Readonly<Record<string, string>>;
  /** Folder of the built reading room. */
  readonly web: string;
  /** Name or address that the server listens on. */
  readonly host: string;
}

/** The server's answers, without a port: `app.request(…)` is enough to ask it. */
export function createApp({ library, countries, web, host }: AppParts): Hono {
  const data = records(library, countries);
  const app = new Hono({ getPath });
  app.use(onlyOwnHosts(host), strictHeaders);
  // Before the tags that tell whether an answer has changed: those need all of it in memory.
  app.route('/', downloads(library));
  app.use(etag());
  app.get('/data/openapi', (context) => context.json(description(data)));
  app.route('/data', data);

  app.use('/assets/*', async (context, next) => {
    await next();
    // Their names change with their content.
    if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.use(serveStatic({ root: web, index: 'none' }));
  const page = () => readPage(web);
  for (const path of PAGES) app.get(path, (context) => context.html(page()));
  app.notFound((context) => context.html(page(), 404));
  return app;
}

/** Data live under `/data` inside, at the page's address with `.json` added outside. */
function getPath(request: Request): string {
  const path = new URL(request.url).pathname;
  return path.endsWith('.json') ? `/data${path.slice(0, -'.json'.length)}` : path;
}

function readPage(web: string): string {
  const file = join(web, 'index.html');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  return '<!doctype html><title>Dragoman</title><p>The reading room is not built yet: run <code>npm start</code>.';
}

/** The OpenAPI description of all data addresses. */
function description(data: ReturnType<typeof records>) {
  const document = data.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Dragoman',
      version: '1',
      description:
        'Every page of the reading room has its data at the same address with `.json` added; the lists of events, statements ' +
        'and actors also as files, whole, with `.csv`, `.jsonl` or `.parquet` added.',
    },
  });
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => [`${path}.json`, item]);
  return { ...document, paths: Object.fromEntries(paths) };
}
