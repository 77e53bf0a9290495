import {
  createRootRoute,
  createRoute,
  createRouter,
  parseSearchWith,
  redirect,
  stringifySearchWith,
} from '@tanstack/react-router';
import type { ActorQuery, ArticleQuery, EventQuery, StatementQuery } from '../src/server/schema.ts';
import { Layout } from './layout.tsx';
import { ActorPage } from './pages/actor.tsx';
import { ActorsPage } from './pages/actors.tsx';
import { ArticlePage } from './pages/article.tsx';
import { ArticlesPage } from './pages/articles.tsx';
import { EventsPage } from './pages/events.tsx';
import { NotFoundPage } from './pages/not-found.tsx';
import { StatementsPage } from './pages/statements.tsx';

const root = createRootRoute({ component: Layout, notFoundComponent: NotFoundPage });
const at = () => root;

/** The parts of an address's question that a page knows; others are left out of its links. */
function knows<Question>(...names: (keyof Question & string)[]) {
  return (search: Record<string, unknown>): Question =>
    Object.fromEntries(names.filter((name) => search[name]).map((name) => [name, String(search[name])])) as Question;
}

const home = createRoute({
  getParentRoute: at,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/articles', replace: true });
  },
});
const articles = createRoute({
  getParentRoute: at,
  path: '/articles',
  validateSearch: knows<ArticleQuery>('day', 'offset'),
  component: ArticlesPage,
});
const article = createRoute({ getParentRoute: at, path: '/articles/$id', component: ArticlePage });
const events = createRoute({
  getParentRoute: at,
  path: '/events',
  validateSearch: knows<EventQuery>('actor', 'type', 'status', 'country', 'from', 'to', 'article', 'offset'),
  component: EventsPage,
});
const statements = createRoute({
  getParentRoute: at,
  path: '/statements',
  validateSearch: knows<StatementQuery>('actor', 'kind', 'stance', 'article', 'offset'),
  component: StatementsPage,
});
const actors = createRoute({
  getParentRoute: at,
  path: '/actors',
  validateSearch: knows<ActorQuery>('search', 'kind', 'country', 'sector', 'offset'),
  component: ActorsPage,
});
const actor = createRoute({ getParentRoute: at, path: '/actors/$key', component: ActorPage });

export const router = createRouter({
  routeTree: root.addChildren([home, articles, article, events, statements, actors, actor]),
  // Addresses as people write them: `?actor=007` is a text, not a number.
  parseSearch: parseSearchWith((value) => value),
  stringifySearch: stringifySearchWith(String),
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
