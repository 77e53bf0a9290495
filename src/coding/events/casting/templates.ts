import { EVENT_TYPES, SECTORS, type Side } from '../../reading.ts';
import { FeatureSpace, Values } from './feature-space.ts';

/** The features of the model that casts parts: choices from lists, each combination of which has a weight. */

export const SHAPES = new Values('verb passive noun light adjective spoken');
export const TYPES = new Values(EVENT_TYPES.join(' '));
export const QUADS = new Values('0 1 2 3 4');
export const KINDS = new Values('other person organisation state place people');
export const ACTOR_SECTORS = new Values(`UNK ${SECTORS.filter((sector) => sector !== 'UNK').join(' ')}`);
/** What the rules make of a party: the side's own by a slot or a guess, the other side's, or not it but another, or nobody. */
export const RULES = new Values('none slot guess other no-slot no-guess');
const WHERE = new Values('away here');
const BUCKETS = new Values('0 1 2 3 5 9');
export const bucketOf = (count: number): number =>
  count <= 2 ? Math.max(0, count) : count <= 4 ? 3 : count <= 8 ? 4 : 5;
const YES = new Values('no yes');
const PREPOSITIONS =
  'by of with to against on for in from at between into over about towards among after out-of inside near than as like during despite without through across around'.split(
    ' ',
  );
export const PLACES = new Values(
  `none subject object indirect possessor modifier clause-subject clause-object light-subject light-object ${PREPOSITIONS.join(' ')} other`,
);
export const CASES = new Values(`none ${PREPOSITIONS.join(' ')} other`);
export const RELATIONS = new Values(
  'none nsubj obj iobj obl nmod amod compound appos conj acl advcl ccomp xcomp csubj parataxis advmod det nummod flat cop root dep dislocated vocative expl orphan list',
);
const WANTED = new Values('unwanted 0 1 2 3 4');
export const FORMS = new Values('owner name nominal pronoun');
export const ORDER = new Values('0 -4 -3 -2 -1 1 2 3 4');
export const COUNTRY_RANKS = new Values('none 0 1 2 3');
const CLAUSES = new Values('0 1 2 3');
export const SPEAKERS = new Values('no speaker country');

export const SPACE = new FeatureSpace();

export type PartTemplates = ReturnType<typeof partTemplates>;

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
    ownRelation: of('own relation', RELATIONS),
    case: of('case', CASES),
    clauses: of('clauses up, shape', CLAUSES, SHAPES),
    inner: of('clauses up, down', CLAUSES, CLAUSES),
    topic: of('topic, shape', YES, SHAPES),
    order: of('order, shape', ORDER, SHAPES),
    far: of('distance', BUCKETS),
    form: of('form, before', FORMS, YES),
  };
}

export const PARTS = { source: partTemplates('source'), target: partTemplates('target') };

export const PAIR = {
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

/** The positions by which nobody is preferred or not on a side. */
export const nobodyFeatures = (side: Side): number[] =>
  Array.from({ length: SHAPES.size * RULES.size }, (_, index) => PARTS[side].nobodyShape.offset + index);
