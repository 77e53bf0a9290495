/** Why an address gave no page. The message says what is wrong and, where there is something to do about it, what. */
export class FetchError extends Error {
  readonly kind: FetchFailure;
  readonly url: string;

  constructor(kind: FetchFailure, url: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'FetchError';
    this.kind = kind;
    this.url = url;
  }
}

export type FetchFailure =
  | 'address' // not an http or https address that can be asked for
  | 'private' // leads to this machine or a private network
  | 'robots' // the site asks robots to stay away
  | 'redirects' // too many, or one that leads nowhere
  | 'status' // the server answered with an error
  | 'size' // more bytes than allowed
  | 'time' // took too long
  | 'network'; // no such host, refused, broken off
