import { beforeAll, expect, it } from 'vitest';
import type { Codebook } from '../../codebook/codebook.ts';
import { loadCodebook } from '../../codebook/load.ts';
import { createLanguage } from '../../language/index.ts';
import { actorsOf } from '../actors/index.ts';
import { statementsOf } from './index.ts';

let codebook: Codebook;

beforeAll(async () => {
  codebook = await loadCodebook();
});

it('finds a statement of the right stance in the example of every reporting word', () => {
  const read = createLanguage({ codebook });
  const unmet: string[] = [];
  for (const { example, stance } of codebook.reporting) {
    if (!example) continue;
    const document = read({
      text: example,
      blocks: [{ kind: 'paragraph', span: [0, example.length] }],
      published: null,
    });
    const statements = statementsOf(document, actorsOf(document, codebook), codebook);
    if (!statements.some((statement) => statement.stance === stance)) unmet.push(example);
  }
  expect(unmet).toEqual([]);
});
