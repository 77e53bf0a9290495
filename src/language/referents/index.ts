import type { Codebook } from '../../codebook/codebook.ts';
import { memo } from '../../codebook/codebook.ts';
import type { Block, Span } from '../../page/article.ts';
import { isCommonWord } from '../common-words.ts';
import type { Entity, Mention, Sentence } from '../document.ts';
import type { Draft } from './draft.ts';
import { type Gazetteer, gazetteer } from './gazetteer.ts';
import { mentionsOf } from './mentions.ts';
import { dropNamesakes, guessKind, linkNames } from './name-links.ts';
import { type Name, namesOf } from './names.ts';
import { resolveNominal } from './nominals.ts';
import { isBarePair } from './pairs.ts';
import { type KnownPersons, knownPersons } from './persons.ts';
import { pronounOf } from './pronoun-mentions.ts';
import { likeliest } from './pronoun-model.ts';
import { type Choose, resolvePronoun } from './pronouns.ts';
import { Referent } from './record.ts';
import { keepRelation, mayBelong } from './relatives.ts';
import { isInitial, surnamesIn } from './shape.ts';
import { Speakers } from './speakers.ts';
import { recent, type Spoken } from './spoken.ts';

const speechVerbs = memo(
  (codebook) => new Set(codebook.reporting.filter(({ pos }) => pos === 'verb').flatMap(({ words }) => words)),
);

/**
 * Who and what a text speaks of, and where. Precision goes before recall: a pronoun or noun whose meaning is not
 * plain is left out rather than given to somebody.
 */
export function referentsOf(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
  codebook: Codebook,
  choose: Choose = likeliest,
): { mentions: Mention[]; entities: Entity[] } {
  const lists = gazetteer(codebook);
  const verbs = speechVerbs(codebook);
  const persons = knownPersons(codebook);
  const names = confirmed(sentences, foundNames(sentences, lists));
  const drafts = sentences.map((sentence, index) => mentionsOf(sentence, names[index], lists, verbs));
  dropNamesakes(drafts.flat(), verbs);
  const referents = linkNames(drafts.flat());
  for (const referent of new Set(referents.values())) {
    recognise(referent, persons);
    referent.kind ??= guessKind(referent);
  }
  const speakers = new Speakers(text, blocks, verbs);
  const body: Spoken = [];
  const inBlock = new Map<number, Spoken>();
  for (const [index, sentence] of sentences.entries()) {
    // What a headline or caption says by a pronoun or noun it means of its own.
    const spoken = isBody(blocks, sentence) ? body : (inBlock.get(sentence.block) ?? []);
    if (spoken !== body) inBlock.set(sentence.block, spoken);
    // A name inside another's phrase may have no referent of its own.
    const named = drafts[index].flatMap((draft) => {
      const referent = draft.name && referents.get(draft);
      return referent ? [{ draft, referent }] : [];
    });
    // "I" and "we" last: who speaks may be named only after the quotation. After them what is theirs: "my son".
    const [speaking, others] = partition(drafts[index], isSpeaking);
    const [theirs, rest] = partition(others, (draft) => isOf(draft, speaking));
    for (const draft of [...rest, ...speaking, ...theirs]) {
      const referent = referents.get(draft) ?? resolve(draft, spoken, named);
      if (!referent) continue;
      referent.add(draft);
      referents.set(draft, referent);
      if (mayBelong(draft)) keepRelation(draft, referent, [...recent(spoken, sentence, 0), ...named], lists);
      spoken.push({ draft, referent });
    }
  }
  return output(text, drafts.flat(), referents);

  function resolve(draft: Draft, spoken: Spoken, named: Spoken): Referent | null {
    if (draft.form === 'pronoun')
      return resolvePronoun(
        draft,
        spoken,
        named,
        sentences,
        isSpeaking(draft) ? speakers.of(draft, spoken) : null,
        choose,
      );
    const referent = resolveNominal(draft, spoken, named, lists);
    if (referent) return referent;
    return draft.kind === 'place' || isBarePair(draft) ? null : new Referent();
  }
}

/** A name of somebody whom the codebook knows is a person's, and tells for which country. */
function recognise(referent: Referent, persons: KnownPersons): void {
  if (referent.known || (referent.kind !== null && referent.kind !== 'person')) return;
  for (const words of referent.names) referent.person ??= persons.of(words);
  if (!referent.person) return;
  referent.kind = 'person';
  if (referent.person.country) referent.countries.add(referent.person.country);
}

/** Whether what somebody says is his own belongs to one of these. */
const isOf = ({ form, head }: Draft, speaking: readonly Draft[]): boolean =>
  form === 'nominal' && speaking.some(({ head: owner }) => owner.head === head.index && owner.deprel === 'nmod:poss');

const isSpeaking = ({ form, head }: Draft) => form === 'pronoun' && /^(?:i|we)$/.test(pronounOf(head) ?? '');

function partition<T>(items: readonly T[], holds: (item: T) => boolean): [T[], T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}

/** Names sentence by sentence, and once more where a surname stands that is no name there yet. */
function foundNames(sentences: readonly Sentence[], lists: Gazetteer): Name[][] {
  const names = sentences.map((sentence) => namesOf(sentence, lists));
  const surnames = surnamesIn(sentences, names);
  if (surnames.size === 0) return names;
  return sentences.map((sentence, index) => {
    const isNamed = (at: number) => names[index].some(({ start, end }) => start <= at && at < end);
    const isMissed = sentence.tokens.some((token) => surnames.has(token.form) && !isNamed(token.index));
    return isMissed ? namesOf(sentence, lists, surnames) : names[index];
  });
}

/** Leaves out single words that only their place in the sentence gives a capital, as far as text and language show. */
function confirmed(sentences: readonly Sentence[], names: readonly (readonly Name[])[]): Name[][] {
  const isDoubtful = (sentence: Sentence, { start, end, kind, known }: Name) => {
    if (known || kind || end !== start + 1 || !isInitial(sentence, start)) return false;
    const { form, lemma } = sentence.tokens[start];
    return isCommonWord(form, lemma);
  };
  const sure = new Set<string>();
  for (const [index, sentence] of sentences.entries())
    for (const name of names[index])
      if (!isDoubtful(sentence, name))
        for (const { form } of sentence.tokens.slice(name.start, name.end)) sure.add(form);
  return names.map((list, index) =>
    list.filter((name) => !isDoubtful(sentences[index], name) || sure.has(sentences[index].tokens[name.start].form)),
  );
}

function isBody(blocks: readonly Block[], sentence: Sentence): boolean {
  return !['headline', 'caption', 'credit'].includes(blocks[sentence.block]?.kind ?? 'paragraph');
}

function output(text: string, drafts: readonly Draft[], referents: ReadonlyMap<Draft, Referent>) {
  const kept = drafts.filter((draft) => referents.has(draft));
  const ids = new Map<Referent, number>();
  const mentionsOfEntity: number[][] = [];
  const mentions: Mention[] = kept.map((draft, index) => {
    const referent = referents.get(draft)!;
    const entity = ids.get(referent) ?? ids.size;
    ids.set(referent, entity);
    mentionsOfEntity[entity] ??= [];
    mentionsOfEntity[entity].push(index);
    const { sentence, tokens, head, form, name } = draft;
    return {
      sentence: sentence.index,
      tokens,
      head: head.index,
      span: [sentence.tokens[tokens[0]].span[0], sentence.tokens[tokens[1] - 1].span[1]],
      form,
      name: name && [sentence.tokens[name.start].span[0], sentence.tokens[name.end - 1].span[1]],
      kind: referent.kind ?? 'other',
      entity,
    };
  });
  const entities = [...ids].map(
    ([referent, id]): Entity => ({
      id,
      name: bestName(text, referent, firstPhrase(mentionsOfEntity[id].map((index) => mentions[index]))),
      kind: referent.kind ?? 'other',
      gender: referent.gender,
      number: referent.number,
      members: referent.members.map((member) => ids.get(member)!).filter((member) => member !== undefined),
      mentions: mentionsOfEntity[id],
    }),
  );
  return { mentions, entities };
}

const firstPhrase = (mentions: readonly Mention[]) =>
  (mentions.find(({ form }) => form === 'nominal') ?? mentions[0]).span;

/** The codebook's name where the text has it, the longest name, the codebook's where the text has only adjectives, or else the first phrase without its article. */
function bestName(text: string, { mentions, known }: Referent, first: Span): string {
  let best = '';
  for (const { sentence, name } of mentions) {
    if (!name || name.isAdjective) continue;
    const words = text.slice(sentence.tokens[name.start].span[0], sentence.tokens[name.end - 1].span[1]);
    if (words === known?.name) return words;
    if (words.length > best.length) best = words;
  }
  if (best === '' && known) return known.name;
  const phrase = best === '' ? text.slice(...first).replace(/^(?:the|an?|this|these|those|some)\s+/i, '') : best;
  return phrase.replace(/\s+/g, ' ');
}
