import robotsParser, { type Robot } from 'robots-parser';

/** Longest pause that a robots.txt can ask of us, in milliseconds: beyond it the site is better left to another day. */
const LONGEST_DELAY = 30_000;

/** What a site asks of robots, by RFC 9309. */
export interface RobotRules {
  allows(url: URL): boolean;
  /** Milliseconds between two requests. */
  readonly delay: number;
  /** Why nothing is allowed where that is not what the site asks for. */
  readonly trouble?: string;
}

const allowAll: RobotRules = { allows: () => true, delay: 0 };

/**
 * The rules in the answer to a request for robots.txt. No such file (4xx) allows everything, a server in trouble
 * (5xx) nothing.
 */
export function robotRules(url: string, status: number, text: string, userAgent: string): RobotRules {
  if (status >= 500) return { allows: () => false, delay: 0, trouble: `the server answered ${status}` };
  if (status >= 400) return allowAll;
  const parse = robotsParser as unknown as (url: string, text: string) => Robot;
  const robot = parse(url, text);
  const seconds = robot.getCrawlDelay(userAgent) ?? 0;
  return {
    allows: (address) => robot.isAllowed(address.href, userAgent) ?? true,
    delay: Math.min(seconds * 1000, LONGEST_DELAY),
  };
}
