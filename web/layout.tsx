import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

const PLACES = [
  { to: '/articles', name: 'Articles' },
  { to: '/events', name: 'Events' },
  { to: '/statements', name: 'Statements' },
  { to: '/actors', name: 'Actors' },
] as const;

/** What stands around every page: the way to the others, and to this page's data. */
export function Layout() {
  const { pathname, searchStr } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    // After a link to another page, keyboard and screen reader go on at its start.
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);

  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="masthead">
        <Link to="/articles" className="brand">
          Dragoman
        </Link>
        <nav aria-label="Pages">
          {PLACES.map(({ to, name }) => (
            <Link key={to} to={to} activeOptions={{ includeSearch: false }}>
              {name}
            </Link>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <footer className="colophon">
        <a href={`${pathname}.json${searchStr}`}>This page as data</a>
        <a href="/openapi.json">All data addresses</a>
      </footer>
    </>
  );
}
