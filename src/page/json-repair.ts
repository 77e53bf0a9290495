/**
 * JSON with quotes inside its strings escaped and what was cut off at its end closed: `{"says": "He said "no" to us"`.
 * A quote ends a string where JSON goes on behind it.
 */
export function repairJson(text: string): string {
  const open: string[] = [];
  let repaired = '';
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const char = text[index]!;
    if (inString && char === '\\') repaired += char + (text[++index] ?? '\\');
    else if (char === '"' && inString && !endsString(text, index + 1)) repaired += '\\"';
    else {
      repaired += char;
      if (char === '"') inString = !inString;
      else if (!inString && (char === '{' || char === '[')) open.push(char === '{' ? '}' : ']');
      else if (!inString && (char === '}' || char === ']')) open.pop();
    }
  }
  if (inString) repaired += '"';
  if (open.length === 0) return repaired;
  const named = repaired.trimEnd().replace(/"[^"]{0,99}"\s{0,9}:$/, '');
  return named.trimEnd().replace(/,$/, '') + open.reverse().join('');
}

function endsString(text: string, after: number): boolean {
  let next = after;
  while (next < text.length && text.charCodeAt(next) <= 32) next++;
  return next === text.length || /[,:}\]]/.test(text[next]!);
}
