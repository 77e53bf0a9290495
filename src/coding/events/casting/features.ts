import { SIDES, type Side } from '../../reading.ts';
import type { Draft } from '../index.ts';
import type { Features } from './feature-space.ts';
import type { Known } from './known.ts';
import type { Contender } from './parties.ts';
import type { Scene } from './scene.ts';
import type { Standing } from './standing.ts';
import { bucketOf, PAIR, PARTS, RELATIONS, RULES, SPEAKERS } from './templates.ts';
import { isWithin } from './way.ts';

/** What the model sees of a party in a part, and of two parties together. */

const yes = (holds: boolean): number => (holds ? 1 : 0);

/** The features of a party on a side. */
export function partFeatures(
  scene: Scene,
  side: Side,
  { known, distance, standing }: Contender,
  found: Features,
): void {
  const { shape, type } = scene;
  const of = PARTS[side];
  if (known === null) {
    nobodyFeatures(scene, side, found);
    return;
  }
  const rule = ruleOf(scene.draft, side, known.id);
  actorFeatures(scene, side, known, yes(standing !== null), rule, found);
  if (standing) standingFeatures(scene, side, standing, known, rule, found);
  else {
    found.add(of.away.at(bucketOf(distance), shape));
    found.add(of.awayType.at(type));
  }
}

function nobodyFeatures({ draft, shape, type }: Scene, side: Side, found: Features): void {
  const of = PARTS[side];
  const [proposed, wanted] =
    side === 'source' ? [draft.sources, draft.wanted.source] : [draft.targets, draft.wanted.target];
  const rule = proposed.length === 0 ? NOTHING : draft.inferred.includes(side) ? GUESS : SLOT;
  found.add(of.nobodyShape.at(shape, rule));
  found.add(of.nobodyType.at(type));
  found.add(of.nobodyWanted.at(yes(wanted.length > 0)));
}

const [NOTHING, SLOT, GUESS, OTHER, NO_SLOT, NO_GUESS] = ['none', 'slot', 'guess', 'other', 'no-slot', 'no-guess'].map(
  (rule) => RULES.of(rule),
);

/** What the rules make of an actor on a side. */
function ruleOf({ sources, targets, inferred }: Draft, side: Side, actor: string): number {
  const [own, other] = side === 'source' ? [sources, targets] : [targets, sources];
  if (own.includes(actor)) return inferred.includes(side) ? GUESS : SLOT;
  if (other.includes(actor)) return OTHER;
  if (own.length === 0) return NOTHING;
  return inferred.includes(side) ? NO_GUESS : NO_SLOT;
}

const [SILENT, SPEAKER, OF_COUNTRY] = ['no', 'speaker', 'country'].map((part) => SPEAKERS.of(part));

/** The actor's part in what is said: the speaker, of the speaker's country, or none. */
function partInSpeech(speaker: Known | null, actor: Known): number {
  if (speaker === null) return SILENT;
  if (speaker === actor) return SPEAKER;
  return actor.country !== null && actor.country === speaker.country ? OF_COUNTRY : SILENT;
}

/** What is known of the actor throughout the text. */
function actorFeatures(scene: Scene, side: Side, known: Known, here: number, rule: number, found: Features): void {
  const { shape, type, quad, told } = scene;
  const { kind, sector, country, mentions, countryRank } = known;
  const of = PARTS[side];
  const speaker = partInSpeech(scene.speaker, known);
  found.add(of.rule.at(rule, here));
  found.add(of.ruleShape.at(rule, shape));
  found.add(of.kind.at(kind, type));
  found.add(of.kindWhere.at(kind, here));
  found.add(of.sector.at(sector, type));
  found.add(of.sectorQuad.at(sector, quad));
  found.add(of.country.at(yes(country !== null)));
  found.add(of.mentions.at(mentions));
  found.add(of.rank.at(countryRank, here));
  found.add(of.rankType.at(countryRank, type));
  found.add(of.speaker.at(speaker, shape));
  found.add(of.speakerType.at(speaker, type));
  for (const which of SIDES) {
    const own = yes(which === side);
    const { ofType, ofQuad, inLast, inLastOfType } = told.of(which, known);
    found.add(of.toldType.at(bucketOf(ofType), own));
    found.add(of.toldQuad.at(bucketOf(ofQuad), own));
    found.add(of.last.at(yes(inLast), own, here));
    found.add(of.lastType.at(yes(inLastOfType), own, here));
  }
}

/** How the party's words stand to the act. */
function standingFeatures(
  { draft, shape, type }: Scene,
  side: Side,
  standing: Standing,
  { kind }: Known,
  rule: number,
  found: Features,
): void {
  const { slot, place, up, down } = standing;
  const of = PARTS[side];
  found.add(of.clauses.at(up.clauses, shape));
  found.add(of.inner.at(up.clauses, down.clauses));
  found.add(of.topic.at(yes(standing.isTopic), shape));
  found.add(of.order.at(standing.order, shape));
  found.add(of.far.at(standing.distance));
  found.add(of.form.at(standing.form, yes(standing.isBefore)));
  if (slot === null) {
    found.add(of.noPlace.at(shape, rule));
    found.add(of.up.at(up.first, up.second));
    found.add(of.down.at(down.first, yes(up.length > 0)));
    found.add(of.ownRelation.at(standing.relation));
    found.add(of.case.at(standing.case));
    if (up.length <= 2 && down.length <= 2) found.add(of.way.at(up.first, down.first, shape));
    return;
  }
  const { source, target } = draft.wanted;
  const [wanted, wantedOther] = side === 'source' ? [source, target] : [target, source];
  const asked = wanted.indexOf(slot);
  found.add(of.place.at(place, shape));
  found.add(of.placeType.at(place, type));
  found.add(of.placeRule.at(place, rule));
  found.add(of.kindPlace.at(kind, place));
  found.add(of.wanted.at(asked < 0 ? 0 : Math.min(asked, 4) + 1, rule));
  if (asked < 0) found.add(of.wantedOther.at(yes(wantedOther.includes(slot))));
}

/** The features of two parties together. */
export function pairFeatures(scene: Scene, source: Contender, target: Contender, found: Features): void {
  const [from, to] = [source.known, target.known];
  if (from === null || to === null) {
    if (from === to) found.add(PAIR.nobody.at());
    return;
  }
  const { told, quad, type } = scene;
  found.add(PAIR.kinds.at(from.kind, to.kind));
  found.add(PAIR.sectors.at(from.sector, to.sector, quad));
  found.add(PAIR.told.at(bucketOf(told.between(from, to))));
  found.add(PAIR.toldBack.at(bucketOf(told.between(to, from))));
  if (from.country !== null && from.country === to.country) {
    found.add(PAIR.oneCountry.at(type));
    found.add(PAIR.oneCountryKinds.at(from.kind, to.kind));
    found.add(PAIR.oneCountrySectors.at(from.sector, to.sector));
  }
  if (source.standing && target.standing) wordFeatures(scene, source, target, found);
  else if (!source.standing && !target.standing) found.add(PAIR.bothAway.at());
}

/** How the words of two parties stand to each other. */
function wordFeatures({ draft, shape }: Scene, source: Contender, target: Contender, found: Features): void {
  const { sentence, token } = draft;
  const [first, second] = [source.token < token.index, target.token < token.index];
  found.add(PAIR.order.at(yes(source.token < target.token), yes(first), shape));
  found.add(PAIR.around.at(yes(first !== second), shape));
  if (isWithin(sentence, source.token, target.token))
    found.add(PAIR.sourceIn.at(RELATIONS.of(sentence.tokens[source.token].relation)));
  if (isWithin(sentence, target.token, source.token))
    found.add(PAIR.targetIn.at(RELATIONS.of(sentence.tokens[target.token].relation)));
}
