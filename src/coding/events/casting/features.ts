import type { Side } from '../../reading.ts';
import type { Features } from './feature-space.ts';
import type { Known } from './known.ts';
import type { Contender } from './parties.ts';
import { PROPOSED, type Scene } from './scene.ts';
import type { Standing } from './standing.ts';
import { bucketOf, PAIR, PARTS, type PartTemplates, RULES, SPEAKERS } from './templates.ts';
import { isWithin } from './way.ts';

/** What the model sees of a party in a part, and of two parties together. */

const yes = (holds: boolean): number => (holds ? 1 : 0);

/** The features of a party on a side. */
export function partFeatures(scene: Scene, side: Side, contender: Contender, found: Features): void {
  const of = side === 'source' ? PARTS.source : PARTS.target;
  const { known, standing } = contender;
  if (known === null) {
    nobodyFeatures(of, scene, side, found);
    return;
  }
  const rule = ruleOf(scene, side, known);
  const here = yes(standing !== null);
  found.add(of.rule.at(rule, here));
  found.add(of.ruleShape.at(rule, scene.shape));
  actorFeatures(of, scene, known, here, found);
  toldFeatures(of, scene, side, known.party, here, found);
  if (standing !== null) standingFeatures(of, scene, side, standing, known, rule, found);
  else {
    found.add(of.away.at(bucketOf(contender.distance), scene.shape));
    found.add(of.awayType.at(scene.type));
  }
}

function nobodyFeatures(of: PartTemplates, { draft, shape, type }: Scene, side: Side, found: Features): void {
  const isSource = side === 'source';
  const proposed = isSource ? draft.sources : draft.targets;
  const wanted = isSource ? draft.wanted.source : draft.wanted.target;
  const rule = proposed.length === 0 ? NOTHING : draft.inferred.includes(side) ? GUESS : SLOT;
  found.add(of.nobodyShape.at(shape, rule));
  found.add(of.nobodyType.at(type));
  found.add(of.nobodyWanted.at(yes(wanted.length > 0)));
}

const [NOTHING, SLOT, GUESS, OTHER, NO_SLOT, NO_GUESS] = ['none', 'slot', 'guess', 'other', 'no-slot', 'no-guess'].map(
  (rule) => RULES.of(rule),
);

/** What the rules make of an actor on a side. */
function ruleOf({ draft, proposed }: Scene, side: Side, { index }: Known): number {
  const isSource = side === 'source';
  const on = proposed[index];
  if (on & (isSource ? PROPOSED.source : PROPOSED.target)) return draft.inferred.includes(side) ? GUESS : SLOT;
  if (on !== 0) return OTHER;
  if ((isSource ? draft.sources : draft.targets).length === 0) return NOTHING;
  return draft.inferred.includes(side) ? NO_GUESS : NO_SLOT;
}

const [SILENT, SPEAKER, OF_COUNTRY] = ['no', 'speaker', 'country'].map((part) => SPEAKERS.of(part));

/** The actor's part in what is said: the speaker, of the speaker's country, or none. */
function partInSpeech(speaker: Known | null, actor: Known): number {
  if (speaker === null) return SILENT;
  if (speaker === actor) return SPEAKER;
  return actor.compatriot >= 0 && actor.compatriot === speaker.compatriot ? OF_COUNTRY : SILENT;
}

/** What is known of the actor throughout the text. */
function actorFeatures(of: PartTemplates, scene: Scene, known: Known, here: number, found: Features): void {
  const { shape, type, quad } = scene;
  const { kind, sector, country, mentions, countryRank } = known;
  const speaker = partInSpeech(scene.speaker, known);
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
}

/** What other acts of the text tell of the actor, on this side of them and on the other. */
function toldFeatures(
  of: PartTemplates,
  { told }: Scene,
  side: Side,
  party: number,
  here: number,
  found: Features,
): void {
  for (let which = 0; which < 2; which++) {
    const own = yes((which === 0) === (side === 'source'));
    found.add(of.toldType.at(bucketOf(told.ofType(which, party)), own));
    found.add(of.toldQuad.at(bucketOf(told.ofQuad(which, party)), own));
    found.add(of.last.at(told.inLast(which, party), own, here));
    found.add(of.lastType.at(told.inLastOfType(which, party), own, here));
  }
}

/** How the party's words stand to the act. */
function standingFeatures(
  of: PartTemplates,
  { draft, shape, type }: Scene,
  side: Side,
  standing: Standing,
  { kind }: Known,
  rule: number,
  found: Features,
): void {
  const { slot, place, up, down } = standing;
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
  const isSource = side === 'source';
  const named = slot === 'clause subject' ? 'clause' : slot;
  const asked = (isSource ? draft.wanted.source : draft.wanted.target).indexOf(named);
  found.add(of.place.at(place, shape));
  found.add(of.placeType.at(place, type));
  found.add(of.placeRule.at(place, rule));
  found.add(of.kindPlace.at(kind, place));
  found.add(of.wanted.at(asked < 0 ? 0 : Math.min(asked, 4) + 1, rule));
  if (asked >= 0) return;
  const wantedOther = isSource ? draft.wanted.target : draft.wanted.source;
  found.add(of.wantedOther.at(yes(wantedOther.includes(named))));
}

/** The features of two parties together. */
export function pairFeatures(scene: Scene, source: Contender, target: Contender, found: Features): void {
  const from = source.known;
  const to = target.known;
  if (from === null || to === null) {
    if (from === to) found.add(PAIR.nobody.at());
    return;
  }
  const { told, quad, type } = scene;
  found.add(PAIR.kinds.at(from.kind, to.kind));
  found.add(PAIR.sectors.at(from.sector, to.sector, quad));
  found.add(PAIR.told.at(bucketOf(told.between(from.party, to.party))));
  found.add(PAIR.toldBack.at(bucketOf(told.between(to.party, from.party))));
  if (from.compatriot >= 0 && from.compatriot === to.compatriot) {
    found.add(PAIR.oneCountry.at(type));
    found.add(PAIR.oneCountryKinds.at(from.kind, to.kind));
    found.add(PAIR.oneCountrySectors.at(from.sector, to.sector));
  }
  if (source.standing !== null && target.standing !== null)
    wordFeatures(scene, source.token, source.standing, target.token, target.standing, found);
  else if (source.standing === target.standing) found.add(PAIR.bothAway.at());
}

/** How the words of two parties stand to each other. */
function wordFeatures(
  { draft, shape }: Scene,
  source: number,
  from: Standing,
  target: number,
  to: Standing,
  found: Features,
): void {
  found.add(PAIR.order.at(yes(source < target), yes(from.isBefore), shape));
  found.add(PAIR.around.at(yes(from.isBefore !== to.isBefore), shape));
  if (isWithin(draft.sentence, source, target)) found.add(PAIR.sourceIn.at(from.relation));
  if (isWithin(draft.sentence, target, source)) found.add(PAIR.targetIn.at(to.relation));
}
