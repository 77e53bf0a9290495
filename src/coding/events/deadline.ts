import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Deadline } from '../../codebook/schema.ts';
import type { Document, Sentence, Time, Token } from '../../language/document.ts';
import type { Span } from '../../page/article.ts';
import type { EventType, When } from '../reading.ts';
import { children, governors, relation, subtree } from '../tree.ts';
import { contentHeads } from './content.ts';
import type { Draft } from './index.ts';
import { distance, headOf } from './when.ts';

/** By when a planned act, or what a promise, threat or demand is about, is to be done. */

/** Acts about another act, which is what their deadline is for. */
const ABOUT_AN_ACT: ReadonlySet<EventType> = new Set(['AGREE', 'CONCEDE', 'REQUEST', 'THREATEN']);

/** Words of a sentence that tell a deadline: where they hang, and the codebook's entry that they are of. */
interface Found {
  readonly entry: Deadline;
  readonly head: number;
  readonly span: Span;
  readonly to: string | null;
}

export interface Due {
  readonly deadline: When;
  readonly span: Span;
  /** Whether what the act is about is due then, not the act itself. */
  readonly isOfContent: boolean;
}

type Kind = Deadline['as'];

/** The phrases that tell deadlines by their first word, each as its words, the longest first. */
const phrases = memo((codebook) =>
  Map.groupBy(
    codebook.deadlines
      .flatMap((entry) => entry.words.map((words) => ({ entry, words: words.split(' ') })))
      .sort((a, b) => b.words.length - a.words.length),
    ({ words }) => words[0],
  ),
);

/** The phrase of a kind whose words begin at a token. */
function phraseAt({ tokens }: Sentence, start: number, kind: Kind, codebook: Codebook) {
  return phrases(codebook)
    .get(tokens[start].lowerForm)
    ?.find(
      ({ entry, words }) =>
        entry.as === kind && words.every((word, offset) => tokens[start + offset]?.lowerForm === word),
    );
}

/** The hour of a day between "by" and the day: "by noon on Friday", "by 5pm on Friday". */
const HOUR =
  /^(?:noon|midday|midnight|dawn|dusk|sunset|sunrise|\d{1,2}(?:[.:]\d\d)?|[ap]\.?m\.?|\d{1,2}(?:[.:]\d\d)?[ap]m|gmt|local|time|,)$/;

/** A time with the words before it that make it a deadline. */
function beforeTime(sentence: Sentence, time: Time, codebook: Codebook): Found | null {
  const first = sentence.tokens.findIndex(({ span }) => span[0] >= time.span[0]);
  for (let at = first; at >= 0 && first - at <= 6; at--) {
    const phrase = phraseAt(sentence, at, 'before time', codebook);
    const next = at + (phrase?.words.length ?? 0);
    if (phrase && (at === first || sentence.tokens.slice(next, first).every(({ lowerForm }) => HOUR.test(lowerForm)))) {
      const span: Span = [sentence.tokens[at].span[0], time.span[1]];
      const head = headOf(sentence, span);
      return head ? { entry: phrase.entry, head: head.index, span, to: time.to } : null;
    }
  }
  return null;
}

/** A time that belongs to a deadline: "a deadline of 1 June", "Friday's deadline". */
function ofNoun(sentence: Sentence, time: Time, codebook: Codebook): Found | null {
  const own = headOf(sentence, time.span);
  const noun = own && own.head >= 0 ? sentence.tokens[own.head] : null;
  const phrase =
    noun &&
    phrases(codebook)
      .get(noun.lowerLemma)
      ?.find(({ entry }) => entry.as === 'noun');
  return phrase ? { entry: phrase.entry, head: noun.index, span: time.span, to: time.to } : null;
}

/** "ahead of the summit", "before the elections in May": as far as the noun and what hangs closely on it goes. */
function beforeHappening(sentence: Sentence, start: number, times: readonly Time[], codebook: Codebook): Found | null {
  const phrase = phraseAt(sentence, start, 'before happening', codebook);
  if (!phrase) return null;
  const after = start + phrase.words.length;
  const marker = sentence.tokens.slice(start, after).find(({ head }) => head >= after);
  const noun = marker ? sentence.tokens[marker.head] : headOf(sentence, restOf(sentence, after));
  if (noun?.upos !== 'NOUN') return null;
  if (phrase.entry.nouns && !phrase.entry.nouns.includes(noun.lowerLemma)) return null;
  const loose = children(sentence, noun.index, 'acl', 'appos', 'conj', 'punct').map(({ index }) => index);
  const last = Math.max(...subtree(sentence, noun.index, loose));
  const span: Span = [sentence.tokens[start].span[0], sentence.tokens[last].span[1]];
  const time = times.find((each) => each.span[0] >= span[0] && each.span[1] <= span[1]);
  return { entry: phrase.entry, head: noun.index, span, to: time?.to ?? null };
}

const restOf = (sentence: Sentence, from: number): Span => [sentence.tokens[from]?.span[0] ?? 0, sentence.span[1]];

/** Every deadline that a sentence tells. */
function deadlinesIn(document: Document, sentence: Sentence, codebook: Codebook): Found[] {
  const times = document.times.filter((time) => time.sentence === sentence.index);
  const found: Found[] = times.flatMap(
    (time) => beforeTime(sentence, time, codebook) ?? ofNoun(sentence, time, codebook) ?? [],
  );
  for (const { index, span, lowerForm } of sentence.tokens) {
    if (!phrases(codebook).has(lowerForm)) continue;
    if (found.some((each) => span[0] >= each.span[0] && span[1] <= each.span[1])) continue;
    const phrase = phraseAt(sentence, index, 'phrase', codebook);
    const happening = phrase ? null : beforeHappening(sentence, index, times, codebook);
    if (happening) found.push(happening);
    if (!phrase) continue;
    const words: Span = [span[0], sentence.tokens[index + phrase.words.length - 1].span[1]];
    const head = headOf(sentence, words);
    if (head) found.push({ entry: phrase.entry, head: head.index, span: words, to: null });
  }
  return found;
}

/** The deadlines of a document's sentences, looked for once a sentence. */
export function deadlinesOf(document: Document, codebook: Codebook): (sentence: Sentence) => readonly Found[] {
  const found: Found[][] = [];
  return (sentence) => {
    found[sentence.index] ??= deadlinesIn(document, sentence, codebook);
    return found[sentence.index];
  };
}

/** Relations by which a clause or noun is what its governor is about: "is expected to end by May", "the pullout will be over by May". */
const SHARED = new Set(['xcomp', 'nsubj', 'csubj', 'obj']);

/** The governors of a planned act on which its deadline may hang as well. */
function above(sentence: Sentence, token: Token, others: readonly number[]): number[] {
  const found: number[] = [];
  for (let at = token; SHARED.has(relation(at)) && at.head >= 0; at = sentence.tokens[at.head]) {
    if (others.includes(at.head)) break;
    found.push(at.head);
  }
  return found;
}

/** Whether the act is told by the words of what it is about: "Iran must withdraw", "we will strike by Friday". */
const isToldByContent = ({ pattern, frame }: Draft): boolean => !pattern.frames.some((each) => each === frame);

/** Whether a deadline belongs to the act: to itself where it is planned, else to what it is about. */
function belongs(found: Found, draft: Draft, others: readonly number[]): boolean {
  const { sentence, token, light, words, type, status } = draft;
  const about = ABOUT_AN_ACT.has(type) && !isToldByContent(draft) ? contentHeads(draft, true) : [];
  const planned = status === 'planned' || isToldByContent(draft);
  const own = [
    token.index,
    ...words,
    ...(light ? [light.verb.index] : []),
    ...(planned ? above(sentence, token, others) : []),
  ];
  const path = [found.head, ...[...governors(sentence, found.head)].map(({ index }) => index)];
  // "the assault" is not due "ahead of the assault"
  if (token.span[0] >= found.span[0] && token.span[1] <= found.span[1]) return false;
  for (const index of path) {
    if (about.includes(index)) return found.entry.on.includes('content');
    if (own.includes(index)) return planned || isOnWords(found, draft, about);
    if (others.includes(index) || isApart(sentence.tokens[index], own)) return false;
  }
  return false;
}

/** A clause told beside the act: relative, or joined to it ("… asked for help, and by Friday it had come"). */
const isApart = (clause: Token, own: readonly number[]): boolean =>
  clause.deprel === 'acl:relcl' || (relation(clause) === 'conj' && clause.upos === 'VERB' && own.includes(clause.head));

/** Words right on a promise or demand may tell when it was made, unless they follow what it is about. */
function isOnWords({ entry, head }: Found, { token }: Draft, about: readonly number[]): boolean {
  return head > token.index && (entry.on.includes('words') || about.some((index) => index < head));
}

/** By when what an event plans, promises, threatens or demands is to be done; null where the text does not tell. */
export function deadlineOf(
  document: Document,
  draft: Draft,
  others: readonly number[],
  deadlinesIn: (sentence: Sentence) => readonly Found[],
): Due | null {
  const { sentence, token, type, status } = draft;
  const isAboutAnAct = ABOUT_AN_ACT.has(type) && (status === 'actual' || status === 'planned');
  if (status !== 'planned' && !isAboutAnAct) return null;
  const away = ({ head }: Found): number => distance(sentence, head, token.index);
  const [found] = deadlinesIn(sentence)
    .filter((each) => (each.entry.types?.includes(type) ?? true) && belongs(each, draft, others))
    .sort((a, b) => away(a) - away(b) || a.span[0] - b.span[0]);
  if (!found) return null;
  const deadline = { from: null, to: found.to, text: document.text.slice(...found.span) };
  return { deadline, span: found.span, isOfContent: isAboutAnAct && status !== 'planned' };
}
