/** Whether a word is `top` or stands under it in a tree that is still being mended: the head of each word, -1 for the root. */
export function isUnder(head: readonly number[], word: number, top: number): boolean {
  let at = word;
  while (at !== -1 && at !== top) at = head[at];
  return at === top;
}
