/** What an HTTP answer says before its body. */
export interface HttpHead {
  readonly status: number;
  /** Fields by their names in small letters; of several with one name, the first. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Where the body of an HTTP message begins; -1 where its head is not over yet. */
export function bodyStart(message: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n'].map((mark) => [message.indexOf(mark), mark.length] as const);
  const [[at, length] = [-1, 0]] = ends.filter(([at]) => at >= 0).sort(([one], [other]) => one - other);
  return at < 0 ? -1 : at + length;
}

/** Reads the head of an HTTP answer; null where it is none. */
export function readHead(head: Buffer): HttpHead | null {
  const [first = '', ...lines] = head.toString('latin1').split(/\r?\n/);
  const status = first.match(/^HTTP\/[\d.]+\s+(\d{3})/i)?.[1];
  if (status === undefined) return null;
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return { status: Number(status), fields };
}
