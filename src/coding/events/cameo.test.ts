import { expect, test } from 'vitest';
import { loadCodebook } from '../../codebook/load.ts';
import { cameoOf } from './cameo.ts';

/** The published scale (see `types.yaml`) for the codes that the codebook uses, by value. */
const SCALE: Readonly<Record<string, string>> = {
  '10': '0874',
  '9': '0871 0873 086',
  '8.5': '074',
  '8.3': '072',
  '8': '057',
  '7.4': '062 063 071 073',
  '7': '035 046 055 064 070 075 084 0841 0842 085',
  '6.4': '061',
  '6': '054 060',
  '5.2': '031 033',
  '5': '045 080 081 083 0831',
  '4': '030 036',
  '3.5': '050',
  '1.9': '042',
  '1': '040 041',
  '-2': '090 110 111 112 115',
  '-4': '120 122 124 160 161',
  '-4.4': '130',
  '-5': '100 103 104 105 106 125 129 1721 1722 1723 173 174',
  '-5.6': '162',
  '-5.8': '131 132',
  '-6.5': '140 141 142 143',
  '-7': '138 166 170 176',
  '-7.2': '150 153 154',
  '-7.5': '144 145',
  '-8': '163',
  '-9': '175 181 1822',
  '-9.2': '171',
  '-9.5': '191 192',
  '-10': '183 1831 186 190 193 194 195 202 2041',
};

test('every CAMEO code of the codebook has its value on the Goldstein scale', async () => {
  const { types } = await loadCodebook();
  const published = new Map(
    Object.entries(SCALE).flatMap(([value, codes]) => codes.split(' ').map((code) => [code, Number(value)] as const)),
  );
  for (const { type, cameo, goldstein, modes } of types)
    for (const each of [{ mode: null, cameo, goldstein }, ...modes])
      expect(each.goldstein, `${type} ${each.mode}: ${each.cameo}`).toBe(published.get(each.cameo));
});

test('an event has the columns that scripts for GDELT read', async () => {
  const codebook = await loadCodebook();
  expect(cameoOf({ type: 'RETREAT', mode: 'withdraw', quad: 2 }, codebook)).toEqual({
    ...{ EventCode: '0874', EventBaseCode: '087', EventRootCode: '08', QuadClass: 2, GoldsteinScale: 10 },
  });
  expect(cameoOf({ type: 'CONSULT', mode: null, quad: 1 }, codebook)).toEqual({
    ...{ EventCode: '040', EventBaseCode: '040', EventRootCode: '04', QuadClass: 1, GoldsteinScale: 1 },
  });
  // A mode that only a user's frame names has the type's own code.
  expect(cameoOf({ type: 'CONSULT', mode: 'retreat', quad: 1 }, codebook).EventCode).toBe('040');
});
