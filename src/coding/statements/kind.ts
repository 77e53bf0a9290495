import { type Codebook, memo } from '../../codebook/codebook.ts';
import type { Document, EntityKind, Mention, Sentence, Token } from '../../language/document.ts';
import { gazetteer, lookUp } from '../actors/gazetteer.ts';
import type { SourceKind } from '../reading.ts';
import { children, relation } from '../tree.ts';

/** Kinds of sources by their noun. */
export const sourceNouns = memo((codebook) => {
  const kinds = new Map<string, SourceKind>();
  for (const { kind, words } of codebook.sourceNouns)
    for (const word of words) if (!kinds.has(word)) kinds.set(word, kind);
  return kinds;
});

const officeTitles = memo(
  (codebook) =>
    new Set(
      codebook.offices
        .filter((office) => office.kind === 'office')
        .flatMap((office) => [office.title, ...office.aliases].map((title) => title.toLowerCase().split(' ').at(-1)!)),
    ),
);

/** Last words of the names of newspapers and stations ("The Daily Herald"). */
const mediaWords = memo(
  (codebook) => new Set(codebook.sourceNouns.filter(({ kind }) => kind === 'media').flatMap(({ words }) => words)),
);

const mediaNames = memo(
  (codebook) =>
    new Set(
      codebook.organisations
        .filter((organisation) => organisation.sector === 'MED')
        .flatMap((organisation) => [organisation.name, ...organisation.aliases].map((name) => name.toLowerCase())),
    ),
);

const KIND_OF_ENTITY: Readonly<Record<EntityKind, SourceKind>> = {
  person: 'named',
  organisation: 'body',
  place: 'body',
  people: 'anonymous',
  other: 'unspecified',
};

function mentionAt(document: Document, sentence: number, token: number): Mention | undefined {
  const own = document.mentionAt[sentence][token];
  if (own >= 0) return document.mentions[own];
  let best: Mention | undefined;
  for (const mention of document.mentions) {
    if (mention.sentence !== sentence || token < mention.tokens[0] || token >= mention.tokens[1]) continue;
    if (!best || mention.tokens[1] - mention.tokens[0] < best.tokens[1] - best.tokens[0]) best = mention;
  }
  return best;
}

function isIndefinite(sentence: Sentence, head: Token): boolean {
  if (head.xpos === 'NNS') return true;
  const determiners = children(sentence, head.index, 'det', 'nummod').map((token) => token.lowerLemma);
  return determiners.some((word) => ['a', 'an', 'one', 'another', 'some', 'any'].includes(word));
}

const withoutThe = (name: string): string => (/^the /i.test(name) ? name.slice(4) : name);

const lastWord = (name: string): string => name.toLowerCase().split(' ').at(-1) ?? '';

/** "BBC", "BBC Arabic": a name of an outlet, or of one of its parts. */
function beginsWithMedia(codebook: Codebook, name: string): boolean {
  const known = mediaNames(codebook);
  for (let end = name.length; end > 0; end = name.lastIndexOf(' ', end - 1))
    if (known.has(name.slice(0, end))) return true;
  return false;
}

function kindOfName(document: Document, codebook: Codebook, sentence: Sentence, head: Token): SourceKind {
  const mention = mentionAt(document, sentence.index, head.index);
  const text = mention ? document.text.slice(...mention.span) : head.form;
  const called = document.entities[mention?.entity ?? -1]?.name ?? '';
  const names = [text];
  for (const name of [withoutThe(text), called]) if (!names.includes(name)) names.push(name);
  if (names.some((name) => beginsWithMedia(codebook, name.toLowerCase()))) return 'media';
  const known = names.map((name) => lookUp(gazetteer(codebook), name)).find((each) => each !== undefined);
  if (known && ['state', 'capital', 'seat', 'demonym', 'organisation'].includes(known.type)) return 'body';
  if (mention?.kind !== 'person' && names.some((name) => mediaWords(codebook).has(lastWord(name)))) return 'media';
  return mention ? KIND_OF_ENTITY[mention.kind] : 'named';
}

/** The mention that says best who somebody is: a name, else a noun. */
function bestOf(mentions: readonly Mention[]): Mention | undefined {
  return mentions.find((mention) => mention.form === 'name') ?? mentions.find((mention) => mention.form === 'nominal');
}

const PERSONAL = new Set(['he', 'she', 'his', 'her', 'i', 'my', 'you', 'your']);

function kindOfPronoun(document: Document, codebook: Codebook, sentence: Sentence, head: Token): SourceKind {
  const lemma = head.lowerLemma;
  if (['who', 'which', 'that', 'whose'].includes(lemma)) {
    for (let at = head; at.head >= 0; at = sentence.tokens[at.head])
      if (at.deprel === 'acl:relcl') return kindOfSource(document, codebook, sentence, at.head);
    return 'unspecified';
  }
  const listed = sourceNouns(codebook).get(lemma);
  if (listed) return listed;
  const mention = mentionAt(document, sentence.index, head.index);
  const named = mention
    ? bestOf(document.entities[mention.entity].mentions.map((index) => document.mentions[index]))
    : undefined;
  if (named && (named.sentence !== sentence.index || named.head !== head.index)) {
    return kindOfSource(document, codebook, document.sentences[named.sentence], named.head);
  }
  if (['it', 'its'].includes(lemma)) return 'body';
  if (['they', 'their', 'we', 'our'].includes(lemma)) return 'anonymous';
  return PERSONAL.has(lemma) ? 'named' : 'unspecified';
}

/** The kind that the codebook gives a noun: as it stands ("reports"), with the noun before it ("news agency"), or as a word. */
function listedKind(codebook: Codebook, sentence: Sentence, head: Token): SourceKind | undefined {
  const kinds = sourceNouns(codebook);
  const before = sentence.tokens[head.index - 1];
  const pair = before?.relation === 'compound' ? kinds.get(`${before.lowerLemma} ${head.lowerLemma}`) : undefined;
  return pair ?? kinds.get(head.lowerForm) ?? kinds.get(head.lowerLemma);
}

function kindOfNoun(document: Document, codebook: Codebook, sentence: Sentence, head: Token): SourceKind {
  // A name in apposition or after the office ("the minister, Ana Li") names the person.
  const lemma = head.lowerLemma;
  const listed = listedKind(codebook, sentence, head);
  const isNamed = children(sentence, head.index, 'appos', 'flat', 'compound').some((token) => {
    // "the Santos administration" is still an administration.
    if (listed === 'body' && relation(token) === 'compound') return false;
    return token.upos === 'PROPN' && kindOfName(document, codebook, sentence, token) === 'named';
  });
  const mentionOfHead = mentionAt(document, sentence.index, head.index);
  const entity = mentionOfHead && document.entities[mentionOfHead.entity];
  if (entity?.kind === 'person' && bestOf(entity.mentions.map((index) => document.mentions[index]))?.form === 'name')
    return 'named';
  if (isNamed && listed !== 'document' && listed !== 'media') return 'named';
  if (officeTitles(codebook).has(lemma) && listed === undefined)
    return isIndefinite(sentence, head) ? 'anonymous' : 'named';
  if (listed) return listed;
  const mention = mentionOfHead;
  if (mention && mention.kind !== 'person') return KIND_OF_ENTITY[mention.kind];
  return isIndefinite(sentence, head) || !mention ? 'anonymous' : 'named';
}

/** The kind of the source whose head word stands at `head`, by the rules of the annotation guidelines; -1 where none is named. */
export function kindOfSource(document: Document, codebook: Codebook, sentence: Sentence, head: number): SourceKind {
  if (head < 0) return 'unspecified';
  const token = sentence.tokens[head];
  if (token.upos === 'PROPN') return kindOfName(document, codebook, sentence, token);
  if (token.upos === 'PRON' || token.upos === 'DET' || token.upos === 'ADJ' || token.upos === 'NUM')
    return kindOfPronoun(document, codebook, sentence, token);
  return kindOfNoun(document, codebook, sentence, token);
}
