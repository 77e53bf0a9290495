/** `node src/codebook/compile.ts`: writes `compiled.json`, the codebook's snapshot that a cold start reads. */
import { writeFileSync } from 'node:fs';
import { codebookFiles, compile } from './load.ts';

writeFileSync(new URL('./compiled.json', import.meta.url), `${JSON.stringify(await compile(codebookFiles()))}\n`);
