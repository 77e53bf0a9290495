import { SIDES, type Side } from '../../reading.ts';
import { relation } from '../../tree.ts';
import type { Draft } from '../index.ts';
import { prepositionOf } from '../slots/phrase.ts';
import { at } from './feature-space.ts';
import type { Party } from './parties.ts';
import { clausesIn, isTopic, isWithin, type Scene, type Standing } from './scene.ts';
import {
  ACTOR_SECTORS,
  CASES,
  COUNTRY_RANKS,
  FORMS,
  KINDS,
  ORDER,
  PAIR,
  PARTS,
  PLACES,
  RELATIONS,
  RULES,
  SHAPES,
  SPEAKERS,
  TYPES,
} from './templates.ts';
import type { Known, View } from './view.ts';

/** What the model sees of a party in a part, and of two parties together: positions in its weights. */

const bucket = (count: number): number => (count <= 2 ? Math.max(0, count) : count <= 4 ? 3 : count <= 8 ? 4 : 5);
const clauses = (way: Standing['up']): number => Math.min(3, clausesIn(way));
const yes = (holds: boolean): number => (holds ? 1 : 0);
const relationAt = (way: Standing['up'], index: number): number =>
  index < way.length ? RELATIONS.of(relation(way[index])) : 0;

/** Positions in the weights for a party on a side. */
export function partFeatures(scene: Scene, side: Side, party: Party, view: View): number[] {
  if (party.actors.length === 0) return nobodyFeatures(scene, side);
  const rule = RULES.of(ruleOf(scene.draft, side, party.actors[0]));
  const found = actorFeatures(scene, side, party, view, rule);
  const standing = scene.standings.get(party);
  const of = PARTS[side];
  if (standing) found.push(...standingFeatures(scene, side, standing, view, rule, party.actors[0]));
  else
    found.push(
      at(of.away, bucket(party.distance), SHAPES.of(scene.shape)),
      at(of.awayType, TYPES.of(scene.draft.type)),
    );
  return found;
}

function nobodyFeatures({ draft, shape }: Scene, side: Side): number[] {
  const of = PARTS[side];
  const [proposed, wanted] =
    side === 'source' ? [draft.sources, draft.wanted.source] : [draft.targets, draft.wanted.target];
  const rule = proposed.length === 0 ? 'none' : howFound(draft, side);
  return [
    at(of.nobodyShape, SHAPES.of(shape), RULES.of(rule)),
    at(of.nobodyType, TYPES.of(draft.type)),
    at(of.nobodyWanted, yes(wanted.length > 0)),
  ];
}

const howFound = (draft: Draft, side: Side): 'guess' | 'slot' => (draft.inferred.includes(side) ? 'guess' : 'slot');

/** What the rules make of an actor on a side. */
function ruleOf(draft: Draft, side: Side, actor: string): string {
  const [own, other] = side === 'source' ? [draft.sources, draft.targets] : [draft.targets, draft.sources];
  if (own.includes(actor)) return howFound(draft, side);
  if (other.includes(actor)) return 'other';
  return own.length > 0 ? `no-${howFound(draft, side)}` : 'none';
}

/** The actor's part in what is said: `speaker`, of the speaker's `country`, or `no`. */
function speakerOf({ speaker }: Draft, actor: string, { country }: Known, view: View): string {
  if (speaker === null) return 'no';
  if (speaker === actor) return 'speaker';
  return country !== null && country === view.knownOf(speaker).country ? 'country' : 'no';
}

/** What is known of the actor throughout the text. */
function actorFeatures(scene: Scene, side: Side, party: Party, view: View, rule: number): number[] {
  const { draft, told } = scene;
  const of = PARTS[side];
  const [actor] = party.actors;
  const known = view.knownOf(actor);
  const here = yes(party.token >= 0);
  const shape = SHAPES.of(scene.shape);
  const type = TYPES.of(draft.type);
  const kind = KINDS.of(known.kind);
  const sector = ACTOR_SECTORS.of(known.sector);
  const rank = COUNTRY_RANKS.of(known.countryRank);
  const speaker = SPEAKERS.of(speakerOf(draft, actor, known, view));
  const found = [
    at(of.rule, rule, here),
    at(of.ruleShape, rule, shape),
    at(of.kind, kind, type),
    at(of.kindWhere, kind, here),
    at(of.sector, sector, type),
    at(of.sectorQuad, sector, scene.quad),
    at(of.country, yes(known.country !== null)),
    at(of.mentions, bucket(known.mentions)),
    at(of.rank, rank, here),
    at(of.rankType, rank, type),
    at(of.speaker, speaker, shape),
    at(of.speakerType, speaker, type),
  ];
  for (const which of SIDES) {
    const own = yes(which === side);
    found.push(
      at(of.toldType, bucket(told.ofType(which, actor)), own),
      at(of.toldQuad, bucket(told.ofQuad(which, actor)), own),
      at(of.last, yes(told.inLast(which, actor)), own, here),
      at(of.lastType, yes(told.inLastOfType(which, actor)), own, here),
    );
  }
  return found;
}

/** How the party's words stand to the act. */
function standingFeatures(
  { draft, shape: shapeName }: Scene,
  side: Side,
  { token, place, up, down, order }: Standing,
  view: View,
  rule: number,
  actor: string,
): number[] {
  const of = PARTS[side];
  const shape = SHAPES.of(shapeName);
  const found = [
    at(of.clauses, clauses(up), shape),
    at(of.inner, clauses(up), clauses(down)),
    at(of.topic, yes(isTopic(draft.sentence, token)), shape),
    at(of.order, ORDER.of(String(Math.max(-4, Math.min(4, order)))), shape),
    at(of.far, bucket(Math.abs(token.index - draft.token.index))),
    at(of.form, FORMS.of(view.formAt(draft.sentence, token.index)), yes(order < 0)),
  ];
  if (place === null) {
    const [first, below] = [relationAt(up, 0), relationAt(down, 0)];
    found.push(
      at(of.noPlace, shape, rule),
      at(of.up, first, relationAt(up, 1)),
      at(of.down, below, yes(up.length > 0)),
      at(of.ownRelation, RELATIONS.of(relation(token))),
      at(of.case, CASES.of(prepositionOf(draft.sentence, token.index)?.replace(' ', '-') ?? 'none')),
    );
    if (up.length <= 2 && down.length <= 2) found.push(at(of.way, first, below, shape));
    return found;
  }
  const { source, target } = draft.wanted;
  const [wanted, wantedOther] = side === 'source' ? [source, target] : [target, source];
  const slot = place.replace('-', ' ');
  const asked = wanted.indexOf(slot);
  const position = PLACES.of(place) || PLACES.of('other');
  found.push(
    at(of.place, position, shape),
    at(of.placeType, position, TYPES.of(draft.type)),
    at(of.placeRule, position, rule),
    at(of.kindPlace, KINDS.of(view.knownOf(actor).kind), position),
    at(of.wanted, asked < 0 ? 0 : Math.min(asked, 4) + 1, rule),
  );
  if (asked < 0) found.push(at(of.wantedOther, yes(wantedOther.includes(slot))));
  return found;
}

/** Positions in the weights for two parties together. */
export function pairFeatures(scene: Scene, source: Party, target: Party, view: View): number[] {
  if (source.actors.length === 0 || target.actors.length === 0)
    return source.actors.length === target.actors.length ? [at(PAIR.nobody)] : [];
  const { draft, told, quad } = scene;
  const [from, to] = [source.actors[0], target.actors[0]];
  const [a, b] = [view.knownOf(from), view.knownOf(to)];
  const kinds = [KINDS.of(a.kind), KINDS.of(b.kind)] as const;
  const sectors = [ACTOR_SECTORS.of(a.sector), ACTOR_SECTORS.of(b.sector)] as const;
  const found = [
    at(PAIR.kinds, ...kinds),
    at(PAIR.sectors, ...sectors, quad),
    at(PAIR.told, bucket(told.between(from, to))),
    at(PAIR.toldBack, bucket(told.between(to, from))),
  ];
  if (a.country !== null && a.country === b.country)
    found.push(
      at(PAIR.oneCountry, TYPES.of(draft.type)),
      at(PAIR.oneCountryKinds, ...kinds),
      at(PAIR.oneCountrySectors, ...sectors),
    );
  if (source.token < 0 && target.token < 0) found.push(at(PAIR.bothAway));
  if (source.token < 0 || target.token < 0) return found;
  const shape = SHAPES.of(scene.shape);
  const { sentence, token } = draft;
  const [first, second] = [source.token < token.index, target.token < token.index];
  found.push(
    at(PAIR.order, yes(source.token < target.token), yes(first), shape),
    at(PAIR.around, yes(first !== second), shape),
  );
  if (isWithin(sentence, source.token, target.token))
    found.push(at(PAIR.sourceIn, RELATIONS.of(relation(sentence.tokens[source.token]))));
  if (isWithin(sentence, target.token, source.token))
    found.push(at(PAIR.targetIn, RELATIONS.of(relation(sentence.tokens[target.token]))));
  return found;
}
