import type { Attempt } from '../../coding/events/candidates.ts';
import type { Explanation } from '../../coding/explain.ts';
import type { Colors } from '../output.ts';
import { treeLines } from './tree.ts';

const slotsText = (slots: Readonly<Record<string, readonly string[]>> | undefined): string =>
  Object.entries(slots ?? {})
    .map(([slot, values]) => `${slot} ${values.join('|')}`)
    .join(', ');

function conditions({ pattern, frame }: Attempt): string {
  const { when, unless } = pattern.frames[frame];
  return [when && `when ${slotsText(when)}`, unless && `unless ${slotsText(unless)}`].filter(Boolean).join('; ');
}

/** Whether an event of the record is told by these words. */
const isTold = ({ token }: Attempt, events: Explanation['events']): boolean =>
  events.some(({ trigger }) => token.span[0] >= trigger.span[0] && token.span[1] <= trigger.span[1]);

function attemptLine(attempt: Attempt, events: Explanation['events'], colors: Colors): string {
  const { token, pattern, frame, outcome } = attempt;
  const type = pattern.frames[frame].type ?? 'no event';
  const mark =
    outcome === 'taken'
      ? isTold(attempt, events)
        ? colors.green('taken')
        : colors.yellow('left out (what another act is about or has told)')
      : outcome === 'no event'
        ? colors.yellow('ruled out')
        : colors.dim('not this');
  const condition = conditions(attempt);
  return `  ${token.form}: ${pattern.phrase} → ${type}  ${mark}${condition && colors.dim(`  (${condition})`)}`;
}

/** What `codebook why` prints: tree, mentions, statements, rules tried, events. */
export function whyLines({ document, actors, statements, attempts, events }: Explanation, colors: Colors): string[] {
  const name = (id: string): string => {
    const actor = actors.actors.find((each) => each.id === id)!;
    return `${actor.name} (${[actor.country, actor.sector].filter(Boolean).join(' ')})`;
  };
  const names = (ids: readonly string[]): string => ids.map(name).join(', ') || 'nobody';
  const trees = document.sentences.flatMap(({ tokens }) =>
    treeLines(
      {
        forms: tokens.map((token) => token.form),
        lemmas: tokens.map((token) => token.lemma),
        upos: tokens.map((token) => token.upos),
        xpos: tokens.map((token) => token.xpos),
        heads: tokens.map((token) => token.head),
        deprels: tokens.map((token) => token.deprel),
        misc: tokens.map(() => '_'),
      },
      colors,
    ),
  );
  const mentions = document.mentions.map(
    (mention, index) => `  ${document.text.slice(...mention.span)} → ${names(actors.ofMention(index))}`,
  );
  return [
    ...trees,
    '',
    colors.bold('Spoken of'),
    ...(mentions.length > 0 ? mentions : ['  nobody']),
    '',
    ...(statements.length > 0 ? [colors.bold('Statements')] : []),
    ...statements.map(
      ({ source, cue, stance, content }) =>
        `  ${source?.text ?? '?'} | ${cue?.text ?? '?'} (${stance}) | ${content.map((span) => document.text.slice(...span)).join(' … ')}`,
    ),
    colors.bold('Rules tried'),
    ...attempts.map((attempt) => attemptLine(attempt, events, colors)),
    '',
    colors.bold('Events'),
    ...(events.length > 0 ? [] : ['  none']),
    ...events.map(
      (event) =>
        `  ${event.type}${event.mode ? ` (${event.mode})` : ''} ${event.status}, “${event.trigger.text}”: ${names(event.sources)} → ${names(event.targets)}  [${event.rule}, ${event.confidence.toFixed(2)}]`,
    ),
  ];
}
