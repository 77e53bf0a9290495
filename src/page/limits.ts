/** What a page may cost before reading it is given up, with a `PageError` that names the limit. */
export interface Limits {
  /** Size of the page. */
  readonly bytes: number;
  /** Elements within elements. Browsers stop at 512. */
  readonly depth: number;
  /** Elements and pieces of text together. */
  readonly nodes: number;
  /** Attributes of one element. */
  readonly attributes: number;
  /** Time for one page. */
  readonly milliseconds: number;
}

export const defaultLimits: Limits = {
  bytes: 20_000_000,
  depth: 2_000,
  nodes: 1_000_000,
  attributes: 500,
  milliseconds: 10_000,
};
