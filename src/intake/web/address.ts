import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchError } from './errors.ts';

/**
 * The address to ask for: http or https, without user name, password or fragment.
 * @throws FetchError `address`
 */
export function parseAddress(text: string, base?: string): URL {
  if (!URL.canParse(text, base)) throw new FetchError('address', text, `"${text}" is no address`);
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchError('address', text, `only http and https addresses are read, not ${url.protocol}`);
  if (url.username || url.password)
    throw new FetchError('address', text, 'the address holds a user name or password; leave them out');
  url.hash = '';
  return url;
}

/** True unless the IP address is a public one: loopback, private, link-local, reserved and the like are not. */
export function isPrivate(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return true;
  const address = ipaddr.process(ip);
  if (address.range() !== 'unicast') return true;
  return address.kind() === 'ipv6' && embedsPrivate(address as ipaddr.IPv6);
}

/** NAT64 and IPv4-compatible addresses lead to the IPv4 address in their last four bytes. */
function embedsPrivate(address: ipaddr.IPv6): boolean {
  const bytes = address.toByteArray();
  const embedded = bytes.slice(0, 12).every((byte) => byte === 0);
  return embedded && isPrivate(bytes.slice(12).join('.'));
}

/** Which IP addresses are not to be connected to. */
export type Refusal = (ip: string) => boolean;

/**
 * Refuses an address whose host is written as an IP address. Host names are checked by `guardedLookup`, at the
 * moment of connecting.
 * @throws FetchError `private`
 */
export function checkLiteral(url: URL, refuse: Refusal): void {
  // URLs keep the brackets around IPv6 addresses.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && refuse(host)) throw refused(url.href, host);
}

function refused(url: string, ip: string): FetchError {
  return new FetchError(
    'private',
    url,
    `${ip} is on this machine or a private network; give --allow-private to read it all the same`,
  );
}

type LookupCallback = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/**
 * `dns.lookup` that fails when any answer is refused. Used as the connection's own look-up, so that a name cannot
 * resolve to one address when it is checked and to another when it is used.
 */
export function guardedLookup(refuse: Refusal) {
  return (hostname: string, options: LookupOptions, callback: LookupCallback): void => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const bad = addresses.find(({ address }) => refuse(address));
      if (bad) return callback(refused(hostname, bad.address), []);
      if (options.all) return callback(null, addresses);
      callback(null, addresses[0].address, addresses[0].family);
    });
  };
}
