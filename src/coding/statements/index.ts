import type { Codebook } from '../../codebook/codebook.ts';
import type { Document, Sentence } from '../../language/document.ts';
import type { Span } from '../../page/article.ts';
import type { Actors } from '../actors/index.ts';
import type { Evidence, Stance, Statement, StatementSource } from '../reading.ts';
import { spansOf } from '../tree.ts';
import { channelOf, channels } from './channel.ts';
import { findColon } from './colon.ts';
import { findCues } from './cues.ts';
import type { Finding } from './finding.ts';
import { kindOfSource } from './kind.ts';
import { reportingWords } from './lexicon.ts';
import { findQuotes, type Quote } from './quotes.ts';
import { findRunning, quotesBySentence, type Running } from './running.ts';
import { antecedentOf } from './source.ts';

/** From the first to the last of some tokens. */
function hull(document: Document, sentence: Sentence, tokens: readonly number[]): Evidence {
  const span: Span = [sentence.tokens[tokens[0]].span[0], sentence.tokens[tokens[tokens.length - 1]].span[1]];
  return { text: document.text.slice(...span), span };
}

function sourceEvidence(document: Document, codebook: Codebook, actors: Actors, finding: Finding): StatementSource {
  if (!finding.source || finding.source.tokens.length === 0)
    return { actor: null, text: '', span: null, kind: finding.entry.kind ?? 'unspecified' };
  const sentence = document.sentences[finding.sentence];
  const { head, tokens } = finding.source;
  const antecedent = antecedentOf(sentence, head);
  const named = hull(document, sentence, tokens);
  return {
    actor: actors.at(finding.sentence, antecedent?.head ?? head),
    text: antecedent ? hull(document, sentence, antecedent.tokens).text : named.text,
    span: named.span,
    kind: finding.entry.kind ?? kindOfSource(document, codebook, sentence, finding.source.head),
  };
}

/** A gap in what is said up to this part of it is bridged: "the road", he said, "is open" is one stretch. */
const MOST_GAP = 0.35;

/** The stretches of a sentence as one where only a few words of saying stand between them. */
function joined(spans: readonly Span[]): Span[] {
  const [first, last] = [spans[0], spans[spans.length - 1]];
  const whole = last[1] - first[0];
  return whole - length(spans) <= MOST_GAP * whole ? [[first[0], last[1]]] : [...spans];
}

const SAYS_NOTHING: ReadonlySet<Stance> = new Set(['assert', 'promise']);

function stanceOf(finding: Finding): Stance {
  return finding.negated && SAYS_NOTHING.has(finding.entry.stance) ? 'no answer' : finding.entry.stance;
}

/** Direct: all in quotation marks. Mixed: some words of it. */
function quotedHow(
  document: Document,
  sentence: Sentence,
  content: readonly number[],
  quotes: readonly Quote[],
): Statement['quoted'] {
  const words = content.filter((index) => sentence.tokens[index].upos !== 'PUNCT');
  const inside = words.filter((index) => {
    const [start, end] = sentence.tokens[index].span;
    return quotes.some((quote) => start >= quote.span[0] && end <= quote.span[1]);
  });
  if (inside.length === 0) return 'indirect';
  return inside.length === words.length && document.text.length > 0 ? 'direct' : 'mixed';
}

const within = (outer: readonly Span[], inner: Span): boolean =>
  outer.some((span) => inner[0] >= span[0] && inner[1] <= span[1]);
const length = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span[1] - span[0], 0);

/** The smallest statement inside whose content another's cue stands. */
function holderOf(statement: Omit<Statement, 'within'>, all: readonly Omit<Statement, 'within'>[]): string | null {
  if (!statement.cue) return null;
  let holder: Omit<Statement, 'within'> | null = null;
  for (const other of all) {
    if (other === statement || other.sentence !== statement.sentence || !within(other.content, statement.cue.span))
      continue;
    if (!holder || length(other.content) < length(holder.content)) holder = other;
  }
  return holder?.id ?? null;
}

/** The runs of one speech together. */
function groupBySpeech(running: readonly Running[]): Running[][] {
  return [...Map.groupBy(running, (run) => run.from).values()];
}

/**
 * Who says, thinks or wants what, after the PARC scheme (source, cue, content). A statement stands in the sentence of its
 * cue; the other sentences of a quotation that runs on are a second statement of the same actor, with no words of their
 * own for source and cue.
 */
export function statementsOf(document: Document, actors: Actors, codebook: Codebook): Statement[] {
  const words = reportingWords(codebook);
  const media = channels(codebook);
  const quotes = quotesBySentence(document, findQuotes(document.text, document.blocks));
  const findings = document.sentences.flatMap((sentence) => {
    const colon = findColon(document, sentence);
    return [...(colon ? [colon] : []), ...findCues(sentence, words, quotes[sentence.index])];
  });
  const running = findRunning(document, findings, quotes);
  const found = findings
    .filter(({ content }) => content.length > 0)
    .map((finding) => {
      const sentence = document.sentences[finding.sentence];
      return {
        sentence: finding.sentence,
        source: sourceEvidence(document, codebook, actors, finding),
        cue: hull(document, sentence, finding.cue),
        content: joined(spansOf(sentence, finding.content)),
        quoted: quotedHow(document, sentence, finding.content, quotes[finding.sentence]),
        stance: stanceOf(finding),
        addressee: finding.addressee.length > 0 ? hull(document, sentence, finding.addressee).text : null,
        channel: channelOf(document.text, sentence, sentence.tokens[finding.word], media),
        rule: `${sentence.tokens[finding.word].lemma.toLowerCase()} ${finding.alternative}`,
      };
    });
  const continued = groupBySpeech(running).map((runs) => {
    const { from, announced } = runs[0];
    const source = sourceEvidence(document, codebook, actors, from);
    const how = new Set(
      runs.map((run) => quotedHow(document, document.sentences[run.sentence], run.content, quotes[run.sentence])),
    );
    return {
      sentence: runs[0].sentence,
      source: { ...source, text: '' },
      cue: announced ? hull(document, document.sentences[from.sentence], from.cue) : null,
      content: runs.flatMap((run) => spansOf(document.sentences[run.sentence], run.content)),
      quoted: how.size === 1 ? [...how][0] : ('mixed' as const),
      stance: stanceOf(from),
      addressee: null,
      channel: null,
      rule: 'runs on',
    };
  });
  const all = [...found, ...continued]
    .sort((a, b) => a.sentence - b.sentence || a.content[0][0] - b.content[0][0])
    .map((statement, index) => ({ id: `s${index + 1}`, ...statement }));
  return all.map((statement) => ({ ...statement, within: holderOf(statement, all) }));
}
