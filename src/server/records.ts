import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { actorKey } from '../library/actor-key.ts';
import type { Library } from '../library/open.ts';
import { listActors, readActor } from '../library/queries/actors.ts';
import { countAll, listArticles, readArticle } from '../library/queries/articles.ts';
import { listEvents } from '../library/queries/events.ts';
import { countEvents } from '../library/queries/facets.ts';
import { actorMonths } from '../library/queries/series.ts';
import { listStatements } from '../library/queries/statements.ts';
import { inWords } from './mistakes.ts';
import * as schema from './schema.ts';

/** An address that answers with data: checked question in, described answer out. */
function dataRoute<Path extends string, Answer extends z.ZodType, Question extends z.ZodObject>(
  path: Path,
  summary: string,
  answer: Answer,
  query: Question,
) {
  const json = <Body extends z.ZodType>(body: Body) => ({ 'application/json': { schema: body } });
  return createRoute({
    method: 'get',
    path,
    summary,
    request: { query },
    responses: {
      200: { description: summary, content: json(answer) },
      400: { description: 'A question that cannot be answered', content: json(schema.problem) },
      404: { description: 'Nothing under this address', content: json(schema.problem) },
    },
  });
}

const nothing = z.object({});

/** The library as data, one route a page of the reading room; `countries` are names by code. */
export function records(library: Library, countries: Readonly<Record<string, string>>) {
  const app = new OpenAPIHono({
    defaultHook: (result, context) =>
      result.success ? undefined : context.json({ error: inWords(result.error) }, 400),
  });

  app.openapi(dataRoute('/library', 'How much the library holds', schema.library, nothing), async (context) =>
    context.json({ ...(await countAll(library)), countries }, 200),
  );

  app.openapi(dataRoute('/articles', 'Articles, newest first', schema.articles, schema.articleQuery), async (context) =>
    context.json(await listArticles(library, context.req.valid('query')), 200),
  );

  app.openapi(dataRoute('/articles/{id}', 'An article with its record', schema.article, nothing), async (context) => {
    const reading = await readArticle(library, context.req.param('id'));
    if (!reading) return context.json({ error: 'There is no article under this address.' }, 404);
    const actors = reading.actors.map((actor) => ({ ...actor, key: actorKey(actor.name) }));
    return context.json({ ...reading, actors }, 200);
  });

  app.openapi(dataRoute('/events', 'Events, latest day first', schema.events, schema.eventQuery), async (context) =>
    context.json(await listEvents(library, context.req.valid('query')), 200),
  );

  app.openapi(
    dataRoute('/events/counts', 'Events by type, status and country', schema.facets, schema.eventQuery),
    async (context) => context.json(await countEvents(library, context.req.valid('query')), 200),
  );

  app.openapi(
    dataRoute('/statements', 'Statements, newest article first', schema.statements, schema.statementQuery),
    async (context) => context.json(await listStatements(library, context.req.valid('query')), 200),
  );

  app.openapi(dataRoute('/actors', 'Actors, most events first', schema.actors, schema.actorQuery), async (context) =>
    context.json(await listActors(library, context.req.valid('query')), 200),
  );

  app.openapi(dataRoute('/actors/{key}', 'An actor', schema.actorProfile, nothing), async (context) => {
    const key = context.req.param('key');
    const [actor, months] = await Promise.all([readActor(library, key), actorMonths(library, key)]);
    if (!actor) return context.json({ error: 'No article names an actor of this address.' }, 404);
    return context.json({ ...actor, months }, 200);
  });

  app.get('*', (context) => context.json({ error: 'There is no data under this address.' }, 404));
  app.onError((error, context) => {
    console.error(error);
    return context.json({ error: 'The library could not answer. The terminal that runs the server says why.' }, 500);
  });
  return app;
}
