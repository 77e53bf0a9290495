import { beforeAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../codebook/codebook.ts';
import { loadCodebook } from '../../codebook/load.ts';
import { createLanguage } from '../../language/index.ts';
import { actorsOf } from './index.ts';

let codebook: Codebook;
let read: ReturnType<typeof createLanguage>;

beforeAll(async () => {
  codebook = await loadCodebook();
  read = createLanguage({ codebook });
});

/** The country of the actor whose name has these words. */
function countryOf(text: string, name: string): string | null | undefined {
  const document = read({ text, blocks: [{ kind: 'paragraph', span: [0, text.length] }], published: null });
  return actorsOf(document, codebook).actors.find((actor) => actor.name.includes(name))?.country;
}

describe('where people are from', () => {
  it('takes a Kurdish force to be in a land of the Kurds, wherever the report is set', () => {
    const text =
      'The Swedish government will not bring home five women from camps in Syria. In Stockholm the opposition said Sweden had failed them. Kurdish guards have held them in Sweden’s stead, and Kurdish authorities want Sweden to act.';
    expect(countryOf(text, 'Kurdish authorities')).toBe('SYR');
  });

  it('leaves a Kurdish community where it lives', () => {
    const text =
      'Thousands marched through Stockholm on Saturday. In Malmö and elsewhere in Sweden the Kurdish community closed its shops over what happens in Iraq. Swedish police counted 4,000 people.';
    expect(countryOf(text, 'Kurdish community')).not.toBe('IRQ');
  });

  it('takes people to be of the town that they are said to be from', () => {
    expect(countryOf('Amy Turner, 31, from Barnsley, was killed near Mosul.', 'Turner')).toBe('GBR');
    expect(countryOf('Amy Turner, a 31-year-old from Barnsley, was killed near Mosul.', 'Turner')).toBe('GBR');
    expect(countryOf('Amy Turner, formerly of Barnsley, was killed near Mosul.', 'Turner')).toBe('GBR');
  });

  it('gives each name in a row the state right before it', () => {
    const text = 'The king received Norway’s Kari Moen and Peru’s Ines Quispe Vargas in the palace.';
    expect(countryOf(text, 'Moen')).toBe('NOR');
    expect(countryOf(text, 'Quispe')).toBe('PER');
  });

  it('does not take refugees to be of the place that they have come to', () => {
    const text =
      'Fighting goes on in Sudan. Shells fell on Khartoum and Omdurman, and Sudan’s army closed the airport. In Chad aid workers said that refugees were sleeping in the open.';
    expect(countryOf(text, 'refugees')).not.toBe('TCD');
  });

  it('takes an office without a state for one of the country that the report is most about', () => {
    const text =
      'Soldiers surrounded the palace in Lusaka on Monday. President Joseph Banda was inside. Zambia has had two coups since 1997, and France and Britain told their citizens to leave Zambia.';
    expect(countryOf(text, 'Banda')).toBe('ZMB');
  });
});
