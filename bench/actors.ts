/** `npm run bench -- actors`: how many actors of the annotated articles are among ours, with country and sector. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadCodebook } from '../src/codebook/load.ts';
import { actorsOf } from '../src/coding/actors/index.ts';
import type { Actor } from '../src/coding/reading.ts';
import { createLanguage } from '../src/language/index.ts';
import { COMMON } from '../training/alike.ts';

interface GoldActor {
  readonly name: string;
  readonly country: string | null;
  readonly sector: string;
}

const folder = new URL('../../shared/gold/', import.meta.url);

function wordsOf(name: string): Set<string> {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2 && !COMMON.has(word)));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length / Math.max(1, Math.min(a.size, b.size));
}

function goldActors(id: string): GoldActor[] {
  const lines = readFileSync(new URL(`annotations/${id}.jsonl`, folder), 'utf8')
    .trim()
    .split('\n');
  const events = lines.map((line) => JSON.parse(line)).filter((record) => record.layer === 'event');
  const actors: GoldActor[] = events.flatMap((event) => [...event.source, ...event.target]);
  return [...new Map(actors.map((actor) => [`${actor.name}|${actor.country}|${actor.sector}`, actor])).values()];
}

/** Ours that is called most like it; of a state also by its country. */
function bestMatch(gold: GoldActor, text: string, actors: readonly Actor[]): Actor | undefined {
  const wanted = wordsOf(gold.name);
  let best: Actor | undefined;
  let score = 0.34;
  for (const actor of actors) {
    const names = [actor.name, ...actor.mentions.map((span) => text.slice(...span))];
    const state = actor.kind === 'state' && actor.country === gold.country && gold.sector === 'GOV' ? 0.4 : 0;
    const likeness = Math.max(state, ...names.map((name) => shared(wanted, wordsOf(name))));
    const better = likeness + (actor.country === gold.country ? 0.1 : 0) + (actor.sector === gold.sector ? 0.05 : 0);
    if (likeness > 0.34 && better > score) {
      best = actor;
      score = better;
    }
  }
  return best;
}

/** Prints the shares; with `--errors` what was wrong. Every third article is kept for the check ("kept"). */
export async function run(args: string[]): Promise<void> {
  if (!existsSync(folder)) {
    console.log('No annotated articles beside the repository: nothing measured.');
    return;
  }
  const codebook = await loadCodebook();
  const read = createLanguage({ codebook });
  const counts = {
    looked: { gold: 0, found: 0, country: 0, sector: 0 },
    kept: { gold: 0, found: 0, country: 0, sector: 0 },
  };
  const ids = readdirSync(new URL('annotations', folder))
    .map((name) => name.replace('.jsonl', ''))
    .sort();
  for (const [position, id] of ids.entries()) {
    const article = JSON.parse(readFileSync(new URL(`text/${id}.json`, folder), 'utf8'));
    const blocks = [...article.text.matchAll(/[^\n]+/g)].map((match) => ({
      kind: 'paragraph' as const,
      span: [match.index, match.index + match[0].length] as const,
    }));
    const document = read({ text: article.text, blocks, published: article.published });
    const { actors } = actorsOf(document, codebook);
    const set = position % 3 === 2 ? 'kept' : 'looked';
    const count = counts[set];
    for (const gold of goldActors(id)) {
      const ours = bestMatch(gold, article.text, actors);
      count.gold++;
      if (ours) count.found++;
      if (ours?.country === gold.country) count.country++;
      if (ours?.sector === gold.sector) count.sector++;
      if (set === 'kept' || !args.includes('--errors')) continue;
      const goldText = `${gold.name} ${gold.country} ${gold.sector}`;
      if (!ours) console.log(`not found: ${goldText}`);
      else if (ours.country !== gold.country || ours.sector !== gold.sector)
        console.log(`${goldText}  <>  ${ours.name} ${ours.country} ${ours.sector} ${ours.office ?? ''} (${ours.kind})`);
    }
  }
  for (const [set, { gold, found, country, sector }] of Object.entries(counts))
    console.log(
      `${set}: ${gold} actors, found ${(found / gold).toFixed(3)}, of these country right ${(country / found).toFixed(3)}, sector right ${(sector / found).toFixed(3)}`,
    );
}
