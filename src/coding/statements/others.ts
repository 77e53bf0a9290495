import type { Sentence, Token } from '../../language/document.ts';
import { children, firstChild, governors, hasChild, leftEdge, relation, subtree } from '../tree.ts';
import { CONTRASTS, isMarkedBy, trim, withoutAside } from './edges.ts';
import type { Finding } from './finding.ts';
import type { Quoted } from './quotes.ts';
import { quotedWords, range } from './speech.ts';

/** Where reported words end for the sake of others: where another statement, or a further act of the speaker, begins. */

/**
 * Whether a clause that the tree hung on the reporting word goes on with what is said: "because …", "if …" do, unlike a
 * bare participle; so does "and" with a subject of its own, if no comma sets it apart or it has quoted words.
 */
function goesOn(sentence: Sentence, clause: Token, quotes: readonly Quoted[]): boolean {
  if (relation(clause) === 'advcl')
    return hasChild(sentence, clause.index, 'mark') && !isMarkedBy(sentence, clause, CONTRASTS);
  if (relation(clause) !== 'conj' || !hasChild(sentence, clause.index, 'nsubj')) return false;
  const branch = subtree(sentence, clause.index);
  const conjunction = firstChild(sentence, clause.index, 'cc');
  if (conjunction?.lowerLemma !== 'and') return false;
  const quoted = quotes.some((quote) => quote.words.some((index) => branch.includes(index)));
  return quoted || sentence.tokens[conjunction.index - 1].form !== ',';
}

const BESIDE = new Set([...CONTRASTS, 'as']);

/** ", while Oslo said …", ", and the king denied …": after a comma, somebody else's words at the end are not part of what is said. */
export function withoutOthers(
  sentence: Sentence,
  finding: Finding,
  others: readonly Finding[],
  quotes: readonly Quoted[],
): Finding {
  const { content, word } = finding;
  if (content[0] < word) return finding;
  const quoted = quotedWords(quotes);
  const last = content[content.length - 1];
  for (const index of content) {
    const token = sentence.tokens[index];
    const isContrast = token.relation === 'advcl' && isMarkedBy(sentence, token, BESIDE);
    const isFurther = token.relation === 'conj' && hasChild(sentence, index, 'nsubj', 'nsubj:pass');
    if (!isContrast && !isFurther) continue;
    const branch = subtree(sentence, index);
    const first = branch.find((each) => sentence.tokens[each].upos !== 'PUNCT')!;
    if (sentence.tokens[first - 1]?.form !== ',' || !branch.includes(last) || first <= content[0]) continue;
    const inside = new Set(branch);
    const isOthers = others.some(
      (other) =>
        other !== finding &&
        inside.has(other.word) &&
        !quoted.has(other.word) &&
        other.source !== null &&
        inside.has(other.source.head) &&
        other.entry.pos === 'verb',
    );
    if (isOthers)
      return {
        ...finding,
        content: trim(
          sentence,
          content.filter((each) => !inside.has(each) && each < first),
          [],
        ),
      };
  }
  return finding;
}

/** Where in a sentence something else than what is reported begins: another statement, or a further act of the speaker. */
function nextStart(
  sentence: Sentence,
  finding: Finding,
  others: readonly Finding[],
  quotes: readonly Quoted[],
): number {
  const end = finding.content[finding.content.length - 1];
  const quoted = quotedWords(quotes);
  const starts = others
    .filter((other) => other !== finding && other.word > end && !quoted.has(other.word))
    .map((other) => Math.min(other.word, ...(other.source?.tokens ?? []).filter((index) => index > end)));
  for (const child of children(sentence, finding.word, 'conj', 'advcl', 'parataxis'))
    if (child.index > end && !goesOn(sentence, child, quotes)) starts.push(leftEdge(sentence, child.index));
  for (const governor of governors(sentence, finding.word)) if (governor.index > end) starts.push(end + 1);
  return Math.min(sentence.tokens.length, ...starts);
}

/** A reported clause runs to the end of its sentence, or to where something else begins, wherever the tree has let go of it. */
export function toItsEnd(
  sentence: Sentence,
  finding: Finding,
  others: readonly Finding[],
  quotes: readonly Quoted[],
): Finding {
  const { content, alternative, word, entry } = finding;
  if (entry.pos === 'noun' || !['clause', 'quote'].includes(alternative) || content.length === 0 || content[0] < word)
    return finding;
  const end = content[content.length - 1];
  const stop = nextStart(sentence, finding, others, quotes);
  const further = range(end + 1, stop);
  if (further.length === 0) return finding;
  const extended = trim(
    sentence,
    withoutAside(sentence, trim(sentence, [...content, ...further], quotes), quotes),
    quotes,
  );
  return { ...finding, content: extended };
}
