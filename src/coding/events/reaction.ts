import type { Side } from '../reading.ts';
import { relation } from '../tree.ts';
import type { Draft } from './index.ts';

/** Acts that are about another's act, which they take up: "condemned the raids", "rejected the complaint". */
const REACTIONS = new Set(['ACCUSE', 'SUPPORT', 'REJECT']);

/** How many sentences back the act that is taken up was told. */
const REACH = 4;

const isSame = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();

/** The reaction whose object an act is that the text takes up again, without anybody who does it. */
function reactionTo({ sentence, token, pos, sources, inferred }: Draft, drafts: readonly Draft[]): Draft | undefined {
  const isOpen = sources.length === 0 || inferred.includes('source');
  if (pos !== 'noun' || !isOpen || !['obj', 'obl'].includes(relation(token))) return undefined;
  return drafts.find(
    (other) =>
      other.sentence === sentence &&
      other.pos === 'verb' &&
      other.token.index === token.head &&
      REACTIONS.has(other.type),
  );
}

/** Who did what a reaction is about, as it was told before. */
function doersOf(act: Draft, reaction: Draft, drafts: readonly Draft[]): readonly string[] {
  const told = drafts.findLast(
    ({ sentence, type, sources }) =>
      type === act.type &&
      sentence.index < act.sentence.index &&
      act.sentence.index - sentence.index <= REACH &&
      sources.length > 0 &&
      !isSame(sources, reaction.sources),
  );
  return told?.sources ?? [];
}

/**
 * Drafts in which who reacts to an act that was told is not its author ("Baghdad condemned the raids" tells no raid by Baghdad, but by
 * whoever raided before), and a reaction whose target was guessed is towards whoever did it.
 */
export function withReactions(drafts: readonly Draft[]): Draft[] {
  const towards = new Map<Draft, readonly string[]>();
  const authors = new Map<Draft, readonly string[]>();
  for (const draft of drafts) {
    const reaction = reactionTo(draft, drafts);
    if (!reaction) continue;
    const doers = doersOf(draft, reaction, drafts);
    if (doers.length > 0 && (reaction.targets.length === 0 || reaction.inferred.includes('target')))
      towards.set(reaction, doers);
    if (draft.sources.length > 0 && isSame(draft.sources, reaction.sources)) authors.set(draft, doers);
  }
  const open = (inferred: readonly Side[], side: Side): Side[] => [...inferred.filter((each) => each !== side), side];
  return drafts.map((draft) => {
    const [sources, targets] = [authors.get(draft), towards.get(draft)];
    const told = sources ? { ...draft, sources, inferred: open(draft.inferred, 'source') } : draft;
    return targets ? { ...told, targets, inferred: open(told.inferred, 'target') } : told;
  });
}
