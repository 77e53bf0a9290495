import { z } from 'zod';
import { EVENT_TYPES, SECTORS, SOURCE_KINDS, STANCES, STATUSES } from '../coding/reading.ts';

/** The shape of every codebook section: a section is a list of entries under its own top-level key, in any YAML file. */

const words = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]));
const some = <T extends z.ZodType>(item: T) =>
  z.union([item, z.array(item)]).transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]);

const alpha3 = z.string().regex(/^[A-Z]{3}$/, 'three capital letters (ISO 3166-1 alpha-3)');
const type = z.enum(EVENT_TYPES);
const sector = z.enum(SECTORS);
const status = z.enum(STATUSES);

/** A state or territory. */
export const country = z.strictObject({
  code: alpha3,
  name: z.string(),
  /** Other names and abbreviations ("Burma", "UK", "U.K."). */
  aliases: z.array(z.string()).default([]),
  /** Adjectives ("Syrian"). */
  demonyms: z.array(z.string()).default([]),
  /** Nouns for its people ("Syrians", "Briton"). */
  people: z.array(z.string()).default([]),
  /** The capital, which stands for the government. */
  capital: z.string().nullable().default(null),
  lat: z.number().nullable().default(null),
  lon: z.number().nullable().default(null),
  /** Other spellings of the capital, and further capitals. */
  capitals: z.array(z.string()).default([]),
  /** Seats of government that stand for it ("the Kremlin", "Number 10"), without the article. */
  seats: z.array(z.string()).default([]),
  /** The country that has a part of the same name (Georgia in the United States), and neighbours that tell that the state is meant. */
  homonym: z.strictObject({ country: alpha3, unless: z.array(alpha3).default([]) }).optional(),
});

/** A named body: government part, armed group, party, international organisation, company, news outlet. */
export const organisation = z.strictObject({
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  country: alpha3.nullable().default(null),
  sector: sector,
  /** Whether "militants", "extremists", "a suicide bomber" of a report that speaks of it are its own. */
  militant: z.boolean().default(false),
  /** Why it is coded so, where that is not plain. */
  note: z.string().optional(),
});

/** A kind of office or role ("foreign minister"), without country. */
export const office = z.strictObject({
  title: z.string(),
  aliases: z.array(z.string()).default([]),
  sector: sector,
  /** What the holder speaks for: an office, a body, or a population ("residents"). */
  kind: z.enum(['office', 'role', 'people', 'body']).default('office'),
  gender: z.enum(['female', 'male']).optional(),
  /** Set where the title alone tells the country ("taoiseach"). */
  country: alpha3.nullable().default(null),
  /** The country whose office it is where a report does not say, but speaks of that country ("home secretary"). */
  usual: alpha3.nullable().default(null),
});

/** A city, region, river, base: something that events happen in. */
export const place = z.strictObject({
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  country: alpha3.nullable(),
  lat: z.number().nullable().default(null),
  lon: z.number().nullable().default(null),
  /** `city` also for towns, camps, bases, squares; `world` for what is larger than a country: continents, seas, rivers. */
  kind: z.enum(['city', 'region', 'world']).default('city'),
});

/** An ethnic, religious or political community that is called by a name of its own ("Kurds", "Alawites"). */
export const people = z.strictObject({
  name: z.string(),
  adjectives: z.array(z.string()).default([]),
  /** Nouns for its members, singular and plural. */
  people: z.array(z.string()).default([]),
  country: alpha3.nullable().default(null),
  /** The states that it lives in, where they are several: it is of the one that a report is set in. */
  homes: z.array(alpha3).default([]),
  sector: sector.default('CVL'),
});

/** Persons of public life by the country and field that they act for. Never their offices: those are as of the report. */
export const personsOf = z.strictObject({
  /** None where they serve an international body. */
  country: alpha3.nullable(),
  sector: sector.default('GOV'),
  names: z.array(z.string()),
});

/** Given names by the gender that they tell; they also tell that a name is a person's. */
export const givenNames = z.strictObject({ gender: z.enum(['female', 'male', 'either']), names: z.array(z.string()) });

/** A place where the content of a reporting word may stand; several joined by + belong together ("object+of"). */
const contentSlots = z
  .string()
  .regex(
    /^[a-z]+(\+[a-z]+)*$/,
    'clause, quote, infinitive, gerund, object, predicate, subject or a preposition, joined by +',
  );

/**
 * Words that tell what a name is: its last word ("Party", "River") or its first ("Mount", "Hurricane"), an honorific before it, a
 * particle inside it, a prefix of places.
 */
export const nameWords = z.strictObject({
  kind: z.enum(['organisation', 'place', 'other', 'honorific', 'particle', 'prefix']),
  gender: z.enum(['female', 'male']).optional(),
  /** Where in the name a word of a kind stands. */
  at: z.enum(['first', 'last']).default('last'),
  words: z.array(z.string()),
});

/** A word or phrase that attributes content to a source. */
export const reporting = z.strictObject({
  /** Lemmas; a verb with its particle ("point out") and a fixed phrase ("according to") are written whole. */
  words: words,
  pos: z.enum(['verb', 'noun', 'adjective', 'adverb', 'preposition']),
  stance: z.enum(STANCES).default('assert'),
  /** Where the content may stand, best first. */
  content: z.array(contentSlots).default([]),
  /** Whose content it is: the subject (of a passive "by …", of a noun its possessor), nobody named, or a preposition's noun. */
  source: z.string().default('subject'),
  /** Who is told: "object" or prepositions. */
  addressee: z.array(z.string()).default([]),
  kind: z.enum(SOURCE_KINDS).optional(),
  /** Only of sources whose noun is of these kinds ("the poll shows a tie", but not "she showed him the door"). */
  only: z.array(z.enum(SOURCE_KINDS)).optional(),
  /** Name of the list (`classes.yaml`) that the first verb of what it brings must be in ("refused to comment", not "refused to leave"). */
  brings: z.string().optional(),
  /** Slots that nothing may fill ("defended the port from raiders" is no speech). */
  without: z.array(z.string()).default([]),
  /** A statement even where it stands inside what another says ("the paper said that he had said"). */
  nested: z.boolean().default(false),
  /** Only where it is negated ("has not responded to …"). */
  negated: z.boolean().default(false),
  note: z.string().optional(),
  example: z.string().optional(),
});

/** Nouns that tell the kind of a source ("letter": a document; "critics": unspecified). */
export const sourceNoun = z.strictObject({ kind: z.enum(SOURCE_KINDS), words: z.array(z.string()) });

/** A channel through which something is told ("briefing"), and the prepositions before it. */
export const channel = z.strictObject({ words: z.array(z.string()), prepositions: z.array(z.string()) });

/** Words by which a report leaves a question open ("it remains unclear whether"). */
export const openQuestion = z.strictObject({ words: z.array(z.string()), example: z.string() });

/** A list of lemmas that conditions of frames refer to by name. */
export const wordClass = z.strictObject({
  name: z.string().regex(/^[A-Z][A-Z_]*$/, 'a name in capitals'),
  words: z.array(z.string()),
});

const slot = z
  .string()
  .regex(/^[a-z' -]+$/, 'a slot: subject, object, indirect, possessor, modifier, clause, or a preposition');
const slots = some(slot);
const conditions = z.record(slot, words);

export const frame = z.strictObject({
  type: type.nullable().describe('null: this reading is no event (a metaphor, sport)'),
  mode: z.string().optional(),
  contexts: z.array(z.string()).optional(),
  /** Dependents that act, the first found; `[]` for none. Left out: the type's own. */
  source: slots.optional(),
  target: slots.optional(),
  place: slots.optional(),
  /** Slot -> words and values of which one must hold; all slots must. Values: see CONTRIBUTING.md, "Conditions of a frame". */
  when: conditions.optional(),
  /** Any that holds rules the frame out. */
  unless: conditions.optional(),
  /** What becomes of events in its complement. Left out: the type's own. */
  content: z.enum(['keep', 'skip', 'negated', 'alleged', 'hypothetical', 'planned']).optional(),
  /** Status of the act itself where the predicate sets it ("avert": negated). */
  status: status.optional(),
  intensity: z.number().min(-10).max(10).optional(),
  /** The frames after this one may add another event ("fought alongside X against Y"). */
  and: z.boolean().optional(),
  /** A sentence whose `[source]` and `{target}` this frame must find. */
  example: z.string().optional(),
});

/** Words that report an act, with the frames that say what it is; the first frame whose conditions hold is taken. */
export const predicate = z
  .strictObject({
    verb: words.optional(),
    noun: words.optional(),
    adjective: words.optional(),
    ...frame.partial().shape,
    frames: z.array(frame).optional(),
    note: z.string().optional(),
  })
  .refine((entry) => entry.verb || entry.noun || entry.adjective, 'an entry needs verb, noun or adjective')
  .refine((entry) => (entry.type !== undefined) !== (entry.frames !== undefined), 'an entry has either type or frames')
  .refine(
    (entry) =>
      entry.example !== undefined ||
      (entry.frames ?? [entry]).every((each) => each.type === null) ||
      entry.frames?.some((each) => each.example !== undefined),
    'an entry needs an example sentence',
  );

/** A verb that adds nothing but roles to an event noun ("launch an attack on", "come under fire from"). */
export const lightVerb = z.strictObject({
  verb: words,
  /** Which role of the noun its subject has. */
  subject: z.enum(['source', 'target']).default('source'),
  /** Where the noun stands. */
  noun: slots.default(['object']),
  /** Where the other side stands, besides the noun's own dependents. */
  other: z.array(slot).default([]),
  status: status.optional(),
  example: z.string(),
});

/** PLOVER event type with its published conversion to CAMEO, and the slots that its predicates use unless they say otherwise. */
export const eventType = z.strictObject({
  type: type,
  quad: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  cameo: z.string(),
  goldstein: z.number(),
  /** What becomes of events in the complement of its predicates. */
  /** Whether who has to do with what its clause speaks of is whom it is done to, where nothing else tells: "fight to oust the rebels". */
  clauseTarget: z.boolean().default(false),
  content: z.enum(['keep', 'skip', 'negated', 'alleged', 'hypothetical', 'planned']).default('keep'),
  /** Speech acts that leave an act of this type to be told although it is what they are about ("called for an end to the attacks"). */
  toldWithin: z.array(type).default([]),
  /** Its verbs' objects are what the act is done with, and no party unless a frame asks for them: "sent troops to the border". */
  objectIsMeans: z.boolean().default(false),
  /** Its nouns tell the act where they are said of something, too: "it was a tough battle", "the town is under attack". */
  isPredicated: z.boolean().default(false),
  /** Several who do it do it to each other, unless a frame's first target is its object: "Kenya and Uganda met". */
  isMutual: z.boolean().default(false),
  /** What an announced own act of this type is coded as. */
  announced: type.optional(),
  /** What an own act of this type is coded as where the doer says that it will not be done. */
  refused: type.optional(),
  /** What an act of this type is coded as where it is plainly negated ("has never accepted"). */
  negated: type.optional(),
  verb: z.strictObject({ source: slots, target: slots }),
  noun: z.strictObject({ source: slots, target: slots }),
  adjective: z.strictObject({ source: slots, target: slots }).optional(),
  modes: z
    .array(
      z.strictObject({
        mode: z.string(),
        cameo: z.string(),
        goldstein: z.number(),
        words: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

/** A PLOVER context and the lemmas near the trigger that tell it. */
export const context = z.strictObject({ context: z.string(), words: z.array(z.string()) });

/** A word that changes the status of what it governs or modifies. */
export const statusCue = z.strictObject({
  words: words,
  /** How the cue stands to the act: it governs it, or only its clause, is an auxiliary, an adverb or adjective of it, a marker, a noun that holds it. */
  as: z.enum(['governor', 'clause', 'auxiliary', 'modifier', 'marker', 'noun']),
  status: status,
  /** Set where they say so of acts of these types only; such entries stand before those for all types. */
  types: z.array(type).optional(),
  example: z.string().optional(),
});

/** Words that tell by when a planned, promised or demanded act is to be done. */
export const deadline = z.strictObject({
  words: words,
  /** They stand before a time ("by") or a happening ("ahead of"), are a phrase without a day, or a noun that a time belongs to. */
  as: z.enum(['before time', 'before happening', 'phrase', 'noun']),
  /** Where they hang, seen from a promise or demand: on what it is about, or right on its own words ("gave it until Monday to …"). */
  on: z.array(z.enum(['content', 'words'])).default(['content']),
  /** Set where they are a deadline with acts of these types only. */
  types: z.array(type).optional(),
  /** Set where only these nouns are happenings after the words ("before the vote", not "before the court"). */
  nouns: z.array(z.string()).optional(),
  /** A sentence with the `{deadline}` that it tells. */
  example: z.string().regex(/\{.+\}/, 'a sentence with its {deadline}'),
});

/** A word that judges: said of somebody it is criticism or praise. */
export const judgement = z.strictObject({ type: type, words: z.array(z.string()) });

/** Weights of a model that says how sure an event or statement is, and where they are from. */
export const calibration = z.strictObject({ fitted: z.string(), weights: z.record(z.string(), z.number()) });

/** Weights of the model that casts parts (`coding/events/casting`), by template and values, and how sure its sides are. */
export const casting = z.strictObject({
  fitted: z.string(),
  sure: z.strictObject({ source: z.record(z.string(), z.number()), target: z.record(z.string(), z.number()) }),
  weights: z.record(z.string(), z.record(z.string(), z.number())),
});

const cameoCode = z.string().regex(/^[A-Z]{3}$/, 'three capital letters (a CAMEO code)');

/** What a country is in GDELT's files: FIPS 10-4 for where things happen, CAMEO for whom actors belong to. */
export const gdeltCountry = z.strictObject({
  country: alpha3,
  fips: z.string().regex(/^[A-Z]{2}$/, 'two capital letters (FIPS 10-4)'),
  /** Set where CAMEO's code is not ISO's. */
  cameo: cameoCode.optional(),
  /** Set where the code is for these places only. */
  places: z.array(z.string()).optional(),
});

/** CAMEO's role code of a sector. */
export const gdeltRole = z.strictObject({ sector: sector, role: cameoCode });

/** Organisations, by name, that CAMEO has a code of its own for. */
export const gdeltGroup = z.strictObject({ code: cameoCode, organisations: z.array(z.string()) });

/** CAMEO's codes of a community that `peoples` names. */
export const gdeltPeople = z.strictObject({
  people: z.string(),
  ethnic: z
    .string()
    .regex(/^[a-z]{3}$/, 'three small letters (a CAMEO ethnic code)')
    .optional(),
  /** The religion, then its branch. */
  religions: z.array(cameoCode).max(2).default([]),
});

export const sections = {
  countries: z.array(country),
  organisations: z.array(organisation),
  offices: z.array(office),
  places: z.array(place),
  peoples: z.array(people),
  persons: z.array(personsOf),
  givenNames: z.array(givenNames),
  nameWords: z.array(nameWords),
  reporting: z.array(reporting),
  sourceNouns: z.array(sourceNoun),
  channels: z.array(channel),
  openQuestions: z.array(openQuestion),
  classes: z.array(wordClass),
  predicates: z.array(predicate),
  lightVerbs: z.array(lightVerb),
  types: z.array(eventType),
  contexts: z.array(context),
  statusCues: z.array(statusCue),
  deadlines: z.array(deadline),
  judgements: z.array(judgement),
  calibration: z.array(calibration),
  statementCalibration: z.array(calibration),
  casting: z.array(casting),
  gdeltCountries: z.array(gdeltCountry),
  gdeltRoles: z.array(gdeltRole),
  gdeltGroups: z.array(gdeltGroup),
  gdeltPeoples: z.array(gdeltPeople),
} as const;

export type SectionName = keyof typeof sections;
export type CodebookData = { readonly [S in SectionName]: readonly z.output<(typeof sections)[S]>[number][] };

export type Country = z.output<typeof country>;
export type Office = z.output<typeof office>;
export type Place = z.output<typeof place>;
export type Reporting = z.output<typeof reporting>;
export type Frame = z.output<typeof frame>;
export type Predicate = z.output<typeof predicate>;
export type LightVerb = z.output<typeof lightVerb>;
export type EventTypeEntry = z.output<typeof eventType>;
export type StatusCue = z.output<typeof statusCue>;
export type Deadline = z.output<typeof deadline>;

/** What tells an entry from the others of its section: a user's entry of the same key takes our entry's place. */
export const keyOf: { readonly [S in SectionName]: (entry: CodebookData[S][number]) => string } = {
  countries: (entry) => entry.code,
  organisations: (entry) => entry.name,
  offices: (entry) => entry.title,
  places: (entry) => `${entry.name}/${entry.country}`,
  peoples: (entry) => entry.name,
  persons: (entry) => `${entry.country}/${entry.sector}`,
  givenNames: (entry) => entry.gender,
  nameWords: (entry) => `${entry.kind}/${entry.gender ?? ''}/${entry.at}`,
  reporting: (entry) => `${entry.pos}:${entry.words.join('|')}`,
  sourceNouns: (entry) => entry.kind,
  channels: (entry) => entry.words.join('|'),
  openQuestions: (entry) => entry.words.join('|'),
  classes: (entry) => entry.name,
  predicates: (entry) => `${entry.verb ?? ''}/${entry.noun ?? ''}/${entry.adjective ?? ''}`,
  lightVerbs: (entry) => `${entry.verb}/${entry.noun}`,
  types: (entry) => entry.type,
  contexts: (entry) => entry.context,
  statusCues: (entry) => `${entry.as}:${entry.words.join('|')}:${entry.types ?? ''}`,
  deadlines: (entry) => `${entry.as}:${entry.words.join('|')}`,
  judgements: (entry) => entry.type,
  calibration: () => 'weights',
  statementCalibration: () => 'weights',
  casting: () => 'weights',
  gdeltCountries: (entry) => (entry.places ? `${entry.country}/${entry.fips}` : entry.country),
  gdeltRoles: (entry) => entry.sector,
  gdeltGroups: (entry) => entry.code,
  gdeltPeoples: (entry) => entry.people,
};
