/** One step of a multiplicative hash, spread over all 32 bits. */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** A 32-bit hash of a text, or of a prefix and a part of a text. */
export function hashText(text: string, prefix = '', start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < prefix.length; index += 1) hash = Math.imul(hash ^ prefix.charCodeAt(index), 0x01000193);
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash, prefix.length + end - start);
}
