import { loadCodebook } from '../src/codebook/load.ts';
import type { Token } from '../src/language/document.ts';
import { gazetteer } from '../src/language/referents/gazetteer.ts';
import { referentsOf } from '../src/language/referents/index.ts';
import { type GoldMention, gumDocuments } from './gum.ts';

const KINDS: Readonly<Record<string, string>> = { organization: 'organisation', people: 'person' };
const kindOf = (kind: string) => KINDS[kind] ?? kind;
const SCORED = new Set(['person', 'organisation', 'place']);

/** Pronouns of who speaks and is spoken to apart: most of GUM's are in talk without a word on who talks. */
function formOf({ form }: Token, kind: string): string {
  return kind === 'pronoun' && /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|yourself)$/i.test(form)
    ? 'speaker pronoun'
    : kind;
}

/**
 * Names and coreference on GUM (`dev` unless told otherwise), given words, our own trees. A name is right where its
 * head word and its kind are; a link is right where the mention before it means the same.
 */
export async function run([part = 'dev', show = '']: string[] = []): Promise<void> {
  const documents = gumDocuments(part);
  if (!documents) return console.log('GUM is not there (../shared/data/treebanks): skipped');
  const codebook = await loadCodebook();
  const { titles } = gazetteer(codebook);
  const count = { right: 0, heads: 0, ours: 0, gold: 0 };
  const links = new Map<string, { right: number; ours: number; gold: number; unjudged: number }>();
  const link = (form: string) =>
    links.get(form) ?? links.set(form, { right: 0, ours: 0, gold: 0, unjudged: 0 }).get(form)!;
  for (const { id, text, sentences, gold } of documents) {
    const { mentions, entities } = referentsOf(text, [], sentences, codebook);
    const key = (sentence: number, head: number) => `${sentence} ${head}`;
    const named = gold.filter((mention) => {
      // An office or body without a name of its own ("the Secretary") is a noun here.
      const { form } = sentences[mention.sentence].tokens[mention.head];
      return mention.isName && SCORED.has(kindOf(mention.kind)) && !titles.get(form.toLowerCase());
    });
    const ours = mentions.filter(({ form, sentence, head, kind, name }) => {
      const { tokens } = sentences[sentence];
      const last = tokens.find(({ span }) => span[1] === name?.[1]);
      return (
        form === 'name' && SCORED.has(kindOf(kind)) && tokens[head].upos !== 'ADJ' && !titles.get(last?.lowerForm ?? '')
      );
    });
    count.gold += named.length;
    count.ours += ours.length;
    const found = new Set<GoldMention>();
    for (const mention of ours) {
      const { tokens } = sentences[mention.sentence];
      const isInside = (head: number) =>
        mention.name![0] <= tokens[head].span[0] && tokens[head].span[1] <= mention.name![1];
      const candidates = named.filter(
        (other) =>
          other.sentence === mention.sentence &&
          !found.has(other) &&
          (isInside(other.head) || other.head === mention.head),
      );
      const match = candidates.find(({ kind }) => kindOf(kind) === kindOf(mention.kind)) ?? candidates[0];
      if (match) found.add(match);
      if (match) count.heads++;
      if (match && kindOf(match.kind) === kindOf(mention.kind)) count.right++;
      else if (show === 'names')
        console.log(
          `${id}: ours ${mention.kind} "${text.slice(...mention.name!)}" gold ${match?.kind ?? '—'} in "${text.slice(...mention.span)}"`,
        );
    }
    if (show === 'names')
      for (const mention of named)
        if (!found.has(mention)) {
          const { tokens } = sentences[mention.sentence];
          console.log(
            `${id}: missed ${mention.kind} "${text.slice(tokens[mention.start].span[0], tokens[mention.end - 1].span[1])}"`,
          );
        }
    const clusters = new Map(gold.map((mention) => [key(mention.sentence, mention.head), mention.cluster]));
    for (const entity of entities)
      for (const [position, index] of entity.mentions.entries()) {
        if (position === 0) continue;
        const mention = mentions[index];
        const before = mentions[entity.mentions[position - 1]];
        const cluster = clusters.get(key(mention.sentence, mention.head));
        const tally = link(formOf(sentences[mention.sentence].tokens[mention.head], mention.form));
        // Relative pronouns and nouns of many kinds are no mentions to GUM: nothing can be said of them.
        if (cluster === undefined) {
          tally.unjudged++;
          continue;
        }
        tally.ours++;
        if (cluster === clusters.get(key(before.sentence, before.head))) tally.right++;
        else if (show === mention.form)
          console.log(
            `${id} ${mention.sentence}: "${text.slice(...mention.span)}" -> "${text.slice(...before.span)}" (${before.sentence}) of ${entity.name}`,
          );
      }
    const seen = new Set<string>();
    for (const mention of gold) {
      if (!SCORED.has(kindOf(mention.kind))) continue;
      const token = sentences[mention.sentence].tokens[mention.head];
      const form = formOf(token, token.upos === 'PRON' ? 'pronoun' : mention.isName ? 'name' : 'nominal');
      if (seen.has(mention.cluster)) link(form).gold++;
      seen.add(mention.cluster);
    }
  }
  const percent = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(1);
  const f1 = (right: number) => percent(2 * right, count.ours + count.gold);
  console.log(`GUM ${part}, ${documents.length} documents`);
  console.log(
    `names: P ${percent(count.right, count.ours)} R ${percent(count.right, count.gold)} F1 ${f1(count.right)} (without kind F1 ${f1(count.heads)}), ${count.gold} names`,
  );
  for (const [form, { right, ours, gold, unjudged }] of links)
    console.log(
      `links of ${form}s: P ${percent(right, ours)} (${right}/${ours}, ${unjudged} more that GUM does not annotate), R ${percent(right, gold)} of ${gold}`,
    );
}
