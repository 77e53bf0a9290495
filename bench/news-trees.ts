import { readFileSync } from 'node:fs';
import { loadCodebook } from '../src/codebook/load.ts';
import type { Token } from '../src/language/document.ts';
import { createLanguage } from '../src/language/index.ts';

/**
 * Trees of what news does and the treebanks hold little of, in sentences of our own: headlines in title case, offices
 * before names, speakers after what they say. `news-trees.txt`: a sentence, then words with their heads and relations.
 */
export async function run(): Promise<void> {
  const language = createLanguage({ codebook: await loadCodebook() });
  const items = readFileSync(new URL('./news-trees.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  let right = 0;
  let asked = 0;
  let whole = 0;
  for (const item of items) {
    const [text, facts] = item.split(' | ');
    const read = language({ text, blocks: [{ kind: 'headline', span: [0, text.length] }], published: null });
    const tokens = read.sentences[0].tokens;
    const wrong = facts.split(' ').filter((fact) => !holds(fact, tokens));
    asked += facts.split(' ').length;
    right += facts.split(' ').length - wrong.length;
    if (wrong.length === 0) whole += 1;
    else console.log(`${text}  not found: ${wrong.join(' ')}`);
  }
  console.log(
    `${right} of ${asked} words on the right head, ${whole} of ${items.length} sentences without a wrong one`,
  );
}

/** "Hosts>ROOT", "President>Hosts:nsubj". */
function holds(fact: string, tokens: readonly Token[]): boolean {
  const [, form, head, relation] = /^(.+?)>(.+?)(?::(.+))?$/.exec(fact)!;
  const token = tokens.find((word) => word.form === form)!;
  const found = token.deprel.split(':')[0];
  const isRelation = relation === undefined || found === relation || (relation === 'obj' && found === 'iobj');
  return (tokens[token.head]?.form ?? 'ROOT') === head && isRelation;
}
