import { Agent, fetch, type Response } from 'undici';
import { checkLiteral, guardedLookup, isPrivate, parseAddress, type Refusal } from './address.ts';
import { FetchError } from './errors.ts';
import { Pace } from './pace.ts';
import { type RobotRules, robotRules } from './robots.ts';

/** Largest part of a robots.txt that is read, by RFC 9309. */
const ROBOTS_BYTES = 500 * 1024;

export interface FetchOptions {
  /** How we name ourselves to servers and look ourselves up in robots.txt. */
  readonly userAgent: string;
  /** Most bytes of a page, after decompression. */
  readonly bytes: number;
  /** Most milliseconds for one request and its answer; the pauses between requests do not count. */
  readonly milliseconds: number;
  readonly redirects: number;
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  /** IP addresses that are not connected to: those of this machine and of private networks. */
  readonly refuse: Refusal;
}

export const defaultFetchOptions: FetchOptions = {
  userAgent: 'Dragoman/0.1',
  bytes: 20_000_000,
  milliseconds: 30_000,
  redirects: 5,
  pause: 1_000,
  refuse: isPrivate,
};

/** What is remembered of an address, so that the server can answer that nothing has changed. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface FetchedPage extends Validators {
  /** Where the page was found in the end, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
}

export interface Fetcher {
  /**
   * Gets a page; null where the server says it is as it was when `known` was noted.
   * @throws FetchError
   */
  get(address: string, known?: Validators): Promise<FetchedPage | null>;
  /** Ends open connections. */
  close(): Promise<void>;
}

/** One HTTP client for many addresses: it keeps connections, the hosts' pauses and what their robots.txt say. */
export function createFetcher(given: Partial<FetchOptions> = {}): Fetcher {
  const options = { ...defaultFetchOptions, ...given };
  const pace = new Pace(options.pause);
  const robots = new Map<string, Promise<RobotRules>>();
  const agent = new Agent({
    headersTimeout: options.milliseconds,
    bodyTimeout: options.milliseconds,
    connect: { lookup: guardedLookup(options.refuse) as never },
  });

  /** Follows redirects by hand, since each hop is an address to check. */
  async function request(start: URL, headers: Record<string, string>, check?: (url: URL) => Promise<void>) {
    let url = start;
    for (let hop = 0; hop <= options.redirects; hop++) {
      checkLiteral(url, options.refuse);
      await check?.(url);
      const response = await ask(url, headers);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || response.status === 304 || !location)
        return { url, response };
      await response.body?.cancel();
      url = parseAddress(location, url.href);
    }
    throw new FetchError('redirects', start.href, `more than ${options.redirects} redirects`);
  }

  async function ask(url: URL, headers: Record<string, string>): Promise<Response> {
    try {
      return await fetch(url, {
        dispatcher: agent,
        redirect: 'manual',
        signal: AbortSignal.timeout(options.milliseconds),
        headers: { 'user-agent': options.userAgent, 'accept-language': 'en', ...headers },
      });
    } catch (error) {
      throw failure(url, error, options.milliseconds);
    }
  }

  async function readRules(origin: string): Promise<RobotRules> {
    const rules = new URL('/robots.txt', origin);
    let answer: Awaited<ReturnType<typeof request>>;
    let bytes: Uint8Array;
    try {
      answer = await request(rules, { accept: 'text/plain' });
      bytes = await readBody(answer.url, answer.response, ROBOTS_BYTES, 'cut', options.milliseconds);
    } catch (error) {
      // Whoever waits for a page should know that it was not the page that did not come.
      if (!(error instanceof FetchError) || !/^(?:time|redirects|size)$/.test(error.kind)) throw error;
      throw new FetchError(error.kind, rules.href, `robots.txt, which is asked for first: ${error.message}`, error);
    }
    const { response } = answer;
    return robotRules(`${origin}/robots.txt`, response.status, new TextDecoder().decode(bytes), options.userAgent);
  }

  async function rulesOf(url: URL): Promise<RobotRules> {
    let rules = robots.get(url.origin);
    if (!rules) {
      rules = readRules(url.origin);
      robots.set(url.origin, rules);
      // A site that could not be asked is asked again next time.
      rules.catch(() => robots.delete(url.origin));
    }
    return rules;
  }

  async function enter(url: URL): Promise<void> {
    const rules = await rulesOf(url);
    if (!rules.allows(url)) throw new FetchError('robots', url.href, refusalOf(url, rules));
    await pace.turn(url.host, rules.delay);
  }

  async function get(address: string, known?: Validators): Promise<FetchedPage | null> {
    const start = parseAddress(address);
    const headers: Record<string, string> = {
      accept: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5',
    };
    if (known?.etag) headers['if-none-match'] = known.etag;
    if (known?.lastModified) headers['if-modified-since'] = known.lastModified;

    const { url, response } = await request(start, headers, enter);
    if (response.status === 304) {
      await response.body?.cancel();
      return null;
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new FetchError('status', url.href, `the server answered ${response.status} ${response.statusText}`.trim());
    }
    return {
      url: url.href,
      bytes: await readBody(url, response, options.bytes, 'refuse', options.milliseconds),
      contentType: response.headers.get('content-type'),
      etag: response.headers.get('etag'),
      lastModified: response.headers.get('last-modified'),
    };
  }

  return { get, close: () => agent.destroy() };
}

/** Reads a body up to a number of bytes, counted after decompression; what is longer is cut or refused. */
async function readBody(
  url: URL,
  response: Response,
  limit: number,
  longer: 'cut' | 'refuse',
  milliseconds: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) break;
    }
  } catch (error) {
    throw failure(url, error, milliseconds);
  }
  if (size > limit && longer === 'refuse')
    throw new FetchError(
      'size',
      url.href,
      `larger than ${Math.round(limit / 1e6)} MB; give --max-megabytes to read more`,
    );
  return Buffer.concat(chunks).subarray(0, limit);
}

function refusalOf({ host }: URL, { trouble }: RobotRules): string {
  if (trouble) return `${host} cannot say what robots may read (robots.txt: ${trouble}); try again later`;
  return `${host} asks robots not to read this page (robots.txt)`;
}

/** Errors that mean the time was up; our time limit is the only thing that aborts a request. */
const TIME_IS_UP = new Set([
  'TimeoutError',
  'AbortError',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Says in plain words what undici threw. */
function failure(url: URL, error: unknown, milliseconds: number): FetchError {
  let innermost = error;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof FetchError) return cause;
    innermost = cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (TIME_IS_UP.has(cause.name) || TIME_IS_UP.has(code ?? ''))
      return new FetchError('time', url.href, `no whole answer within ${milliseconds / 1000} seconds`, error);
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
      return new FetchError('network', url.href, `no host named ${url.hostname} was found`, error);
    if (code === 'ECONNREFUSED') return new FetchError('network', url.href, `${url.host} refuses connections`, error);
  }
  const reason = innermost instanceof Error ? innermost.message : String(innermost);
  return new FetchError('network', url.href, `the answer broke off (${reason})`, error);
}
