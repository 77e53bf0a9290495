import { beforeAll, describe, expect, test } from 'vitest';
import type { Codebook } from '../../../codebook/codebook.ts';
import { loadCodebook } from '../../../codebook/load.ts';
import { readingOf, twoReadings } from '../../testing/readings.ts';
import type { ExportedActor, ExportedEvent } from '../events.ts';
import { GDELT_COLUMNS } from './columns.ts';
import { gdeltLines } from './index.ts';

let codebook: Codebook;
beforeAll(async () => {
  codebook = await loadCodebook();
});

const text = [
  'Turkey shells Afrin',
  'Turkish guns shelled Afrin on Tuesday.',
  'The shelling went on.',
  'A UN official said so.',
].join('\n');
const article = {
  ...readingOf(text, { id: 'afrin', published: '2018-01-23T08:00:00Z', url: 'https://harbour.example/x' }),
};
const [template] = twoReadings()[0].events;

function actor(name: string, country: string | null, sector: ExportedActor['sector'], kind: ExportedActor['kind']) {
  return { key: name.toLowerCase(), name, country, sector, kind };
}
const turkey = actor('Turkey', 'TUR', 'GOV', 'state');
const kurds = actor('Kurdish fighters', 'SYR', 'REB', 'people');

function event(part: Partial<ExportedEvent> = {}): ExportedEvent {
  return {
    ...template,
    ...{ article, id: 'e1', day: '2018-02-18', type: 'ASSAULT', mode: 'aerial', quad: 4, cameo: '195' },
    ...{ sources: [turkey], targets: [kurds], sentence: text.split('\n')[1], sentenceStart: text.indexOf('Turkish') },
    ...{ when: null, where: null, accordingTo: null, accordingToKind: null, stance: null },
    ...part,
  };
}

/** The rows of events, by the names of their columns. */
async function rowsOf(...events: readonly ExportedEvent[]) {
  async function* parts() {
    yield events;
  }
  let lines = '';
  let leftOut = 0;
  for await (const piece of gdeltLines(parts(), codebook, (more) => (leftOut += more))) lines += piece;
  const rows = lines
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const cells = line.split('\t');
      expect(cells).toHaveLength(58);
      return Object.fromEntries(cells.map((cell, index) => [GDELT_COLUMNS[index], cell]));
    });
  return { rows, leftOut };
}

test('the columns are those of the daily event files, in their order', () => {
  expect(GDELT_COLUMNS).toHaveLength(58);
  const at = (name: string) => GDELT_COLUMNS.indexOf(name);
  // Where scripts that read the files by number look.
  expect(
    ['SQLDATE', 'Actor1Code', 'Actor2Code', 'EventCode', 'GoldsteinScale', 'AvgTone', 'ActionGeo_CountryCode'].map(at),
  ).toEqual([1, 5, 15, 26, 30, 34, 51]);
  expect(['ActionGeo_Lat', 'ActionGeo_Long', 'DATEADDED', 'SOURCEURL'].map(at)).toEqual([53, 54, 56, 57]);
});

test('a row tells who, whom, what, when and where in codes', async () => {
  const where = { name: 'Afrin', country: 'SYR', lat: 36.51, lon: 36.87, span: [0, 1] as const };
  const { rows } = await rowsOf(event({ where }));
  expect(rows).toEqual([
    {
      ...Object.fromEntries(GDELT_COLUMNS.map((name) => [name, ''])),
      GLOBALEVENTID: expect.stringMatching(/^\d{10,16}$/),
      ...{ SQLDATE: '20180218', MonthYear: '201802', Year: '2018', FractionDate: '2018.1315' },
      ...{ Actor1Code: 'TUR', Actor1Name: 'TURKEY', Actor1CountryCode: 'TUR' },
      ...{ Actor2Code: 'SYRREBkur', Actor2Name: 'KURDISH FIGHTERS', Actor2CountryCode: 'SYR' },
      ...{ Actor2EthnicCode: 'kur', Actor2Type1Code: 'REB' },
      ...{ IsRootEvent: '1', EventCode: '195', EventBaseCode: '195', EventRootCode: '19', QuadClass: '4' },
      ...{ GoldsteinScale: '-10.0', NumMentions: '1', NumSources: '1', NumArticles: '1' },
      ...{ Actor1Geo_Type: '1', Actor1Geo_FullName: 'Turkey', Actor1Geo_CountryCode: 'TU' },
      ...{ Actor1Geo_ADM1Code: 'TU', Actor1Geo_FeatureID: 'TU' },
      ...{ Actor2Geo_Type: '1', Actor2Geo_FullName: 'Syria', Actor2Geo_CountryCode: 'SY' },
      ...{ Actor2Geo_ADM1Code: 'SY', Actor2Geo_FeatureID: 'SY' },
      ...{ ActionGeo_Type: '4', ActionGeo_FullName: 'Afrin, Syria', ActionGeo_CountryCode: 'SY' },
      ...{ ActionGeo_ADM1Code: 'SY', ActionGeo_Lat: '36.51', ActionGeo_Long: '36.87' },
      ...{ DATEADDED: '20180123', SOURCEURL: 'https://harbour.example/x' },
    },
  ]);
});

test('each ordered pair is a row, a side may be nobody, and what no row can hold is counted', async () => {
  const france = actor('France', 'FRA', 'GOV', 'state');
  const { rows, leftOut } = await rowsOf(
    event({ sources: [turkey, france], targets: [kurds, france] }),
    event({ type: 'PROTEST', sources: [], targets: [turkey] }),
    event({ type: 'AID', targets: [] }),
    event({ sources: [], targets: [] }),
    event({ day: null }),
  );
  expect(rows.map(({ Actor1Code, Actor2Code }) => [Actor1Code, Actor2Code])).toEqual([
    ['TUR', 'SYRREBkur'],
    ['TUR', 'FRA'],
    ['FRA', 'SYRREBkur'],
    ['FRA', 'FRA'],
    ['', 'TUR'],
    ['TUR', ''],
  ]);
  expect(leftOut).toBe(2);
});

test('what an article tells again of the same two, act and day is a mention more, and in the lead if any of them is', async () => {
  const later = event({ id: 'e2', sentenceStart: text.indexOf('The shelling') });
  const { rows } = await rowsOf(later, event());
  expect(rows.map(({ NumMentions, IsRootEvent }) => [NumMentions, IsRootEvent])).toEqual([['2', '1']]);
  const [alone] = (await rowsOf(later)).rows;
  expect([alone.NumMentions, alone.IsRootEvent]).toEqual(['1', '0']);
  // The number of an act is the same however often it is told, and another on another day.
  expect(alone.GLOBALEVENTID).toBe(rows[0].GLOBALEVENTID);
  const [other] = (await rowsOf(event({ day: '2018-02-19' }))).rows;
  expect(other.GLOBALEVENTID).not.toBe(alone.GLOBALEVENTID);
  expect(Number.isSafeInteger(Number(alone.GLOBALEVENTID))).toBe(true);
});

describe('actors in CAMEO', () => {
  test.each<[ExportedActor, string, Record<string, string>]>([
    [actor('Nato', null, 'IGO', 'organisation'), 'IGONAT', { KnownGroupCode: 'NAT', Type1Code: 'IGO' }],
    [actor('Hezbollah', 'LBN', 'REB', 'organisation'), 'LBNREBHEZ', { KnownGroupCode: 'HEZ', CountryCode: 'LBN' }],
    [actor('MIT agents', 'TUR', 'INT', 'people'), 'TURSPY', { Type1Code: 'SPY' }],
    [actor('Klaus Iohannis', 'ROU', 'GOV', 'person'), 'ROMGOV', { CountryCode: 'ROM', Name: 'KLAUS IOHANNIS' }],
    [actor('Sunni tribesmen', 'IRQ', 'CVL', 'people'), 'IRQCVLMOSSUN', { Religion1Code: 'MOS', Religion2Code: 'SUN' }],
    [actor('gunmen', null, 'UNK', 'people'), '', { Name: 'GUNMEN', Type1Code: '' }],
    // A known body is not the community that its name has a word of.
    [actor('Islamic State', null, 'REB', 'organisation'), 'REB', { Religion1Code: '', EthnicCode: '' }],
  ])('%o is %s', async (source, code, columns) => {
    const [row] = (await rowsOf(event({ sources: [source] }))).rows;
    expect(row.Actor1Code).toBe(code);
    for (const [name, value] of Object.entries(columns)) expect(row[`Actor1${name}`]).toBe(value);
  });
});

describe('places', () => {
  const place = (name: string, country: string | null, lat: number | null = 1, lon = lat) => {
    return { name, country, lat, lon, span: [0, 1] as const };
  };
  test.each<[ReturnType<typeof place>, string[]]>([
    [place('Syria', 'SYR', null), ['1', 'Syria', 'SY', 'SY', '', '', 'SY']],
    [place('Texas', 'USA', 31.97), ['2', 'Texas, United States', 'US', 'US', '31.97', '31.97', '']],
    [place('Georgia', 'USA', null), ['2', 'Georgia, United States', 'US', 'US', '', '', '']],
    [place('Washington', 'USA', 38.9), ['3', 'Washington, United States', 'US', 'US', '38.9', '38.9', '']],
    [place('Gaza City', 'PSE', 31.5), ['4', 'Gaza City, Palestine', 'GZ', 'GZ', '31.5', '31.5', '']],
    [place('Ramallah', 'PSE', 31.9), ['4', 'Ramallah, Palestine', 'WE', 'WE', '31.9', '31.9', '']],
    [place('Palestine', 'PSE', null), ['1', 'Palestine', '', '', '', '', '']],
  ])('%o', async (where, columns) => {
    const [row] = (await rowsOf(event({ where }))).rows;
    const names = ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'Lat', 'Long', 'FeatureID'];
    expect(names.map((name) => row[`ActionGeo_${name}`])).toEqual(columns);
  });
});

test('names that a spreadsheet would run are kept from it, figures are not', async () => {
  const source = actor('=HYPERLINK("http://evil.example")', null, 'OPP', 'organisation');
  const [row] = (await rowsOf(event({ sources: [source] }))).rows;
  expect(row.Actor1Name).toBe(`'=HYPERLINK("HTTP://EVIL.EXAMPLE")`);
  expect(row.GoldsteinScale).toBe('-10.0');
});

test('words of a page cannot end a column or a line', async () => {
  const source = actor('The\tUnited\r\nFront\u2028', null, 'OPP', 'organisation');
  const { rows } = await rowsOf(event({ sources: [source], article: { ...article, url: 'https://a.example/\tb' } }));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ Actor1Name: 'THE UNITED FRONT ', SOURCEURL: 'https://a.example/ b' });
});

test('the tables name what the codebook has, and every country', () => {
  const named = (entries: readonly { readonly name: string }[]) => new Set(entries.map(({ name }) => name));
  const bodies = named(codebook.organisations);
  expect(
    codebook.gdeltGroups.flatMap(({ organisations }) => organisations).filter((name) => !bodies.has(name)),
  ).toEqual([]);
  const peoples = named(codebook.peoples);
  expect(codebook.gdeltPeoples.filter(({ people }) => !peoples.has(people))).toEqual([]);
  const places = new Set([...named(codebook.places), ...codebook.countries.map(({ capital }) => capital)]);
  expect(codebook.gdeltCountries.flatMap((entry) => entry.places ?? []).filter((name) => !places.has(name))).toEqual(
    [],
  );
  const coded = new Set(codebook.gdeltCountries.map(({ country }) => country));
  expect(codebook.countries.filter(({ code }) => !coded.has(code))).toEqual([]);
});
