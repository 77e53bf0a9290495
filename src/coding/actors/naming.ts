import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Document, Mention } from '../../language/document.ts';
import { children } from '../tree.ts';
import { keyAt } from './belonging.ts';
import type { Cast, Draft } from './draft.ts';

/** A possessive pronoun at the head of a name, and the words after it. */
const OWNED = /^(?:his|her|its|their|my|our|your|whose)\s+(.+)$/is;

const ends = memo((codebook) => new Set(codebook.classes.find(({ name }) => name === 'ENDS_NAME')?.words));

const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`);

/**
 * Those who have no name of their own are called so that a reader knows whose they are wherever he meets them: "Ana Li’s
 * husband" for "her husband", "Islamic State fighters" for "Isis fighters".
 */
export function nameByOthers(document: Document, cast: Cast, codebook: Codebook): void {
  for (const draft of cast.drafts.values()) {
    const mentions = draft.mentions.map((index) => document.mentions[index]);
    if (mentions.some(({ form }) => form === 'name')) continue;
    draft.name = withoutAsides(draft.name, mentions, document, ends(codebook));
    draft.name = withBodies(withOwner(draft, mentions, document, cast), mentions, document, cast);
  }
}

/** The name up to examples, asides and clauses behind its noun: "neighbours" of "neighbours, such as Chad". */
function withoutAsides(
  name: string,
  mentions: readonly Mention[],
  document: Document,
  cuts: ReadonlySet<string>,
): string {
  const first = mentions.find(({ form }) => form === 'nominal');
  if (!first) return name;
  const tokens = document.sentences[first.sentence].tokens.slice(first.head + 1, first.tokens[1]);
  // "parties to the conflict to provide access"
  const cut = tokens.find(({ lowerForm, upos }) => cuts.has(lowerForm) || (lowerForm === 'to' && upos === 'PART'));
  // What is cut off is the same in the name, which may have lost an article at its head and blanks between its words.
  const rest = cut && document.text.slice(cut.span[0], first.span[1]).replace(/\s+/g, ' ');
  return rest && name.endsWith(rest) ? name.slice(0, -rest.length).trimEnd() : name;
}

function withOwner(draft: Draft, mentions: readonly Mention[], document: Document, cast: Cast): string {
  const rest = OWNED.exec(draft.name)?.[1];
  if (!rest) return draft.name;
  for (const { sentence, head, form } of mentions) {
    const [pronoun] = form === 'nominal' ? children(document.sentences[sentence], head, 'nmod:poss') : [];
    const key = pronoun ? keyAt(document, cast, sentence, pronoun.index) : null;
    const owner = key === null ? undefined : cast.drafts.get(key);
    if (owner && owner !== draft && !OWNED.test(owner.name)) return `${possessive(owner.name)} ${rest}`;
  }
  return draft.name;
}

/** The name with the bodies in it called as the codebook calls them. */
function withBodies(name: string, mentions: readonly Mention[], document: Document, cast: Cast): string {
  const { mentionAt, mentions: all, text } = document;
  const first = mentions.find(({ form }) => form === 'nominal');
  if (!first) return name;
  for (let at = first.tokens[0]; at < first.tokens[1]; at++) {
    const index = mentionAt[first.sentence][at];
    const body = index < 0 || !all[index].name ? undefined : cast.drafts.get(cast.keyOfMention[index]);
    const words = body?.settled && body.kind === 'organisation' ? text.slice(...all[index].name!) : null;
    if (words && !name.includes(body!.name)) return name.replace(words, () => body!.name);
  }
  return name;
}
