import type { Sentence, Token } from '../../language/document.ts';
import { children, relation } from '../tree.ts';
import { trim } from './edges.ts';
import type { Finding } from './finding.ts';
import type { Quoted } from './quotes.ts';
import { SPEECH } from './slots.ts';
import { quotedWords } from './speech.ts';
import { FINITE } from './subject.ts';

/** Which of a sentence's findings are statements of their own where one stands inside another, or two words say the same. */

function isIn(tokens: readonly number[], index: number): boolean {
  return tokens.includes(index);
}

/** "rejected the mayor's calls for …": a noun whose speaker is named as its owner, inside what another says or judges. */
function hasNamedOwner(sentence: Sentence, finding: Finding): boolean {
  const owner = finding.source && sentence.tokens[finding.source.head];
  return hasNamedSource(sentence, finding) && owner?.head === finding.word && owner.relation === 'nmod';
}

/** "Erdoğan's calls for …": a noun with a speaker of its own, whoever does something with it. */
function hasNamedSource(sentence: Sentence, { entry, source }: Finding): boolean {
  return entry.pos === 'noun' && source !== null && sentence.tokens[source.head].upos !== 'PRON';
}

/** What somebody says inside quotation marks, and what the quoted think or want, is part of the quotation. */
export function standsAlone(
  finding: Finding,
  sentence: Sentence,
  all: readonly Finding[],
  quotes: readonly Quoted[],
): boolean {
  if (quotes.some(({ words }) => words.length > SCARE_QUOTE && isIn(words, finding.word))) return false;
  const reports =
    (finding.entry.nested && finding.source !== null && SPEECH.has(finding.alternative)) ||
    hasNamedOwner(sentence, finding);
  return reports || !all.some((other) => other !== finding && isIn(other.content, finding.word));
}

/** Tokens, marks included, of a quotation too short to be speech. */
const SCARE_QUOTE = 4;

/** The tense of a verb without auxiliaries: the tagger takes "announced" for a participle where the tree wants one. */
const tenseOf = ({ xpos }: Token): string => (xpos === 'VBN' ? 'VBD' : xpos);

/**
 * "He said that the dam had held and warned that …": where the tree takes the second verb of saying for part of what the first
 * says, but both have one tense and no subject stands between, both are the speaker's.
 */
export function besideOthers(
  sentence: Sentence,
  findings: readonly Finding[],
  quotes: readonly Quoted[],
): readonly Finding[] {
  const quoted = quotedWords(quotes);
  const speakers = new Map<Finding, Finding>();
  for (const finding of findings) {
    const word = sentence.tokens[finding.word];
    if (word.relation !== 'conj' || !finding.entry.nested || quoted.has(word.index)) continue;
    if (children(sentence, word.index, 'nsubj', 'aux').length > 0) continue;
    const first = findings.find(
      (other) =>
        other.word < word.index &&
        other.content[0] > other.word &&
        isIn(other.content, word.index) &&
        other.entry.pos === 'verb' &&
        FINITE.has(sentence.tokens[other.word].xpos) &&
        tenseOf(sentence.tokens[other.word]) === tenseOf(word),
    );
    if (first) speakers.set(finding, first);
  }
  if (speakers.size === 0) return findings;
  return findings.map((finding) => {
    const speaker = speakers.get(finding);
    if (speaker) return { ...finding, source: speaker.source };
    const next = findings.find((other) => speakers.get(other) === finding);
    if (!next) return finding;
    const [end] = children(sentence, next.word, 'cc').map(({ index }) => index);
    const content = finding.content.filter((index) => index < Math.min(end ?? next.word, next.word));
    return { ...finding, content: trim(sentence, content, quotes) };
  });
}

/** "said in a statement that …", "the report suggests that …": both words have it, and the verb knows who said it. */
function isEchoed(sentence: Sentence, noun: Finding, findings: readonly Finding[]): boolean {
  return findings.some(
    (other) =>
      other.entry.pos === 'verb' &&
      other.content.length > 0 &&
      other.content[0] === noun.content[0] &&
      (other.word < noun.word || sentence.tokens[noun.word].head === other.word),
  );
}

const isFiniteVerb = (sentence: Sentence, { word, entry }: Finding): boolean =>
  entry.pos === 'verb' && FINITE.has(sentence.tokens[word].xpos);

/**
 * "expressed fears that …", "Acknowledging the raid, the army said: “…”", "said in an interview published on Monday that …": what two
 * words bring alike, the finite verb says, else the verb, unless the noun has a speaker of its own.
 */
function saysBetter(sentence: Sentence, one: Finding, other: Finding): boolean {
  const rank = (finding: Finding): number => {
    if (finding.entry.pos === 'noun') return hasNamedOwner(sentence, finding) ? 4 : 0;
    if (relation(sentence.tokens[finding.word]) === 'acl') return 1;
    return isFiniteVerb(sentence, finding) ? 3 : 2;
  };
  return rank(one) > rank(other);
}

/** Of findings with the same content the one whose word says it best. */
function withoutSameContent(sentence: Sentence, findings: readonly Finding[]): Finding[] {
  const isSame = (one: Finding, other: Finding): boolean =>
    one.content.length > 0 && one.content[0] === other.content[0] && one.content.at(-1) === other.content.at(-1);
  return findings.filter(
    (finding) =>
      !findings.some((other) => other !== finding && isSame(finding, other) && saysBetter(sentence, other, finding)),
  );
}

/** "repeated his demand that …": the verb's speaker, the noun's content. */
export function withoutDoubles(sentence: Sentence, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 1) return findings;
  const nouns = new Map(findings.filter(({ entry }) => entry.pos === 'noun').map((finding) => [finding.word, finding]));
  const doubled = new Set<Finding>();
  const merged = findings.map((finding) => {
    if (finding.alternative !== 'object') return finding;
    const noun = children(sentence, finding.word, 'obj')
      .map(({ index }) => nouns.get(index))
      .find((each) => each !== undefined);
    if (!noun || (hasNamedSource(sentence, noun) && noun.source?.head !== finding.source?.head)) return finding;
    doubled.add(noun);
    return { ...finding, content: noun.content };
  });
  const apart = withoutSameContent(sentence, merged);
  return apart.filter(
    (finding) =>
      !doubled.has(finding) &&
      !(finding.entry.pos === 'noun' && !hasNamedSource(sentence, finding) && isEchoed(sentence, finding, merged)),
  );
}
