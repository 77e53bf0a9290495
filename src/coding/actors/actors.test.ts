import { beforeAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../codebook/codebook.ts';
import { loadCodebook } from '../../codebook/load.ts';
import { createLanguage } from '../../language/index.ts';
import type { Actor } from '../reading.ts';
import { actorsOf } from './index.ts';

let codebook: Codebook;
let read: ReturnType<typeof createLanguage>;

beforeAll(async () => {
  codebook = await loadCodebook();
  read = createLanguage({ codebook });
});

function actorsIn(text: string): readonly Actor[] {
  const document = read({ text, blocks: [{ kind: 'paragraph', span: [0, text.length] }], published: null });
  return actorsOf(document, codebook).actors;
}

function actor(text: string, name: string): Actor | undefined {
  return actorsIn(text).find((each) => each.name.includes(name));
}

describe('actorsOf', () => {
  it('takes office and country from the words around a name', () => {
    expect(actor('Norwegian Deputy Foreign Minister Kari Moen arrived on Friday.', 'Moen')).toMatchObject({
      kind: 'person',
      country: 'NOR',
      sector: 'GOV',
      office: 'Deputy Foreign Minister',
    });
  });

  it('takes them from an apposition', () => {
    const found = actor('Peru’s defence minister, Ines Quispe, met the generals.', 'Quispe');
    expect(found).toMatchObject({ country: 'PER', sector: 'GOV' });
  });

  it('takes the country of the place where somebody was born', () => {
    expect(actor('London-born Kari Moen was arrested in Chad.', 'Moen')?.country).toBe('GBR');
  });

  it('takes militants of whom nothing is told for the one militant group of the report', () => {
    const text =
      'Boko Haram burned two villages. The army said Boko Haram was weak. Boko Haram denied it. A suicide bomber killed three traders. Militants attacked a bus.';
    expect(actorsIn(text).find(({ name }) => name === 'Boko Haram')?.mentions).toHaveLength(5);
    const kurdish = text.replace('Militants', 'Kurdish militants');
    expect(actor(kurdish, 'Kurdish militants')).toBeDefined();
  });

  it('knows whose office it usually is where the report speaks of that country', () => {
    expect(actor('The home secretary arrived. Britain welcomed the deal with Rwanda.', 'home')?.country).toBe('GBR');
  });

  it("knows another state's body of the same name, and no body of a state that the report does not name", () => {
    const court = 'Brazil’s Supreme Court freed the mayor. The Supreme Court said he was innocent.';
    const found = actorsIn(court).filter(({ name }) => name.includes('Supreme Court'));
    expect(found).toMatchObject([{ country: 'BRA', sector: 'JUD' }]);
    expect(found[0].mentions).toHaveLength(2);
    expect(actor('The bill passed the Senate in Bogotá. Colombia welcomed it.', 'Senate')?.country).not.toBe('USA');
    expect(actor('The Supreme Court ruled against Washington and Ohio.', 'Supreme Court')?.country).toBe('USA');
  });

  it('tells a part of a country from the state of the same name', () => {
    const lawsuit = 'The US Justice Department sued Georgia on Thursday. Georgia called it theatre.';
    expect(actor(lawsuit, 'Georgia')).toMatchObject({ kind: 'place', country: 'USA' });
    expect(actor('The US sent aid to Georgia. Tbilisi welcomed it.', 'Georgia')?.country).toBe('GEO');
    expect(actor('The US sent aid to Ukraine and Georgia.', 'Georgia')?.country).toBe('GEO');
  });

  it('reads no newspaper into a longer name', () => {
    const union = 'The National Union of Mineworkers went on strike near Johannesburg in South Africa.';
    expect(actor(union, 'Mineworkers')).toMatchObject({ name: 'National Union of Mineworkers', country: 'ZAF' });
    expect(actor('The National reported that Egypt had sent aid.', 'The National')?.sector).toBe('MED');
    expect(actorsIn('The National Guard of Arizona stopped migrants.').map(({ name }) => name)).not.toContain('of');
  });

  it('has no country for many governments', () => {
    expect(actor('Talks in Geneva failed. Many governments left Geneva early.', 'governments')?.country).toBeNull();
  });

  it('keeps a state one actor however it is called', () => {
    const text = 'Norway closed the border. The Norwegian government gave no reason. Oslo said it would open it again.';
    const states = actorsIn(text).filter(({ kind }) => kind === 'state');
    expect(states).toHaveLength(1);
    expect(states[0]).toMatchObject({ name: 'Norway', country: 'NOR', sector: 'GOV' });
    expect(states[0].mentions.map((span) => text.slice(...span))).toContain('Oslo');
  });

  it('lets a capital be a place where things happen in it', () => {
    expect(actor('Two trams collided in Oslo on Sunday.', 'Oslo')).toMatchObject({ kind: 'place', country: 'NOR' });
  });

  it('does not give a force the country that only backs it', () => {
    const found = actorsIn('US-backed rebels left the village.').find(({ name }) => name.includes('rebels'));
    expect(found).toMatchObject({ country: null, sector: 'REB' });
  });

  it('knows people without a name by their role and country', () => {
    const found = actorsIn('Refugees from Syria thanked Norwegian soldiers.');
    expect(found.find(({ name }) => name.includes('soldiers'))).toMatchObject({ country: 'NOR', sector: 'MIL' });
    expect(found.find(({ name }) => name.toLowerCase().includes('refugees'))).toMatchObject({
      country: 'SYR',
      sector: 'REF',
    });
  });

  it('leaves open what neither the text nor the codebook tells', () => {
    expect(actor('Kari Moen arrived on Friday.', 'Moen')).toMatchObject({ country: null, sector: 'UNK', office: null });
  });

  it('puts mentions in text order with ids by first mention', () => {
    const actors = actorsIn('Peru thanked Norway. Norway thanked Peru.');
    expect(actors.map(({ id, name }) => [id, name])).toEqual([
      ['a1', 'Peru'],
      ['a2', 'Norway'],
    ]);
    expect(actors[0].mentions).toHaveLength(2);
  });

  it('places unnamed groups where the report is set, and leaves those from elsewhere open', () => {
    const text =
      'Shells hit the market of Juba on Monday. The rebels withdrew from the town overnight, residents said. Foreign donors protested.';
    expect(actor(text, 'rebels')).toMatchObject({ country: 'SSD', sector: 'REB' });
    expect(actor(text, 'residents')).toMatchObject({ country: 'SSD', sector: 'CVL' });
    expect(actor(text, 'donors')).toMatchObject({ country: null });
  });

  it('takes members of a body for the body, unless they are said to be of some country', () => {
    const text = 'Boko Haram fighters burned the village. Cameroonian Boko Haram fighters fled.';
    const found = actorsIn(text);
    expect(found.find(({ name }) => name === 'Boko Haram')?.mentions.map((span) => text.slice(...span))).toContain(
      'Boko Haram fighters',
    );
    expect(found.find(({ name }) => name.startsWith('Cameroonian'))).toMatchObject({ country: 'CMR', sector: 'REB' });
  });

  it('calls two that are only "they" together by their names', () => {
    const names = actorsIn('The Kremlin and the Foreign Ministry have limited their statements to concern.').map(
      ({ name }) => name,
    );
    expect(names).toContain('Kremlin and Foreign Ministry');
    expect(names).not.toContain('their');
  });

  it('calls whom it knows only by whose they are by the name of that person', () => {
    expect(actor('Kari Moen fled from Chad in June. Moen said her sister was arrested in July.', 'sister')?.name).toBe(
      'Kari Moen’s sister',
    );
  });

  it('takes what is told of two for each of them', () => {
    const text = 'Two Peruvian men, Ines Quispe and Raul Soto, were arrested in Chad.';
    expect(actor(text, 'Quispe')?.country).toBe('PER');
    expect(actor(text, 'Soto')?.country).toBe('PER');
  });

  it('takes members who are foreign, suspected, tried or taken home for people, called by the name of their body', () => {
    const text =
      'Isis fighters burned the village. France will repatriate eight Isis militants and try foreign Isis members.';
    const names = actorsIn(text).map(({ name }) => name);
    expect(names).toContain('eight Islamic State militants');
    expect(names).toContain('foreign Islamic State members');
    expect(actor(text, 'Islamic State')?.mentions.map((span) => text.slice(...span))).toContain('Isis fighters');
  });

  it('does not ask where militants without a name are for whose they are', () => {
    const text =
      'Boko Haram burned two villages. The army said Boko Haram was weak. Boko Haram denied it. Soldiers drove the last militants out of Maiduguri.';
    expect(actorsIn(text).find(({ name }) => name === 'Boko Haram')?.mentions).toHaveLength(4);
  });

  it('takes an envoy for the state that sends him, not for the one he is sent to', () => {
    expect(actor('Kari Moen, Norway’s Syria envoy, left for Geneva.', 'Moen')?.country).toBe('NOR');
    expect(actor('The Syrian envoy, Raul Soto, left for Geneva.', 'Soto')?.country).toBe('SYR');
  });

  it('lets words around somebody whom readers know tell nothing of where he is from', () => {
    const text = 'The neighbours of Bashar al-Assad, such as Jordan and Lebanon, closed their borders.';
    expect(actorsIn(text).find(({ name }) => name === 'Bashar al-Assad')?.country).toBe('SYR');
  });

  it('knows soldiers for those of a state whatever they fight beside', () => {
    expect(actor('About 2,000 US troops had trained Kurdish-led units.', 'US troops')).toMatchObject({
      country: 'USA',
      sector: 'MIL',
    });
  });

  it('ends a name before examples, asides and clauses', () => {
    const names = actorsIn(
      'Some neighbours of Chad, such as Libya, closed their borders. Several fighters, including a Peruvian, fled amid heavy fire.',
    ).map(({ name }) => name);
    expect(names).toContain('neighbours of Chad');
    expect(names).toContain('Several fighters');
  });

  it('takes a capital that has no name for a place', () => {
    expect(actor('Shells hit the rebels’ self-styled capital of Idlib.', 'capital')?.kind ?? 'place').toBe('place');
  });

  it('takes members of those members for the body too', () => {
    const text = 'Boko Haram fighters burned the village. Their commanders fled.';
    const body = actorsIn(text).find(({ name }) => name === 'Boko Haram');
    expect(body?.mentions.map((span) => text.slice(...span))).toContain('Their commanders');
  });

  it('takes a government for its state, be it named after who leads it', () => {
    const states = actorsIn('The Macron administration gave way. Paris had resisted for weeks.').filter(
      ({ kind }) => kind === 'state',
    );
    expect(states).toMatchObject([{ country: 'FRA', sector: 'GOV' }]);
    expect(states[0].mentions).toHaveLength(2);
  });

  it('makes an actor of each nation in a row', () => {
    const text = 'Peruvian and Bolivian soldiers exchanged fire at the lake.';
    expect(actorsIn(text).filter(({ sector }) => sector === 'MIL')).toMatchObject([
      { name: 'Peruvian soldiers', country: 'PER' },
      { name: 'Bolivian soldiers', country: 'BOL' },
    ]);
  });

  it('takes no country from a place inside the name of a person', () => {
    expect(actor('Gary Sydney said he would stay.', 'Sydney')).toMatchObject({ kind: 'person', country: null });
  });

  it('knows for which country and in which field a person of public life acts, never in which office', () => {
    expect(actor('Angela Merkel arrived on Friday.', 'Merkel')).toMatchObject({
      country: 'DEU',
      sector: 'GOV',
      office: null,
    });
  });

  it('gives who leads a body that does not govern the sector of the body', () => {
    expect(actor('The president of Greenpeace, Lena Brandt, was released.', 'Brandt')).toMatchObject({ sector: 'NGO' });
  });

  it('lets officials of the UN act for no state', () => {
    expect(actor('The UN special envoy for Yemen, Lena Brandt, resigned.', 'Brandt')).toMatchObject({
      country: null,
      sector: 'IGO',
    });
  });

  it('knows ranks by their abbreviations', () => {
    expect(actor('Lt Gen Owen Price praised the men.', 'Price')).toMatchObject({ sector: 'MIL', office: 'Lt Gen' });
  });

  it('knows for which body somebody speaks', () => {
    const text = 'A spokesman for Boko Haram, Musa Bello, denied it.';
    const document = read({ text, blocks: [{ kind: 'paragraph', span: [0, text.length] }], published: null });
    const { actors, bodyOf } = actorsOf(document, codebook);
    const body = bodyOf(actors.find(({ name }) => name === 'Musa Bello')!.id);
    expect(actors.find(({ id }) => id === body)?.name).toBe('Boko Haram');
  });

  it('is set where most of what a report names is, not where somebody flies to', () => {
    const text =
      'The president of Tunisia fled after protests in Tunis and Sfax. He landed in Saudi Arabia at night. Tunisia was calm. The army closed the airport.';
    expect(actor(text, 'army')?.country).toBe('TUN');
  });

  it('takes whom a short report of one country does not place for one of it', () => {
    const text =
      'Chile voted on Sunday. Senator Ana Rojas said Chile was tired. Farmers in Santiago said Chile would never change. In Chile prices rose. Santiago was calm.';
    expect(actor(text, 'Rojas')?.country).toBe('CHL');
  });

  it('names a group without what it was done over', () => {
    expect(actor('Norway expelled five Chadian diplomats over a poisoning.', 'diplomats')?.name).toBe(
      'five Chadian diplomats',
    );
  });

  it('ends the name of a group before what it is to do, and by when', () => {
    expect(actor('The mediator told the parties to the conflict to open the roads.', 'parties')?.name).toBe(
      'parties to the conflict',
    );
    expect(actor('The accord provides for the departure of Chadian troops within 45 days.', 'troops')?.name).toBe(
      'Chadian troops',
    );
  });

  it('does not write the name of a body into itself', () => {
    const text = 'On Friday a drone killed two Islamic Revolutionary Guard Corps commanders.';
    expect(actor(text, 'commanders')?.name).toBe('two Islamic Revolutionary Guard Corps commanders');
  });
});
