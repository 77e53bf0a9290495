import { type Codebook, memo } from '../../../codebook/codebook.ts';
import { harmless } from '../csv.ts';
import type { ExportedActor } from '../events.ts';

/** CAMEO codes are strings of such parts; GDELT, as TABARI, takes five of them at most. */
const PARTS = 5;

const countries = memo(
  (codebook) => new Map(codebook.gdeltCountries.map(({ country, cameo }) => [country, cameo ?? country])),
);

const roles = memo((codebook) => new Map(codebook.gdeltRoles.map(({ sector, role }) => [sector, role])));

const groups = memo((codebook) => {
  const codes = new Map(
    codebook.gdeltGroups.flatMap(({ code, organisations }) => organisations.map((name) => [name, code])),
  );
  return new Map(
    codebook.organisations.flatMap(({ name, aliases }) => {
      const code = codes.get(name);
      return code ? [name, ...aliases].map((each) => [each.toLowerCase(), code] as const) : [];
    }),
  );
});

const bodies = memo((codebook) => new Set(codebook.organisations.map(({ name }) => name)));

/** Words of communities, longest first, so that "Bosnian Serb" is no Serb. */
const peoples = memo((codebook) => {
  const codes = new Map(codebook.gdeltPeoples.map((entry) => [entry.people, entry]));
  return codebook.peoples
    .flatMap(({ name, adjectives, people }) => {
      const entry = codes.get(name);
      return entry ? [name, ...adjectives, ...people].map((words) => ({ words: apart(words), entry })) : [];
    })
    .sort((a, b) => b.words.length - a.words.length);
});

/** Words with one space around each, to look for words in words. */
function apart(words: string): string {
  return ` ${words.match(/[\p{L}\p{N}'’-]+/gu)?.join(' ') ?? ''} `;
}

/** The ten columns of an actor, empty where nobody stands. */
export function actorColumns(actor: ExportedActor | null, codebook: Codebook): string[] {
  if (!actor) return Array<string>(10).fill('');
  const { name, kind } = actor;
  const country = actor.country === null ? '' : (countries(codebook).get(actor.country) ?? actor.country);
  const group = groups(codebook).get(name.toLowerCase()) ?? '';
  // Who is known by name is no community: the Islamic State is not "Muslims".
  const isKnown = group !== '' || kind === 'state' || bodies(codebook).has(name);
  const own = apart(name);
  const people = isKnown ? undefined : peoples(codebook).find(({ words }) => own.includes(words))?.entry;
  const ethnic = people?.ethnic ?? '';
  const [religion = '', branch = ''] = people?.religions ?? [];
  // GDELT codes a state by its country alone: its government as such has no role.
  const role = kind === 'state' ? '' : (roles(codebook).get(actor.sector) ?? '');
  const code = [country, role, group, ethnic, religion, branch].filter(Boolean).slice(0, PARTS).join('');
  return [code, harmless(name.toUpperCase()), country, group, ethnic, religion, branch, role, '', ''];
}
