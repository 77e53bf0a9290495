/** `node add-pages.ts FOLDER`: adds page after page to the library in FOLDER, and says the number of each. To be killed. */
import { addPage } from '../add.ts';
import { openLibrary } from '../open.ts';
import { numberedPage } from './readings.ts';

const library = await openLibrary({ folder: process.argv[2]! });
for (let number = 1; ; number++) {
  await addPage(library, numberedPage(number));
  process.stdout.write(`${number}\n`);
}
