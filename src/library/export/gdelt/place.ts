import { type Codebook, memo } from '../../../codebook/codebook.ts';
import type { Where } from '../../../coding/reading.ts';
import type { ExportedActor } from '../events.ts';

/** GDELT's kinds of place. */
const COUNTRY = '1';
const US_STATE = '2';
const US_CITY = '3';
const WORLD_CITY = '4';
const WORLD_STATE = '5';

const NOWHERE: readonly string[] = Array(7).fill('');

const names = memo((codebook) => new Map(codebook.countries.map(({ code, name }) => [code, name])));

const kinds = memo(
  (codebook) => new Map(codebook.places.map(({ name, country, kind }) => [`${name}/${country}`, kind])),
);

/** FIPS 10-4 by country, and by place and country where a country has several. */
const fips = memo(
  (codebook) =>
    new Map(
      codebook.gdeltCountries.flatMap((entry) =>
        (entry.places ?? ['']).map((place) => [`${place}/${entry.country}`, entry.fips]),
      ),
    ),
);

/** The seven columns of where an event happened. */
export function actionPlace(where: Where | null, codebook: Codebook): readonly string[] {
  if (!where) return NOWHERE;
  const { name, country, lat, lon } = where;
  const countryName = country && names(codebook).get(country);
  if (country && name === countryName) return wholeCountry(country, codebook);
  const code = (country && fipsOf(country, codebook, name)) ?? '';
  const kind = kinds(codebook).get(`${name}/${country}`) ?? (lat === null ? 'region' : 'city');
  const type = kind === 'region' ? [WORLD_STATE, US_STATE] : [WORLD_CITY, US_CITY];
  return [
    type[country === 'USA' ? 1 : 0],
    [name, countryName].filter(Boolean).join(', '),
    ...[code, code, lat === null ? '' : String(lat), lon === null ? '' : String(lon), ''],
  ];
}

/**
 * The seven columns of where an actor is: its country, which is all that is known. GDELT has the place named nearest to it; its
 * point for a country is the middle, which the codebook does not have.
 */
export function actorPlace(actor: ExportedActor | null, codebook: Codebook): readonly string[] {
  return actor?.country ? wholeCountry(actor.country, codebook) : NOWHERE;
}

function wholeCountry(country: string, codebook: Codebook): readonly string[] {
  const code = fipsOf(country, codebook) ?? '';
  return [COUNTRY, names(codebook).get(country) ?? country, code, code, '', '', code];
}

function fipsOf(country: string, codebook: Codebook, place = ''): string | undefined {
  const codes = fips(codebook);
  return codes.get(`${place}/${country}`) ?? codes.get(`/${country}`);
}
