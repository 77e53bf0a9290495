import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Document, Sentence, Token } from '../../language/document.ts';
import type { Statement } from '../reading.ts';
import { sureness } from '../sureness.ts';
import { children, hasChild } from '../tree.ts';

/**
 * How sure a statement is: a logistic model over how it stands in its sentence. Its weights are data
 * (`statementCalibration` in the codebook), fitted by `bench/statements.ts --fit` to annotated articles.
 */

export type Unsure = Omit<Statement, 'confidence'>;

/** The word that reports: of the cue's words the one that the rule names. */
function wordOf(sentence: Sentence, { cue, rule }: Unsure): Token | undefined {
  if (!cue) return undefined;
  const [start, end] = cue.span;
  const lemma = rule.slice(0, rule.indexOf(' '));
  return sentence.tokens.findLast(({ span, lowerLemma }) => span[0] >= start && span[1] <= end && lowerLemma === lemma);
}

const LENGTHS = [2, 4, 8, 16, 32];

/** A feature holds once, however often it is seen. */
function see(features: string[], feature: string): void {
  if (!features.includes(feature)) features.push(feature);
}

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'who', 'which', 'that', 'i', 'we', 'you']);

/** What the model sees of the source: whether there is one, by what word and of which kind. */
function ofSource(features: string[], { source }: Unsure, text: string): void {
  if (!source?.span) features.push('no source');
  if (!source) return;
  const { kind, actor, span } = source;
  features.push(`source ${kind}`);
  if (!span) return;
  const word = text.slice(...span).toLowerCase();
  see(features, PRONOUNS.has(word) ? `source ${word}` : 'source named');
  if (!actor) features.push('source is no actor');
}

/** What the model sees of the word that reports: its form and place in the sentence. */
function ofWord(features: string[], sentence: Sentence, word: Token): void {
  features.push(`form ${word.xpos}`, `${word.upos} ${word.relation}`);
  for (const { lowerLemma } of children(sentence, word.index, 'aux')) see(features, `auxiliary ${lowerLemma}`);
  if (hasChild(sentence, word.index, 'mark')) features.push('marked');
}

/** What the model sees of a statement: the features that hold. */
export function statementFeatures(statement: Unsure, document: Document): string[] {
  const { content, quoted, stance, within, rule, cue, addressee } = statement;
  const sentence = document.sentences[statement.sentence];
  const word = wordOf(sentence, statement);
  const how = rule === 'runs on' ? rule : rule.slice(rule.indexOf(' ') + 1);
  const words = content.reduce((sum, span) => sum + document.text.slice(...span).split(/\s+/).length, 0);
  const features = [how, `${how} ${quoted}`, stance, `up to ${LENGTHS.find((length) => words <= length) ?? 'more'}`];
  ofSource(features, statement, document.text);
  if (word) ofWord(features, sentence, word);
  if (cue && content[0][0] < cue.span[0]) features.push('content first');
  if (content.length > 1) features.push('in parts');
  if (within) features.push('within another');
  if (addressee) features.push('told');
  if (sentence.tokens.length > 35) features.push('long sentence');
  return features;
}

const weightsOf = memo((codebook) => new Map(Object.entries(codebook.statementCalibration[0]?.weights ?? {})));

/** The statement with how sure it is. */
export const withConfidence = (statement: Unsure, document: Document, codebook: Codebook): Statement => ({
  ...statement,
  confidence: sureness(statementFeatures(statement, document), weightsOf(codebook)),
});
