/** `node src/page/compile.ts`: writes `words/compiled.json`, the word lists as a cold start reads them. */
import { writeFileSync } from 'node:fs';
import { compileWords, snapshotFile } from './words.ts';

writeFileSync(snapshotFile, `${JSON.stringify(await compileWords())}\n`);
