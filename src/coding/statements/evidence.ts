import type { Codebook } from '../../codebook/codebook.ts';
import type { Document, Sentence } from '../../language/document.ts';
import type { Span } from '../../page/article.ts';
import type { Actors } from '../actors/index.ts';
import type { Evidence, Statement, StatementSource } from '../reading.ts';
import { governors } from '../tree.ts';
import type { Finding } from './finding.ts';
import { kindOfSource } from './kind.ts';
import type { Quoted } from './quotes.ts';
import { antecedentOf, phrase, type SourceWords } from './source.ts';
import { quotedWords } from './speech.ts';
import { subjectOf } from './subject.ts';

/** From tokens to the words of the text that show them. */

/** From the first to the last of some tokens. */
export function hull(document: Document, sentence: Sentence, tokens: readonly number[]): Evidence {
  const span: Span = [sentence.tokens[tokens[0]].span[0], sentence.tokens[tokens[tokens.length - 1]].span[1]];
  return { text: document.text.slice(...span), span };
}

/** "Both parents stiffened their denunciation": who they are is named as the subject of the clause. */
function ownerAsSubject(document: Document, sentence: Sentence, { entry, source }: Finding): SourceWords | null {
  const owner = source && sentence.tokens[source.head];
  if (entry.pos !== 'noun' || owner?.xpos !== 'PRP$') return null;
  const entityAt = (token: number): number => {
    const mention = document.mentions[document.mentionAt[sentence.index][token]];
    return mention ? mention.entity : -1;
  };
  for (const verb of governors(sentence, owner.index)) {
    if (verb.upos !== 'VERB') continue;
    const subject = subjectOf(sentence, verb);
    const isNamed = subject >= 0 && subject < owner.index && sentence.tokens[subject].upos !== 'PRON';
    return isNamed && entityAt(subject) >= 0 && entityAt(subject) === entityAt(owner.index)
      ? phrase(sentence, subject, [verb.index])
      : null;
  }
  return null;
}

/** The words that name a finding's source, and who that is: "they" are the last to speak, "who" has the words that it stands for. */
export function sourceEvidence(
  document: Document,
  codebook: Codebook,
  actors: Actors,
  finding: Finding,
  speakers: ReadonlyMap<Finding, Finding>,
): StatementSource {
  if (!finding.source || finding.source.tokens.length === 0)
    return { actor: null, text: '', span: null, kind: finding.entry.kind ?? 'unspecified' };
  const sentence = document.sentences[finding.sentence];
  const { head, tokens } = ownerAsSubject(document, sentence, finding) ?? finding.source;
  const antecedent = antecedentOf(sentence, head);
  const named = hull(document, sentence, tokens);
  const speaker = speakers.get(finding);
  if (speaker?.source) {
    const { sentence: before, source } = speaker;
    const kind = kindOfSource(document, codebook, document.sentences[before], source.head);
    return { actor: actors.at(before, source.head), ...named, kind };
  }
  return {
    actor: actors.at(finding.sentence, antecedent?.head ?? head),
    text: antecedent ? hull(document, sentence, antecedent.tokens).text : named.text,
    span: named.span,
    kind: kindOfSource(document, codebook, sentence, head),
  };
}

/** A gap in what is said up to this part of it is bridged: "the road", he said, "is open" is one stretch. */
const MOST_GAP = 0.35;
/** So is one of a few words: "[the fighters] are thought [to be in Syria]". */
const SHORT_GAP = 22;

/** The stretches of a sentence as one where only a few words of saying stand between them. */
export function joined(spans: readonly Span[]): Span[] {
  const [first, last] = [spans[0], spans[spans.length - 1]];
  const whole = last[1] - first[0];
  return whole - lengthOf(spans) <= Math.max(SHORT_GAP, MOST_GAP * whole) ? [[first[0], last[1]]] : [...spans];
}

/** Direct: all in quotation marks. Mixed: some words of it. */
export function quotedHow(
  sentence: Sentence,
  content: readonly number[],
  quotes: readonly Quoted[],
): Statement['quoted'] {
  if (quotes.length === 0) return 'indirect';
  const words = content.filter((index) => sentence.tokens[index].upos !== 'PUNCT');
  const quoted = quotedWords(quotes);
  const inside = words.filter((index) => quoted.has(index));
  if (inside.length === 0) return 'indirect';
  return inside.length === words.length ? 'direct' : 'mixed';
}

/** Characters in all of some stretches. */
export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span[1] - span[0], 0);
