import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Document, Sentence, Token } from '../../language/document.ts';
import type { Statement } from '../reading.ts';
import { sureness } from '../sureness.ts';
import { children } from '../tree.ts';

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

/** What the model sees of the source: whether there is one, by what word and of which kind. */
function ofSource({ source }: Unsure, text: string): string[] {
  if (!source) return ['no source'];
  const { kind, actor, span } = source;
  if (!span) return ['no source', `source ${kind}`];
  const words = text.slice(...span);
  const word = /^\p{L}+$/u.test(words) ? words.toLowerCase() : '';
  const isPronoun = ['he', 'she', 'they', 'it', 'who', 'which', 'that', 'i', 'we', 'you'].includes(word);
  return [`source ${kind}`, isPronoun ? `source ${word}` : 'source named', ...(actor ? [] : ['source is no actor'])];
}

/** What the model sees of the word that reports: its form and place in the sentence. */
function ofWord(sentence: Sentence, word: Token): string[] {
  const auxiliaries = children(sentence, word.index, 'aux').map(({ lowerLemma }) => lowerLemma);
  const isMarked = children(sentence, word.index, 'mark').length > 0;
  return [
    `form ${word.xpos}`,
    `${word.upos} ${word.relation}`,
    ...auxiliaries.map((auxiliary) => `auxiliary ${auxiliary}`),
    ...(isMarked ? ['marked'] : []),
  ];
}

/** What the model sees of a statement: the features that hold. */
export function statementFeatures(statement: Unsure, document: Document): string[] {
  const { content, quoted, stance, within, rule, cue, addressee } = statement;
  const sentence = document.sentences[statement.sentence];
  const word = wordOf(sentence, statement);
  const how = rule === 'runs on' ? rule : rule.slice(rule.indexOf(' ') + 1);
  const words = content.reduce((sum, span) => sum + document.text.slice(...span).split(/\s+/).length, 0);
  const features = [
    how,
    `${how} ${quoted}`,
    stance,
    `up to ${LENGTHS.find((length) => words <= length) ?? 'more'}`,
    ...ofSource(statement, document.text),
    ...(word ? ofWord(sentence, word) : []),
    ...(cue && content[0][0] < cue.span[0] ? ['content first'] : []),
    ...(content.length > 1 ? ['in parts'] : []),
    ...(within ? ['within another'] : []),
    ...(addressee ? ['told'] : []),
    ...(sentence.tokens.length > 35 ? ['long sentence'] : []),
  ];
  return [...new Set(features)];
}

const weightsOf = memo((codebook) => new Map(Object.entries(codebook.statementCalibration[0]?.weights ?? {})));

/** The statement with how sure it is. */
export const withConfidence = (statement: Unsure, document: Document, codebook: Codebook): Statement => ({
  ...statement,
  confidence: sureness(statementFeatures(statement, document), weightsOf(codebook)),
});
