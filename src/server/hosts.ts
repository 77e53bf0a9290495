import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';

/**
 * Answers only requests that call this server by an IP address, by `localhost`, or by the name it was told to listen on.
 * A page on the web can make its own name point at 127.0.0.1 (DNS rebinding); its requests still carry that name.
 */
export function onlyOwnHosts(ownName: string): MiddlewareHandler {
  return async (context, next) => {
    const host = URL.parse(`http://${context.req.header('host') ?? ''}`)?.hostname;
    if (!host || !isOwn(host, ownName)) return context.text('This server does not answer under that name.\n', 403);
    await next();
  };
}

function isOwn(host: string, ownName: string): boolean {
  const address = host.replace(/^\[|\]$/g, '');
  return isIP(address) > 0 || host === 'localhost' || host.endsWith('.localhost') || host === ownName.toLowerCase();
}
