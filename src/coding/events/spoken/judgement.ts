import type { Sentence, Token } from '../../../language/document.ts';
import { children, hasChild, relation } from '../../tree.ts';
import { USE } from '../../uses.ts';
import type { Candidate, Tools } from '../candidates.ts';
import { slotsOf } from '../slots/index.ts';
import { prepositionOf } from '../slots/phrase.ts';
import { isPassiveUse } from '../slots/subject.ts';
import { isOwnSide, sourcesOf, spokenAct } from './act.ts';
import { inCondition, isFuture, isNegated, lemmaOf } from './clause.ts';

/** What a speaker thinks of others, said outright: "Assad is a butcher", "they made a grave mistake", "he does not care". */

type Side = 'ACCUSE' | 'SUPPORT';

const SIDES: readonly Side[] = ['ACCUSE', 'SUPPORT'];

/** Which way words judge. */
function sideOf(words: readonly string[], { judged }: Tools): Side | null {
  return SIDES.find((side) => words.some((word) => judged.get(side)?.has(word))) ?? null;
}

const turned = (side: Side, negated: boolean): Side | null => (!negated ? side : side === 'SUPPORT' ? 'ACCUSE' : null);

/** A word and its attributes; "greater", "more" compare and do not judge. */
const withAttributes = (sentence: Sentence, token: Token): string[] =>
  [token, ...children(sentence, token.index, 'amod', 'compound')].filter((each) => each.xpos !== 'JJR').map(lemmaOf);

interface Judgement {
  readonly side: Side;
  /** Heads of the phrases for whom or what is judged. */
  readonly whom: readonly number[];
  readonly words: readonly number[];
}

/** "seems absurd", "has become a liability": the verb that says so. */
function seeming(sentence: Sentence, word: Token, { lexicon }: Tools): Token | null {
  const verb = word.head >= 0 && relation(word) === 'xcomp' ? sentence.tokens[word.head] : null;
  return verb && word.upos !== 'VERB' && lexicon.classes.get('SEEMS')!.has(lemmaOf(verb)) ? verb : null;
}

/** "in danger", "under threat" say how somebody is, "against the law", "in breach of" what they do. */
function isState(sentence: Sentence, word: Token, { lexicon }: Tools): boolean {
  const marker = prepositionOf(sentence, word.index);
  return (marker === 'in' || marker === 'under') && !lexicon.classes.get('LAW_OR_ITS_BREACH')!.has(lemmaOf(word));
}

const isAgainst = (sentence: Sentence, word: Token, { lexicon }: Tools): boolean =>
  lexicon.classes.get('LAW_OR_ITS_BREACH')!.has(lemmaOf(word)) && prepositionOf(sentence, word.index) === 'against';

/** "is a butcher", "was unacceptable", "is against the law", "seems absurd". */
function predicated(sentence: Sentence, word: Token, tools: Tools): Judgement | null {
  const verb = hasChild(sentence, word.index, 'cop') ? word : seeming(sentence, word, tools);
  if (!verb || isState(sentence, word, tools)) return null;
  const side = isAgainst(sentence, word, tools) ? 'ACCUSE' : sideOf(withAttributes(sentence, word), tools);
  const said = side && turned(side, isNegated(sentence, verb) || isNegated(sentence, word));
  return said && { side: said, whom: judgedBy(sentence, verb, word), words: [word.index] };
}

/** Who or what a predicate is said of; in "it is unacceptable that they wait", "leaving them there was wrong" whoever acts there. */
function judgedBy(sentence: Sentence, verb: Token, word: Token): readonly number[] {
  const subjects = slotsOf(sentence, verb).get('subject');
  const clauses = children(sentence, word.index, 'csubj', 'ccomp', 'advcl', 'acl');
  const isClausal = hasChild(sentence, verb.index, 'expl', 'csubj') || hasChild(sentence, word.index, 'expl', 'csubj');
  if (subjects.length > 0 && !isClausal) return subjects;
  const actors = clauses.flatMap((clause) => slotsOf(sentence, clause).get('subject'));
  return actors.length > 0 ? actors : children(sentence, verb.index, 'expl', 'csubj').map((child) => child.index);
}

/** "made a serious mistake", "find such actions unacceptable": a verb that lends its object's judgement to somebody. */
function carried(sentence: Sentence, verb: Token, tools: Tools): Judgement | null {
  const { classes } = tools.lexicon;
  const blames = classes.get('CARRIES_JUDGEMENT')!.has(lemmaOf(verb));
  if (!blames && !classes.get('FINDS')!.has(lemmaOf(verb))) return null;
  const slots = slotsOf(sentence, verb);
  const held = [
    ...children(sentence, verb.index, 'obj', 'xcomp'),
    ...(blames
      ? []
      : children(sentence, verb.index, 'obl').filter((child) => prepositionOf(sentence, child.index) === 'as')),
  ].filter((child) => child.upos !== 'VERB');
  for (const child of held) {
    const side = sideOf(withAttributes(sentence, child), tools);
    const negated = isNegated(sentence, verb) || isNegated(sentence, child);
    // "had the right to return" praises nobody, "had an excellent record" hardly
    const onlyBlames = blames && (negated || classes.get('HAS')!.has(lemmaOf(verb)));
    const said = side && (onlyBlames ? (negated || side === 'SUPPORT' ? null : side) : turned(side, negated));
    if (!said) continue;
    const whom = blames ? slots.get('subject') : slots.get('object').filter((index) => index !== child.index);
    return { side: said, whom, words: [verb.index, child.index] };
  }
  return null;
}

/** "betrayed us", "does not care about civilians", "failed to protect them". */
function done(sentence: Sentence, verb: Token, tools: Tools): Judgement | null {
  if (verb.upos !== 'VERB') return null;
  const { classes } = tools.lexicon;
  const judged = (side: Side): Judgement => ({
    side,
    whom: slotsOf(sentence, verb).get('subject'),
    words: [verb.index],
  });
  const negated = isNegated(sentence, verb);
  if (negated && classes.get('VIRTUE')!.has(lemmaOf(verb)) && !isFuture(sentence, verb)) return judged('ACCUSE');
  const side = sideOf([lemmaOf(verb)], tools);
  if (!side || negated) return null;
  // "the harvest failed", "people starved": what happens to somebody is not done to anybody
  const toSomebody = hasChild(sentence, verb.index, 'obj', 'xcomp', 'nsubj:pass');
  const alone = classes.get('WRONGS_BY_ITSELF')!.has(lemmaOf(verb)) && !hasChild(sentence, verb.index, 'aux:pass');
  return toSomebody || alone ? judged(side) : null;
}

/** How many words and marks an exclamation has at most. */
const LONGEST = 9;

/** "Disgraceful!", "Cool clock, Ahmed": a sentence that is nothing but a judgement. */
function exclaimed(sentence: Sentence, word: Token, tools: Tools): Judgement | null {
  if (word.head >= 0 || (word.upos !== 'NOUN' && word.upos !== 'ADJ') || sentence.tokens.length > LONGEST) return null;
  if (hasChild(sentence, word.index, 'nsubj', 'cop', 'acl', 'advcl', 'conj')) return null;
  const side = sideOf(withAttributes(sentence, word), tools);
  return side && { side, whom: [], words: [word.index] };
}

const SPOKEN_OF = new Set(['they', 'he', 'she', 'this', 'that', 'it', 'these', 'those']);

/** Whether a phrase that is no actor stands for what somebody did: "the move", "such actions", "this". */
function isDeed(sentence: Sentence, index: number, { lexicon }: Tools): boolean {
  const lemma = lemmaOf(sentence.tokens[index]);
  return (
    SPOKEN_OF.has(lemma) || relation(sentence.tokens[index]) === 'csubj' || lexicon.classes.get('DEED')!.has(lemma)
  );
}

/** "does not mean they are terrorists", "do not think he is a liar": a judgement that is not made. */
function isDoubted(sentence: Sentence, word: Token): boolean {
  for (let at = word; at.head >= 0; at = sentence.tokens[at.head])
    if (relation(at) === 'ccomp' && isNegated(sentence, sentence.tokens[at.head])) return true;
  return false;
}

/** How the speaker judges somebody, or what somebody did. */
export function judgementAt(
  sentence: Sentence,
  word: Token,
  use: number,
  speaker: string,
  tools: Tools,
): Candidate | null {
  const { participants } = tools;
  const found =
    predicated(sentence, word, tools) ??
    (use & USE.carriesJudgement ? carried(sentence, word, tools) : null) ??
    (use & USE.judges ? done(sentence, word, tools) : null) ??
    exclaimed(sentence, word, tools);
  if (!found || inCondition(sentence, word) || isDoubted(sentence, word)) return null;
  if (isPassiveUse(sentence, word) && found.whom.length === 0 && word.upos === 'VERB') return null;
  // "the town is lawless" judges nobody
  const whom = found.whom
    .flatMap((index) => participants.of(sentence, index))
    .filter((actor) => participants.kindOf(actor) !== 'place');
  if (whom.some((actor) => actor === speaker)) return null;
  if (
    found.side === 'ACCUSE' &&
    whom.length > 0 &&
    whom.every((actor) => isOwnSide(actor, speaker, participants)) &&
    found.whom.some((index) => ['we', 'i', 'us'].includes(lemmaOf(sentence.tokens[index])))
  )
    return null;
  const exclamation = found.whom.length === 0 && word.head < 0;
  const deeds = found.side === 'ACCUSE' || found.whom.every((index) => !SPOKEN_OF.has(lemmaOf(sentence.tokens[index])));
  if (whom.length === 0 && !exclamation && !(deeds && found.whom.some((index) => isDeed(sentence, index, tools))))
    return null;
  const rule = whom.length > 0 ? 'judgement' : exclamation ? 'exclamation' : 'judgement of a deed';
  if (relation(word) === 'amod') return null;
  return spokenAct(sentence, word, found.side, found.words, rule, sourcesOf(speaker), whom);
}
