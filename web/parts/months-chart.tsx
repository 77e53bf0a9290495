import * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import type { ActorProfile } from '../../src/server/schema.ts';
import { monthInWords } from '../dates.ts';
import { QUADS } from './event.tsx';
import { counted } from './words.tsx';

const WIDTH = 720;
const HEIGHT = 200;

/** An actor's events by month: what they did above the line, what was done to them below it. */
export default function MonthsChart({ months, name }: { months: ActorProfile['months']; name: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = draw(months);
    place.current?.replaceChildren(chart);
    return () => chart.remove();
  }, [months]);
  return (
    <figure className="chart">
      <div role="img" aria-label={inWords(months, name)} ref={place} />
      <figcaption>
        Events a month: as source above the line, as target below.
        {QUADS.slice(1).map((quad, index) => (
          <span key={quad} className={`key quad-${index + 1}`}>
            {quad}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function draw(months: ActorProfile['months']) {
  const bars = months.map(({ month, role, quad, events }) => ({
    month: new Date(`${month}-01T00:00:00Z`),
    quad: `quad-${quad}`,
    events: role === 'source' ? events : -events,
    said: `${monthInWords(`${month}-01`)}: ${counted(events, 'event')} as ${role}, ${QUADS[quad]}`,
  }));
  const first = bars[0].month;
  const last = bars[bars.length - 1].month;
  return Plot.plot({
    className: 'plot',
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 40,
    x: {
      type: 'utc',
      domain: [Plot.utcInterval('month').offset(first, -2), Plot.utcInterval('month').offset(last, 3)],
      label: null,
    },
    y: {
      label: null,
      grid: true,
      // Whole numbers only: an event is not divided.
      ticks: Math.min(5, tallest(months, 'source') + tallest(months, 'target')),
      tickFormat: (count: number) => (Number.isInteger(count) ? String(Math.abs(count)) : ''),
    },
    color: {
      domain: ['quad-1', 'quad-2', 'quad-3', 'quad-4'],
      range: ['var(--quad-1)', 'var(--quad-2)', 'var(--quad-3)', 'var(--quad-4)'],
    },
    marks: [
      Plot.rectY(bars, { x: 'month', y: 'events', fill: 'quad', interval: 'month', title: 'said' }),
      Plot.ruleY([0]),
    ],
  });
}

/** The most events that a month holds in one role. */
function tallest(months: ActorProfile['months'], role: 'source' | 'target'): number {
  const sums = new Map<string, number>();
  for (const one of months) {
    if (one.role === role) sums.set(one.month, (sums.get(one.month) ?? 0) + one.events);
  }
  return Math.max(0, ...sums.values());
}

/** What the chart shows, for those who do not see it. */
function inWords(months: ActorProfile['months'], name: string): string {
  const sum = (role: 'source' | 'target') =>
    months.filter((one) => one.role === role).reduce((total, { events }) => total + events, 0);
  const [first, last] = [months[0].month, months[months.length - 1].month].map((month) => monthInWords(`${month}-01`));
  const time = first === last ? `In ${first}` : `From ${first} to ${last}`;
  return `${time}: ${name} was source of ${counted(sum('source'), 'event')} and target of ${counted(sum('target'), 'event')}.`;
}
