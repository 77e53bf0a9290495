/** The shapes of every answer and question of the server: they check what comes in and describe what goes out. */
import { z } from 'zod';
import { EVENT_TYPES, SECTORS, SIDES, SOURCE_KINDS, STANCES, STATUSES } from '../coding/reading.ts';

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const slice = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: list(item), total: z.number().int().describe('how many match, here and beyond') });

const span = z.tuple([z.number().int(), z.number().int()]).readonly();
const evidence = z.object({ text: z.string(), span });
const country = z.string().nullable().describe('ISO 3166-1 alpha-3');
const day = z.iso.date();
const actorKind = z.enum(['person', 'organisation', 'state', 'place', 'people', 'other']);

const block = z.object({
  kind: z.enum(['headline', 'dek', 'paragraph', 'quote', 'listItem', 'caption', 'credit']),
  span,
  heading: z.literal(true).optional().describe('a heading inside the text'),
});

const actorReference = z.object({
  key: z.string().describe('the same wherever the same name stands; its address'),
  name: z.string(),
  country,
  sector: z.enum(SECTORS),
});

const actor = actorReference.extend({
  id: z.string(),
  kind: actorKind,
  office: z.string().nullable(),
  mentions: list(span),
});

const statement = z.object({
  id: z.string(),
  sentence: z.number().int(),
  source: z
    .object({
      actor: z.string().nullable(),
      text: z.string(),
      span: span.nullable(),
      kind: z.enum(SOURCE_KINDS),
    })
    .nullable(),
  cue: evidence.nullable(),
  content: list(span),
  quoted: z.enum(['direct', 'mixed', 'indirect']),
  stance: z.enum(STANCES),
  addressee: z.string().nullable(),
  channel: z.string().nullable(),
  within: z.string().nullable(),
  answers: z.string().nullable().describe('the statement whose question it answers, or leaves open'),
  rule: z.string(),
  confidence: z.number(),
});

const time = z.object({ from: z.string().nullable(), to: z.string().nullable(), text: z.string() });

const event = z.object({
  id: z.string(),
  sentence: z.number().int(),
  type: z.enum(EVENT_TYPES),
  mode: z.string().nullable(),
  contexts: list(z.string()),
  sources: list(z.string()),
  targets: list(z.string()),
  trigger: evidence,
  status: z.enum(STATUSES),
  statement: z.string().nullable(),
  when: time.nullable(),
  deadline: time.nullable(),
  where: z
    .object({ name: z.string(), country, lat: z.number().nullable(), lon: z.number().nullable(), span })
    .nullable(),
  quad: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  intensity: z.number(),
  cameo: z.string(),
  confidence: z.number(),
  sourceConfidence: z.number().nullable().describe('how sure it is who acts, given the act'),
  targetConfidence: z.number().nullable().describe('the same of towards whom'),
  rule: z.string(),
  inferred: list(z.enum(SIDES)).describe('sides that the grammar of the act does not give'),
  links: list(z.object({ kind: z.enum(['denies', 'denied in', 'answers', 'leaves unanswered']), to: z.string() })),
});

const articleReference = z.object({
  id: z.string(),
  title: z.string().nullable(),
  opening: z.string().nullable().describe('its first sentence'),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
});

const articleSummary = articleReference.extend({
  file: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string(),
  statements: z.number().int(),
  events: z.number().int(),
  questions: z.number().int(),
});

export const article = articleReference
  .omit({ opening: true })
  .extend({
    file: z.string().nullable(),
    url: z.string().nullable(),
    authors: list(z.string()),
    updated: z.string().nullable(),
    section: z.string().nullable(),
    image: z.string().nullable(),
    language: z.string(),
    text: z.string(),
    blocks: list(block),
    provenance: z.record(z.string(), z.string().optional()).readonly(),
    sentences: list(span),
    actors: list(actor),
    statements: list(statement),
    events: list(event),
    questions: list(span),
  })
  .meta({ id: 'Article', description: 'An article with its record. Every span cuts its words out of `text`.' });

const eventEntry = event.extend({
  article: articleReference,
  day: z.string().nullable(),
  sources: list(actorReference),
  targets: list(actorReference),
  sentenceText: z.string(),
  sentenceStart: z.number().int(),
  accordingTo: z.string().nullable(),
});

const statementEntry = statement.extend({
  article: articleReference,
  sourceActor: actorReference.nullable(),
  sentenceText: z.string(),
  sentenceStart: z.number().int(),
  contentTexts: list(z.string()),
});

const actorSummary = actorReference.extend({
  kind: actorKind,
  office: z.string().nullable(),
  articles: z.number().int(),
  events: z.number().int(),
  statements: z.number().int(),
});

export const articles = slice(articleSummary).meta({ id: 'Articles' });
export const events = slice(eventEntry).meta({ id: 'Events' });
export const statements = slice(statementEntry).meta({ id: 'Statements' });
export const actors = slice(actorSummary).meta({ id: 'Actors' });

export const actorProfile = actorSummary
  .extend({
    offices: list(z.object({ office: z.string(), first: z.string().nullable(), last: z.string().nullable() })),
    partners: list(actorReference.extend({ events: z.number().int() })),
    months: list(
      z.object({
        month: z.string().describe('`YYYY-MM`'),
        role: z.enum(SIDES),
        quad: z.number().int(),
        events: z.number().int(),
      }),
    ).describe('how many events a month, as source and as target'),
  })
  .meta({ id: 'Actor' });

const counts = list(z.object({ value: z.string(), events: z.number().int() }));
export const facets = z
  .object({ type: counts, status: counts, country: counts })
  .meta({ id: 'Facets', description: 'For each filter, how many events each of its values would leave.' });

export const library = z
  .object({
    articles: z.number().int(),
    statements: z.number().int(),
    events: z.number().int(),
    actors: z.number().int(),
    countries: z.record(z.string(), z.string()).readonly().describe('names of the countries by code'),
  })
  .meta({ id: 'Library' });

export const problem = z
  .object({ error: z.string().describe('what is wrong, in plain words') })
  .meta({ id: 'Problem' });

const paging = z.object({
  limit: z.coerce.number().int().min(1).max(1000).optional().meta({ description: '50 unless told', example: 20 }),
  offset: z.coerce.number().int().min(0).optional().meta({ description: 'how many to leave out', example: 0 }),
});
const actorKey = z.string().optional().meta({ description: 'key of an actor', example: 'nelson-mandela' });
const countryCode = z
  .string()
  .regex(/^[A-Z]{3}$/, 'has to be three capital letters (ISO 3166-1 alpha-3)')
  .optional();

export const articleQuery = paging.extend({ day: day.optional() });
export const eventQuery = paging.extend({
  actor: actorKey.describe('key of an actor that is a source or a target'),
  type: z.enum(EVENT_TYPES).optional(),
  status: z.enum(STATUSES).optional(),
  country: countryCode.describe('of a source, a target or the place'),
  from: day.optional().describe('first day: of the event where it is known, else of its article'),
  to: day.optional().describe('last day, inclusive'),
  article: z.string().optional().describe('id of an article'),
});
export const statementQuery = paging.extend({
  actor: actorKey.describe('key of the actor that is the source'),
  kind: z.enum(SOURCE_KINDS).optional(),
  stance: z.enum(STANCES).optional(),
  country: countryCode.describe('of the source'),
  from: day.optional().describe('first day of publication'),
  to: day.optional().describe('last day, inclusive'),
  article: z.string().optional().describe('id of an article'),
});
export const actorQuery = paging.extend({
  actor: actorKey.describe('key of an actor'),
  search: z.string().optional().describe('part of the name'),
  kind: actorKind.optional(),
  country: countryCode,
  sector: z.enum(SECTORS).optional(),
});

export type Article = z.infer<typeof article>;
export type ArticleActor = Article['actors'][number];
export type ArticleEvent = Article['events'][number];
export type ArticleStatement = Article['statements'][number];
export type Articles = z.infer<typeof articles>;
export type ArticleSummary = Articles['items'][number];
export type Events = z.infer<typeof events>;
export type EventEntry = Events['items'][number];
export type Statements = z.infer<typeof statements>;
export type StatementEntry = Statements['items'][number];
export type Actors = z.infer<typeof actors>;
export type ActorReference = z.infer<typeof actorReference>;
export type ActorProfile = z.infer<typeof actorProfile>;
export type Facets = z.infer<typeof facets>;
export type Library = z.infer<typeof library>;
/** Questions as they stand in an address: text, every part of it optional. */
export type Query<Schema extends z.ZodType> = { readonly [Key in keyof z.input<Schema>]?: string };
export type ArticleQuery = Query<typeof articleQuery>;
export type EventQuery = Query<typeof eventQuery>;
export type StatementQuery = Query<typeof statementQuery>;
export type ActorQuery = Query<typeof actorQuery>;
