import type { Sentence, Token } from '../../../language/document.ts';
import { EVENT_TYPES, SECTORS } from '../../reading.ts';
import { relation } from '../../tree.ts';
import type { Draft } from '../index.ts';
import { isPassiveUse, prepositionOf, type Slots } from '../slots.ts';
import { at, FeatureSpace, Values } from './feature-space.ts';
import type { Party } from './parties.ts';
import { SIDES, type Side } from './told.ts';
import type { View } from './view.ts';

/**
 * What the model sees of a party in a part, and of two parties together. Everything is a choice from a list, so that each
 * feature is a position in the weights (`feature-space.ts`).
 */

const SHAPES = new Values('verb passive noun light adjective spoken');
const TYPES = new Values(EVENT_TYPES.join(' '));
const QUADS = new Values('0 1 2 3 4');
const KINDS = new Values('other person organisation state place people');
const ACTOR_SECTORS = new Values(`UNK ${SECTORS.filter((sector) => sector !== 'UNK').join(' ')}`);
/** What the rules make of a party: the side's own by a slot or a guess, the other side's, or not it but another, or nobody. */
const RULES = new Values('none slot guess other no-slot no-guess');
const WHERE = new Values('away here');
const BUCKETS = new Values('0 1 2 3 5 9');
const YES = new Values('no yes');
const PREPOSITIONS =
  'by of with to against on for in from at between into over about towards among after out-of inside near than as like during despite without through across around'.split(
    ' ',
  );
const OWN_SLOTS = ['subject', 'object', 'indirect', 'possessor', 'modifier', 'clause subject', 'clause object'];
const PLACES = new Values(
  `none subject object indirect possessor modifier clause-subject clause-object light-subject light-object ${PREPOSITIONS.join(' ')} other`,
);
const CASES = new Values(`none ${PREPOSITIONS.join(' ')} other`);
const RELATIONS = new Values(
  'none nsubj obj iobj obl nmod amod compound appos conj acl advcl ccomp xcomp csubj parataxis advmod det nummod flat cop root dep dislocated vocative expl orphan list',
);
const WANTED = new Values('unwanted 0 1 2 3 4');
const FORMS = new Values('owner name nominal pronoun');
const ORDER = new Values('0 -4 -3 -2 -1 1 2 3 4');
const COUNTRY_RANKS = new Values('none 0 1 2 3');
const CLAUSES = new Values('0 1 2 3');
const SPEAKERS = new Values('no speaker country');

export const SPACE = new FeatureSpace();

function partTemplates(side: Side) {
  const of = (name: string, ...values: Values[]) => SPACE.template(`${side}: ${name}`, ...values);
  return {
    nobodyShape: of('nobody, shape, rule', SHAPES, RULES),
    nobodyType: of('nobody, type', TYPES),
    nobodyWanted: of('nobody, wanted', YES),
    rule: of('rule, where', RULES, WHERE),
    ruleShape: of('rule, shape', RULES, SHAPES),
    kind: of('kind, type', KINDS, TYPES),
    kindPlace: of('kind, slot', KINDS, PLACES),
    kindWhere: of('kind, where', KINDS, WHERE),
    sector: of('sector, type', ACTOR_SECTORS, TYPES),
    sectorQuad: of('sector, quad', ACTOR_SECTORS, QUADS),
    country: of('country', YES),
    mentions: of('mentions', BUCKETS),
    rank: of('country rank, where', COUNTRY_RANKS, WHERE),
    rankType: of('country rank, type', COUNTRY_RANKS, TYPES),
    speaker: of('speaker, shape', SPEAKERS, SHAPES),
    speakerType: of('speaker, type', SPEAKERS, TYPES),
    toldType: of('told of type, side', BUCKETS, YES),
    toldQuad: of('told of quad, side', BUCKETS, YES),
    last: of('last act, side, where', YES, YES, WHERE),
    lastType: of('last act of type, side, where', YES, YES, WHERE),
    away: of('away, shape', BUCKETS, SHAPES),
    awayType: of('away, type', TYPES),
    place: of('slot, shape', PLACES, SHAPES),
    placeType: of('slot, type', PLACES, TYPES),
    placeRule: of('slot, rule', PLACES, RULES),
    wanted: of('wanted, rule', WANTED, RULES),
    wantedOther: of('wanted by the other side', YES),
    noPlace: of('no slot, shape, rule', SHAPES, RULES),
    up: of('up, up', RELATIONS, RELATIONS),
    down: of('down, up', RELATIONS, YES),
    way: of('up, down, shape', RELATIONS, RELATIONS, SHAPES),
    last_: of('own relation', RELATIONS),
    case: of('case', CASES),
    clauses: of('clauses up, shape', CLAUSES, SHAPES),
    inner: of('clauses up, down', CLAUSES, CLAUSES),
    topic: of('topic, shape', YES, SHAPES),
    order: of('order, shape', ORDER, SHAPES),
    far: of('distance', BUCKETS),
    form: of('form, before', FORMS, YES),
  };
}

const PARTS = { source: partTemplates('source'), target: partTemplates('target') };

const PAIR = {
  nobody: SPACE.template('pair: nobody'),
  oneCountry: SPACE.template('pair: one country, type', TYPES),
  oneCountryKinds: SPACE.template('pair: one country, kinds', KINDS, KINDS),
  oneCountrySectors: SPACE.template('pair: one country, sectors', ACTOR_SECTORS, ACTOR_SECTORS),
  order: SPACE.template('pair: source before target, source before act, shape', YES, YES, SHAPES),
  around: SPACE.template('pair: act between, shape', YES, SHAPES),
  bothAway: SPACE.template('pair: both away'),
  kinds: SPACE.template('pair: kinds', KINDS, KINDS),
  sectors: SPACE.template('pair: sectors, quad', ACTOR_SECTORS, ACTOR_SECTORS, QUADS),
  told: SPACE.template('pair: told', BUCKETS),
  toldBack: SPACE.template('pair: told the other way', BUCKETS),
  sourceIn: SPACE.template('pair: source in target', RELATIONS),
  targetIn: SPACE.template('pair: target in source', RELATIONS),
};

const bucket = (n: number): number => (n <= 2 ? Math.max(0, n) : n <= 4 ? 3 : n <= 8 ? 4 : 5);

export function shapeOf(draft: Draft): string {
  if (draft.pattern.frames.length === 0) return 'spoken';
  if (draft.pos === 'noun') return draft.light ? 'light' : 'noun';
  if (draft.pos === 'adjective') return 'adjective';
  return isPassiveUse(draft.sentence, draft.token) ? 'passive' : 'verb';
}

const CLAUSAL = new Set(['ccomp', 'xcomp', 'advcl', 'acl', 'parataxis', 'csubj', 'conj']);

/** What is the same for all parties of a draft. */
export interface Scene {
  readonly draft: Draft;
  readonly shape: number;
  readonly type: number;
  readonly quad: number;
  /** Slots of the act by the word in them. */
  readonly places: ReadonlyMap<number, string>;
  /** Parties by their order after (1, 2 …) and before (-1, -2 …) the act. */
  readonly order: ReadonlyMap<Party, number>;
  readonly speaker: string | null;
}

export function sceneOf(draft: Draft, named: readonly Party[], view: View): Scene {
  const after = named.filter((party) => party.token > draft.token.index);
  const before = named.filter((party) => party.token < draft.token.index).reverse();
  return {
    draft,
    shape: SHAPES.of(shapeOf(draft)),
    type: TYPES.of(draft.type),
    quad: view.quadOf(draft.type),
    places: placesOf(draft),
    order: new Map([
      ...after.map((party, index): [Party, number] => [party, index + 1]),
      ...before.map((party, index): [Party, number] => [party, -index - 1]),
    ]),
    speaker: view.speech.speakerAt(draft.sentence, draft.token.index),
  };
}

function placesOf({ slots, light, wanted }: Draft): Map<number, string> {
  const found = new Map<number, string>();
  const add = (from: Slots, slot: string, name: string): void => {
    for (const index of from.get(slot)) if (!found.has(index)) found.set(index, name.replace(' ', '-'));
  };
  for (const slot of [...OWN_SLOTS, ...wanted.source, ...wanted.target]) if (slot !== 'clause') add(slots, slot, slot);
  if (light) for (const slot of ['subject', 'object']) add(light.slots, slot, `light ${slot}`);
  if (light) for (const slot of light.entry.other) add(light.slots, slot, slot);
  return found;
}

/** The slot of a word, of the word it is coordinated with, or its preposition right at the act. */
function placeOf({ places, draft }: Scene, token: Token): string {
  const own = places.get(token.index) ?? (relation(token) === 'conj' ? places.get(token.head) : undefined);
  if (own) return own;
  if (token.head !== draft.token.index && token.head !== draft.light?.verb.index) return 'none';
  return prepositionOf(draft.sentence, token.index)?.replace(' ', '-') ?? 'none';
}

/** The way from one word to another: words up to where the ways meet, then down. */
function wayBetween({ tokens }: Sentence, from: number, to: number): { up: Token[]; down: Token[] } {
  const above = new Set<number>();
  for (let index = from; index >= 0; index = tokens[index].head) above.add(index);
  const down: Token[] = [];
  let meeting = to;
  for (; meeting >= 0 && !above.has(meeting); meeting = tokens[meeting].head) down.unshift(tokens[meeting]);
  const up: Token[] = [];
  for (let index = from; index !== meeting && index >= 0; index = tokens[index].head) up.push(tokens[index]);
  return { up, down };
}

const clausesIn = (words: readonly Token[]): number =>
  Math.min(3, words.filter((token) => CLAUSAL.has(relation(token))).length);

const isTopic = ({ tokens }: Sentence, token: Token): boolean =>
  relation(token) === 'nsubj' && token.head >= 0 && tokens[token.head].head < 0;

const yes = (holds: boolean): number => (holds ? 1 : 0);

function ruleOf(draft: Draft, side: Side, actor: string): string {
  const [own, other] = side === 'source' ? [draft.sources, draft.targets] : [draft.targets, draft.sources];
  const how = draft.inferred.includes(side) ? 'guess' : 'slot';
  if (own.includes(actor)) return how;
  return other.includes(actor) ? 'other' : own.length > 0 ? `no-${how}` : 'none';
}

/** Positions in the weights for a party on a side. */
export function partFeatures(scene: Scene, side: Side, party: Party, view: View): number[] {
  const { draft, shape, type, quad } = scene;
  const of = PARTS[side];
  const wanted = side === 'source' ? draft.wanted.source : draft.wanted.target;
  if (party.actors.length === 0) {
    const proposed = side === 'source' ? draft.sources : draft.targets;
    const rule = RULES.of(proposed.length === 0 ? 'none' : draft.inferred.includes(side) ? 'guess' : 'slot');
    return [at(of.nobodyShape, shape, rule), at(of.nobodyType, type), at(of.nobodyWanted, yes(wanted.length > 0))];
  }
  const actor = party.actors[0];
  const known = view.knownOf(actor);
  const here = yes(party.token >= 0);
  const rule = RULES.of(ruleOf(draft, side, actor));
  const kind = KINDS.of(known.kind);
  const sector = ACTOR_SECTORS.of(known.sector);
  const rank = COUNTRY_RANKS.of(known.countryRank);
  const speaker = SPEAKERS.of(
    scene.speaker === null
      ? 'no'
      : scene.speaker === actor
        ? 'speaker'
        : known.country !== null && known.country === view.knownOf(scene.speaker).country
          ? 'country'
          : 'no',
  );
  const found = [
    at(of.rule, rule, here),
    at(of.ruleShape, rule, shape),
    at(of.kind, kind, type),
    at(of.kindWhere, kind, here),
    at(of.sector, sector, type),
    at(of.sectorQuad, sector, quad),
    at(of.country, yes(known.country !== null)),
    at(of.mentions, bucket(known.mentions)),
    at(of.rank, rank, here),
    at(of.rankType, rank, type),
    at(of.speaker, speaker, shape),
    at(of.speakerType, speaker, type),
  ];
  for (const which of SIDES) {
    const times = view.told.times(draft, which, actor);
    const before = view.told.before(draft, which, actor);
    const own = yes(which === side);
    found.push(at(of.toldType, bucket(times.type), own), at(of.toldQuad, bucket(times.quad), own));
    found.push(at(of.last, yes(before.any), own, here), at(of.lastType, yes(before.type), own, here));
  }
  if (party.token < 0) {
    found.push(at(of.away, bucket(party.distance), shape), at(of.awayType, type));
    return found;
  }
  const { sentence } = draft;
  const token = sentence.tokens[party.token];
  const place = placeOf(scene, token);
  const otherWanted = side === 'source' ? draft.wanted.target : draft.wanted.source;
  const slot = place.replace('-', ' ');
  const { up, down } = wayBetween(sentence, draft.token.index, token.index);
  if (place === 'none') {
    const [first, second] = up.map((each) => RELATIONS.of(relation(each)));
    const below = RELATIONS.of(down.length > 0 ? relation(down[0]) : 'none');
    found.push(at(of.noPlace, shape, rule), at(of.up, first ?? 0, second ?? 0), at(of.down, below, yes(up.length > 0)));
    found.push(at(of.last_, RELATIONS.of(relation(token))));
    if (up.length <= 2 && down.length <= 2) found.push(at(of.way, first ?? 0, below, shape));
    found.push(at(of.case, CASES.of(prepositionOf(sentence, token.index)?.replace(' ', '-') ?? 'none')));
  } else {
    const position = PLACES.of(place) || PLACES.of('other');
    const asked = wanted.indexOf(slot);
    found.push(at(of.place, position, shape), at(of.placeType, position, type), at(of.placeRule, position, rule));
    found.push(at(of.kindPlace, kind, position));
    found.push(at(of.wanted, asked < 0 ? 0 : Math.min(asked, 4) + 1, rule));
    if (asked < 0) found.push(at(of.wantedOther, yes(otherWanted.includes(slot))));
  }
  const clausesUp = clausesIn(up);
  found.push(at(of.clauses, clausesUp, shape), at(of.inner, clausesUp, clausesIn(down)));
  found.push(at(of.topic, yes(isTopic(sentence, token)), shape));
  const order = Math.max(-4, Math.min(4, scene.order.get(party) ?? 0));
  found.push(
    at(of.order, ORDER.of(String(order)), shape),
    at(of.far, bucket(Math.abs(token.index - draft.token.index))),
  );
  found.push(at(of.form, FORMS.of(view.formAt(sentence, token.index)), yes(token.index < draft.token.index)));
  return found;
}

/** Whether one word is part of the phrase of another. */
function isWithin({ tokens }: Sentence, inner: number, outer: number): boolean {
  for (let index = inner; index >= 0 && !CLAUSAL.has(relation(tokens[index])); index = tokens[index].head)
    if (tokens[index].head === outer) return true;
  return false;
}

/** Positions in the weights for two parties together. */
export function pairFeatures({ draft, shape, type, quad }: Scene, source: Party, target: Party, view: View): number[] {
  if (source.actors.length === 0 || target.actors.length === 0)
    return source.actors.length === target.actors.length ? [at(PAIR.nobody)] : [];
  const [a, b] = [view.knownOf(source.actors[0]), view.knownOf(target.actors[0])];
  const found = [
    at(PAIR.kinds, KINDS.of(a.kind), KINDS.of(b.kind)),
    at(PAIR.sectors, ACTOR_SECTORS.of(a.sector), ACTOR_SECTORS.of(b.sector), quad),
    at(PAIR.told, bucket(view.told.between(draft, source.actors[0], target.actors[0]))),
    at(PAIR.toldBack, bucket(view.told.between(draft, target.actors[0], source.actors[0]))),
  ];
  if (a.country !== null && a.country === b.country)
    found.push(
      at(PAIR.oneCountry, type),
      at(PAIR.oneCountryKinds, KINDS.of(a.kind), KINDS.of(b.kind)),
      at(PAIR.oneCountrySectors, ACTOR_SECTORS.of(a.sector), ACTOR_SECTORS.of(b.sector)),
    );
  if (source.token < 0 && target.token < 0) found.push(at(PAIR.bothAway));
  if (source.token < 0 || target.token < 0) return found;
  const [first, second] = [source.token < draft.token.index, target.token < draft.token.index];
  found.push(at(PAIR.order, yes(source.token < target.token), yes(first), shape));
  found.push(at(PAIR.around, yes(first !== second), shape));
  const { sentence } = draft;
  if (isWithin(sentence, source.token, target.token))
    found.push(at(PAIR.sourceIn, RELATIONS.of(relation(sentence.tokens[source.token]))));
  if (isWithin(sentence, target.token, source.token))
    found.push(at(PAIR.targetIn, RELATIONS.of(relation(sentence.tokens[target.token]))));
  return found;
}

/** The positions by which nobody is preferred or not. */
export const NOBODY_FEATURES: readonly number[] = SIDES.flatMap((side) =>
  Array.from({ length: SHAPES.size * RULES.size }, (_, index) => PARTS[side].nobodyShape.offset + index),
);
