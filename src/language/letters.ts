/** Whether a word is ASCII letters only, as most are: told without an expression, it spares most words one. */
export function isLetters(word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    const letter = word.charCodeAt(index) | 32;
    if (letter < 97 || letter > 122) return false;
  }
  return true;
}
