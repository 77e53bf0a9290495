import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createFetcher, type FetchOptions } from './fetcher.ts';

const servers: Server[] = [];

async function serve(listener: RequestListener, host = '127.0.0.1'): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** The servers of these tests are on this machine, so only what a test names is refused. */
async function get(address: string, options: Partial<FetchOptions> = {}) {
  const fetcher = createFetcher({ refuse: () => false, pause: 0, milliseconds: 5000, ...options });
  try {
    return await fetcher.get(address);
  } finally {
    await fetcher.close();
  }
}

const page = '<!doctype html><p>The minister resigned on Monday.</p>';
const html = { 'content-type': 'text/html; charset=utf-8' };
/** Answers everything but robots.txt, which this server does not have. */
const site =
  (listener: RequestListener): RequestListener =>
  (request, response) =>
    request.url === '/robots.txt' ? response.writeHead(404).end() : listener(request, response);

describe('a page behind an address', () => {
  it('comes with its type and validators, asked for under our name', async () => {
    const agents: unknown[] = [];
    const url = await serve(
      site((request, response) => {
        agents.push(request.headers['user-agent']);
        response.writeHead(200, { ...html, etag: '"v1"', 'last-modified': 'Mon, 05 Mar 2018 10:00:00 GMT' }).end(page);
      }),
    );
    const got = await get(`${url}/news#comments`);
    expect(Buffer.from(got!.bytes).toString()).toBe(page);
    expect(got).toMatchObject({ url: `${url}/news`, etag: '"v1"', contentType: 'text/html; charset=utf-8' });
    expect(agents).toEqual(['Dragoman/0.1']);
  });

  it('is unpacked, whichever compression it came in', async () => {
    for (const [encoding, pack] of [
      ['gzip', gzipSync],
      ['br', brotliCompressSync],
    ] as const) {
      const url = await serve(
        site((_, response) => response.writeHead(200, { ...html, 'content-encoding': encoding }).end(pack(page))),
      );
      expect(Buffer.from((await get(url))!.bytes).toString()).toBe(page);
    }
  });

  it('is not sent again where nothing changed', async () => {
    const url = await serve(
      site((request, response) => response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 200).end()),
    );
    const fetcher = createFetcher({ refuse: () => false, pause: 0 });
    expect(await fetcher.get(url, { etag: '"v1"', lastModified: null })).toBeNull();
    expect(await fetcher.get(url, { etag: '"old"', lastModified: null })).not.toBeNull();
    await fetcher.close();
  });

  it('is found through five redirects, and not through six', async () => {
    const url = await serve(
      site((request, response) => {
        const left = Number(request.url!.slice(1));
        if (left) response.writeHead(302, { location: `/${left - 1}` }).end();
        else response.writeHead(200, html).end(page);
      }),
    );
    expect((await get(`${url}/5`))!.url).toBe(`${url}/0`);
    await expect(get(`${url}/6`)).rejects.toMatchObject({ kind: 'redirects' });
  });
});

describe('what a site asks of robots', () => {
  const robots =
    (text: string, status = 200): RequestListener =>
    (request, response) =>
      request.url === '/robots.txt' ? response.writeHead(status).end(text) : response.writeHead(200, html).end(page);

  it('is respected, with a rule for us before the rule for all', async () => {
    const url = await serve(robots('User-agent: *\nDisallow: /\n\nUser-agent: Dragoman\nDisallow: /private/\n'));
    expect(await get(`${url}/news`)).not.toBeNull();
    await expect(get(`${url}/private/page`)).rejects.toMatchObject({ kind: 'robots' });
  });

  it('is everything forbidden while its server is in trouble', async () => {
    const url = await serve(robots('', 503));
    await expect(get(`${url}/news`)).rejects.toMatchObject({
      kind: 'robots',
      message: expect.stringContaining('the server answered 503'),
    });
  });

  it('that does not come is told apart from a page that does not', async () => {
    const silent = await serve(() => {});
    await expect(get(`${silent}/news`, { milliseconds: 300 })).rejects.toMatchObject({
      kind: 'time',
      message: expect.stringMatching(/^robots\.txt/),
    });
  });

  it('is asked once, and requests to one host are a pause apart', async () => {
    let asked = 0;
    const url = await serve((request, response) => {
      if (request.url === '/robots.txt') asked++;
      response.writeHead(request.url === '/robots.txt' ? 404 : 200, html).end(page);
    });
    const fetcher = createFetcher({ refuse: () => false, pause: 150 });
    const start = performance.now();
    await Promise.all([fetcher.get(`${url}/a`), fetcher.get(`${url}/b`), fetcher.get(`${url}/c`)]);
    const took = performance.now() - start;
    await fetcher.close();
    expect(asked).toBe(1);
    // Two pauses, however slow the machine is; timers may be a little early.
    expect(took).toBeGreaterThan(290);
  });
});

describe('hostile servers', () => {
  it.each([
    ['http://127.0.0.1:8199/'],
    ['http://localhost:8199/'],
    ['http://[::1]:8199/'],
    ['http://[::ffff:127.0.0.1]:8199/'],
    ['http://2130706433:8199/'],
    ['http://10.0.0.1/'],
    ['http://169.254.169.254/latest/meta-data'],
    ['http://[fd00::1]/'],
    ['http://0.0.0.0:8199/'],
  ])('%s is refused as private', async (address) => {
    const fetcher = createFetcher({ pause: 0 });
    await expect(fetcher.get(address)).rejects.toMatchObject({ kind: 'private' });
    await fetcher.close();
  });

  it('cannot redirect to a refused address, written as number or name', async () => {
    let reached = 0;
    const inner = await serve((_, response) => {
      reached++;
      response.end(page);
    }, '127.0.0.2');
    const url = await serve(site((_, response) => response.writeHead(302, { location: inner }).end()));
    await expect(get(url, { refuse: (ip) => ip === '127.0.0.2' })).rejects.toMatchObject({ kind: 'private' });
    expect(reached).toBe(0);

    const named = await serve(
      site((_, response) => response.writeHead(302, { location: 'http://localhost:8199/' }).end()),
      '127.0.0.3',
    );
    await expect(get(named, { refuse: (ip) => ip !== '127.0.0.3' })).rejects.toMatchObject({ kind: 'private' });
  });

  it('cannot redirect to another scheme', async () => {
    const url = await serve(site((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()));
    await expect(get(url)).rejects.toMatchObject({ kind: 'address' });
  });

  it('cannot keep us waiting', async () => {
    const silent = await serve(site(() => {}));
    await expect(get(silent, { milliseconds: 300 })).rejects.toMatchObject({ kind: 'time' });

    const dripping = await serve(
      site((_, response) => {
        response.writeHead(200, html);
        const timer = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(timer));
      }),
    );
    await expect(get(dripping, { milliseconds: 300 })).rejects.toMatchObject({ kind: 'time' });
  });

  it('cannot send without end, packed or not', async () => {
    const endless = await serve(
      site((_, response) => {
        response.writeHead(200, html);
        const pour = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65536, 32)));
        };
        response.on('drain', pour);
        pour();
      }),
    );
    await expect(get(endless, { bytes: 1_000_000 })).rejects.toMatchObject({ kind: 'size' });

    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const packed = await serve(
      site((_, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bomb)),
    );
    await expect(get(packed, { bytes: 1_000_000 })).rejects.toMatchObject({ kind: 'size' });
  });

  it('cannot pass a part for the whole by lying about the length', async () => {
    const short = await serve(
      site((_, response) => {
        response.writeHead(200, { ...html, 'content-length': '1000' });
        response.write(page);
        setTimeout(() => response.destroy(), 50);
      }),
    );
    await expect(get(short)).rejects.toMatchObject({ kind: 'network' });
  });

  it('are named with what went wrong', async () => {
    const failing = await serve(site((_, response) => response.writeHead(500).end()));
    await expect(get(failing)).rejects.toThrow('the server answered 500');
    await expect(get('http://127.0.0.1:8199/')).rejects.toThrow('refuses connections');
    await expect(get('http://user:secret@example.org/')).rejects.toMatchObject({ kind: 'address' });
    await expect(get('ftp://example.org/')).rejects.toMatchObject({ kind: 'address' });
  });
});
