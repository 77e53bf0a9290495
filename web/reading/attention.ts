import { useLocation, useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useState } from 'react';

/** How long the pointer rests on words before the record moves to their entry, in milliseconds. */
const REST = 200;

/** Where the pointer was last: text that scrolls or appears under a pointer at rest is not pointed at. */
let lastPlace = '';
addEventListener('pointermove', (event) => {
  lastPlace = placeOf(event);
});

function placeOf({ clientX, clientY }: PointerEvent): string {
  return `${clientX} ${clientY}`;
}

/** Which entries the reader looks at. What is pinned stands in the address (`#e3`), so that it can be shared. */
export interface Attention {
  /** Ids of the entries to light up: those pointed at, else those pinned. */
  readonly lit: ReadonlySet<string>;
  readonly pinned: readonly string[];
  readonly unpin: () => void;
}

/**
 * Follows pointer, keyboard focus and clicks over everything below `page` that names entries in `data-at`: the words
 * in the text as well as the entries of the record.
 */
export function useAttention(page: RefObject<HTMLElement | null>): Attention {
  const [pointed, setPointed] = useState('');
  const pinned = useLocation({ select: ({ hash }) => hash });
  const navigate = useNavigate();

  useEffect(() => {
    const element = page.current;
    if (!element) return;
    const stop = new AbortController();
    const on = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      listen: (event: HTMLElementEventMap[Name]) => void,
    ) => element.addEventListener(name, listen, { signal: stop.signal });
    const pin = (entries: string) =>
      navigate({ to: '.', hash: entries, replace: true, resetScroll: false, hashScrollIntoView: false });

    let rest: ReturnType<typeof setTimeout>;
    on('pointermove', (event) => {
      if (event.pointerType !== 'mouse' || placeOf(event) === lastPlace) return;
      const entries = entriesOf(event.target);
      setPointed(entries);
      clearTimeout(rest);
      // The record follows where the pointer rests in the text, not where it passes.
      if (isInText(event.target)) rest = setTimeout(showEntry, REST, entries);
    });
    on('pointerleave', () => setPointed(''));
    stop.signal.addEventListener('abort', () => clearTimeout(rest));
    on('focusin', (event) => {
      if (!isKeyboardFocus(event.target)) return;
      setPointed(entriesOf(event.target));
      if (isInText(event.target)) showEntry(entriesOf(event.target));
    });
    on('focusout', () => setPointed(''));
    on('keydown', (event) => event.key === 'Escape' && pin(''));
    on('click', (event) => {
      const entries = entriesOf(event.target);
      if (!entries || leadsElsewhere(event.target) || !document.getSelection()?.isCollapsed) return;
      event.preventDefault();
      pin(entries === pinned ? '' : entries);
    });
    return () => stop.abort();
  }, [page, navigate, pinned]);

  useEffect(() => showPinned(page.current, pinned), [page, pinned]);

  const lit = pointed || pinned;
  return {
    lit: new Set(lit.split(',').filter(Boolean)),
    pinned: pinned.split(',').filter(Boolean),
    unpin: () => navigate({ to: '.', hash: '', replace: true, resetScroll: false, hashScrollIntoView: false }),
  };
}

function entriesOf(target: EventTarget | null): string {
  return (target as Element | null)?.closest<HTMLElement>('[data-at]')?.dataset.at ?? '';
}

function isInText(target: EventTarget | null): boolean {
  return (target as Element).closest('.text') !== null;
}

function isKeyboardFocus(target: EventTarget | null): boolean {
  return (target as Element).matches(':focus-visible');
}

function leadsElsewhere(target: EventTarget | null): boolean {
  const control = (target as Element).closest('a, button');
  return control !== null && !control.getAttribute('href')?.startsWith('#');
}

/** Brings pinned entries and their words into view where they are not. */
function showPinned(page: HTMLElement | null, pinned: string): void {
  const words = pinned ? page?.querySelector('.text .lit') : null;
  if (words && !isInView(words, 0, window.innerHeight)) words.scrollIntoView({ block: 'center' });
  showEntry(pinned);
}

/** Brings the first of some entries into view by moving the record within its column, never the page. */
function showEntry(entries: string): void {
  const entry = document.getElementById(entries.split(',')[0]);
  const record = entry?.closest('.record');
  if (!entry || !record || record.scrollHeight <= record.clientHeight) return;
  const { top, bottom } = record.getBoundingClientRect();
  if (isInView(entry, Math.max(0, top), Math.min(window.innerHeight, bottom))) return;
  record.scrollTop += entry.getBoundingClientRect().top - top - record.clientHeight / 3;
}

function isInView(element: Element, from: number, to: number): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= from && bottom <= to;
}
