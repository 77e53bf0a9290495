import type { Document, Sentence } from '../../language/document.ts';
import type { Actors } from '../actors/index.ts';
import type { ActorKind, Sector } from '../reading.ts';
import { children, relation } from '../tree.ts';
import { counted, phraseWords } from './slots/counted.ts';
import { coordinated, prepositionOf } from './slots/phrase.ts';
import type { Speech } from './speech.ts';

/** Who a phrase refers to, as ids of actors. */
export interface Participants {
  /** The actors of the phrase headed by a token, and of what is coordinated with it; of "Turkish positions", Turkey. */
  of(sentence: Sentence, index: number): readonly string[];
  /** The actor of the very token, if it heads a mention. */
  at(sentence: Sentence, index: number): string | null;
  /** The words that say what the phrase headed by a token is: its heads, the parts of their names, what a counting noun counts. */
  wordsOf(sentence: Sentence, index: number): readonly string[];
  kindOf(actor: string): ActorKind;
  countryOf(actor: string): string | null;
  sectorOf(actor: string): Sector;
  /** Whether two are the same actor, or both stand for one country. */
  areOneSide(one: string, other: string): boolean;
}

const GIVES_EXAMPLES = new Set(['such', 'including', 'like', 'notably', 'especially', 'particularly']);

/** Those named for examples of a group act with it: "allies such as Chad and Niger", "several states, including Chad". */
function examplesOf(sentence: Sentence, index: number): readonly number[] {
  return children(sentence, index, 'nmod')
    .filter(({ index: child }) => GIVES_EXAMPLES.has(children(sentence, child, 'case', 'advmod')[0]?.lowerForm ?? ''))
    .flatMap(({ index: child }) => coordinated(sentence, child));
}

const SINGULAR_SPEAKER = new Set(['i', 'me', 'my', 'mine', 'myself']);
const PLURAL_SPEAKER = new Set(['we', 'us', 'our', 'ours', 'ourselves']);

/** Whose "we" is their state: who serves it, and politicians. */
const FOR_STATE = new Set(['GOV', 'MIL', 'LEG', 'INT', 'COP', 'JUD', 'PTY', 'UNK']);

/** Nouns for those who belong to a body and act as it: "Isis fighters" is Islamic State. */
const MEMBERS = new Set(
  'fighter militant member force forces rebel insurgent gunman guerrilla jihadist troop troops soldier militia militiaman operative commander leadership group movement organisation organization terrorist side leader official extremist position vestige remnant population stronghold'.split(
    ' ',
  ),
);

const NOBODY: readonly string[] = [];

function withActor(actors: readonly string[], actor: string | null): readonly string[] {
  if (actor === null || actors.includes(actor)) return actors;
  return actors.length === 0 ? [actor] : [...actors, actor];
}

/** How far whom a phrase belongs to may hang from it. */
const FARTHEST_OWNER = 3;
/** Ranks of the words at a phrase that tell whom it belongs to, the likeliest first, and of a word that describes it. */
const LAST_OWNER = 3;
const DESCRIBED = 1;

function ownerRank(sentence: Sentence, index: number): number {
  const { deprel, relation } = sentence.tokens[index];
  if (deprel === 'nmod:poss') return 0;
  if (relation === 'compound' || relation === 'amod') return DESCRIBED;
  const preposition = relation === 'nmod' ? prepositionOf(sentence, index) : null;
  if (preposition === 'of' || preposition === 'by' || preposition === 'from') return 2;
  return preposition === 'in' || preposition === 'with' || preposition === 'between' ? LAST_OWNER : LAST_OWNER + 1;
}

/** What is found of a word of a text, looked for once however often it is asked for. */
function perWord<T>(find: (sentence: Sentence, index: number) => T): (sentence: Sentence, index: number) => T {
  const found: (T | undefined)[][] = [];
  return (sentence, index) => {
    found[sentence.index] ??= new Array(sentence.tokens.length).fill(undefined);
    const ofSentence = found[sentence.index];
    const known = ofSentence[index];
    if (known !== undefined) return known;
    const made = find(sentence, index);
    ofSentence[index] = made;
    return made;
  };
}

export function participantsOf(document: Document, actors: Actors, speech: Speech): Participants {
  const meant = document.mentions.map((_, mention) => actors.ofMention(mention));
  /** Whom the mention means that a word heads. */
  const headedBy = (sentence: Sentence, index: number): readonly string[] => {
    const mention = document.mentionAt[sentence.index][index];
    return mention < 0 ? NOBODY : meant[mention];
  };
  const byId = new Map(actors.actors.map((actor) => [actor.id, actor]));
  /** "I" is the speaker, "we" what the speaker speaks for. */
  function speakers(sentence: Sentence, index: number): string | null {
    const token = sentence.tokens[index];
    if (token.upos !== 'PRON' && token.xpos !== 'PRP' && token.xpos !== 'PRP$') return null;
    const lemma = token.lowerForm;
    const plural = PLURAL_SPEAKER.has(lemma);
    if (!plural && !SINGULAR_SPEAKER.has(lemma)) return null;
    const speaker = speech.speakerAt(sentence, index);
    const { country = null, sector = 'UNK' } = (speaker === null ? null : byId.get(speaker)) ?? {};
    // A rebel’s "we" are the rebels, not their state: the body that the speaker speaks for.
    const state =
      plural && country && FOR_STATE.has(sector)
        ? actors.actors.find((actor) => actor.kind === 'state' && actor.country === country)
        : undefined;
    return state?.id ?? (plural && speaker !== null ? actors.bodyOf(speaker) : null) ?? speaker;
  }

  function bodyOf(sentence: Sentence, index: number): string | null {
    const token = sentence.tokens[index];
    if (token.upos !== 'NOUN' || !MEMBERS.has(token.lowerLemma)) return null;
    const parts = children(sentence, index, 'compound', 'nmod:poss', 'nmod').filter(
      (child) =>
        relation(child) !== 'nmod' || child.deprel === 'nmod:poss' || prepositionOf(sentence, child.index) === 'of',
    );
    for (const part of parts) {
      const found = headedBy(sentence, part.index).at(0);
      if (found !== undefined && byId.get(found)!.kind === 'organisation') return found;
    }
    return null;
  }

  /** "the adviser, John Bolton": a mention may have the other name for its head. */
  const at = perWord((sentence, index) => {
    const said = speakers(sentence, index);
    if (said !== null) return said;
    const own = headedBy(sentence, index);
    if (own.length > 0) return own[0];
    const body = bodyOf(sentence, index);
    if (body !== null) return body;
    const { tokens } = sentence;
    for (const child of tokens[index].children) {
      if (tokens[child].relation !== 'appos' && tokens[child].relation !== 'flat') continue;
      const found = headedBy(sentence, child);
      if (found.length > 0) return found[0];
    }
    const { upos, relation, head } = tokens[index];
    const inName = upos === 'PROPN' && (relation === 'appos' || relation === 'flat') && head >= 0;
    return inName ? (headedBy(sentence, head)[0] ?? null) : null;
  });

  /** What the phrase belongs to: "Turkey's positions", "a base of the army", "Russian jets". */
  function owner(sentence: Sentence, index: number, depth: number): string | null {
    const { children } = sentence.tokens[index];
    if (depth > FARTHEST_OWNER || children.length === 0) return null;
    const ranks = children.map((child) => ownerRank(sentence, child));
    for (let rank = 0; rank <= LAST_OWNER; rank++)
      for (let position = 0; position < children.length; position++) {
        if (ranks[position] !== rank) continue;
        const child = children[position];
        const found = at(sentence, child) ?? (rank === DESCRIBED ? null : owner(sentence, child, depth + 1));
        if (found !== null) return found;
      }
    return null;
  }

  const of = perWord((sentence, index) => {
    let found = NOBODY;
    for (const head of coordinated(sentence, index)) {
      const whom = counted(sentence, head);
      // "the two presidents", and "they" for two that were named
      const group = headedBy(sentence, whom);
      if (group.length > 1) {
        for (const each of group) found = withActor(found, each);
        continue;
      }
      found = withActor(found, at(sentence, whom) ?? at(sentence, head) ?? owner(sentence, whom, 0));
      if (group.length > 0)
        for (const example of examplesOf(sentence, whom)) found = withActor(found, at(sentence, example));
    }
    return found;
  });

  return {
    at,
    of,
    wordsOf: perWord(phraseWords),
    kindOf: (actor) => byId.get(actor)!.kind,
    countryOf: (actor) => actors.toldCountry(actor),
    sectorOf: (actor) => byId.get(actor)?.sector ?? 'UNK',
    areOneSide: (one, other) => {
      const country = actors.toldCountry(one);
      return one === other || (country !== null && country === actors.toldCountry(other));
    },
  };
}
