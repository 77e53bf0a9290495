import type { Codebook } from '../../codebook/codebook.ts';
import type { Document } from '../../language/document.ts';
import type { Span } from '../../page/article.ts';
import type { Actors } from '../actors/index.ts';
import type { Statement } from '../reading.ts';
import { spansOf } from '../tree.ts';
import { usesOf } from '../uses.ts';
import { addresseeText } from './addressee.ts';
import { withAnswers } from './answers.ts';
import { channelOf, channels } from './channel.ts';
import { findColon } from './colon.ts';
import { withConfidence } from './confidence.ts';
import { findCues } from './cues.ts';
import { hull, joined, lengthOf, quotedHow, sourceEvidence } from './evidence.ts';
import { stanceOf } from './finding.ts';
import { sourceNouns } from './kind.ts';
import { reportingWords } from './lexicon.ts';
import { oneRecordEach } from './one-record.ts';
import { quotesOf } from './quotes.ts';
import { findRunning, quotesBySentence, type Running } from './running.ts';
import { speakersOf } from './speakers.ts';
import { hasVoice } from './voice.ts';

const within = (outer: readonly Span[], inner: Span): boolean =>
  outer.some((span) => inner[0] >= span[0] && inner[1] <= span[1]);

type Loose = Omit<Statement, 'within' | 'answers' | 'confidence'>;

/** The smallest statement inside whose content another's cue stands. */
function holderOf(statement: Loose, all: readonly Loose[]): string | null {
  if (!statement.cue) return null;
  let holder: Loose | null = null;
  for (const other of all) {
    if (other === statement || other.sentence !== statement.sentence || !within(other.content, statement.cue.span))
      continue;
    if (!holder || lengthOf(other.content) < lengthOf(holder.content)) holder = other;
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
  const uses = usesOf(document, codebook);
  const words = reportingWords(codebook);
  const kinds = sourceNouns(codebook);
  const media = channels(codebook);
  const quotes = quotesBySentence(document, quotesOf(document));
  const findings = document.sentences.flatMap((sentence) => {
    const colon = findColon(document, sentence);
    const cues = findCues(sentence, uses[sentence.index], words, kinds, quotes[sentence.index]);
    return oneRecordEach(sentence, colon ? [colon, ...cues] : cues);
  });
  const speakers = speakersOf(document, findings);
  const running = findRunning(document, findings, quotes);
  const found = findings
    .filter((finding) => finding.content.length > 0 && hasVoice(document, actors, kinds, finding))
    .map((finding) => {
      const sentence = document.sentences[finding.sentence];
      return {
        sentence: finding.sentence,
        source: sourceEvidence(document, codebook, actors, finding, speakers),
        cue: hull(document, sentence, finding.cue),
        content: joined(spansOf(sentence, finding.content)),
        quoted: quotedHow(sentence, finding.content, quotes[finding.sentence]),
        stance: stanceOf(finding),
        addressee: addresseeText(document, actors, finding),
        channel: channelOf(document.text, sentence, sentence.tokens[finding.word], media),
        rule: `${sentence.tokens[finding.word].lowerLemma} ${finding.alternative}`,
      };
    });
  const continued = groupBySpeech(running).map((runs) => {
    const { from, announced } = runs[0];
    const source = sourceEvidence(document, codebook, actors, from, speakers);
    const how = new Set(
      runs.map((run) => quotedHow(document.sentences[run.sentence], run.content, quotes[run.sentence])),
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
  const nested = all.map((statement) => ({ ...statement, within: holderOf(statement, all) }));
  return withAnswers(nested).map((statement) => withConfidence(statement, document, codebook));
}
