import type { Migration } from 'kysely/migration';
import * as readings from './0001-readings.ts';
import * as deadlines from './0002-deadlines.ts';
import * as inferred from './0003-inferred.ts';
import * as statementConfidence from './0004-statement-confidence.ts';
import * as sideConfidence from './0005-side-confidence.ts';
import * as cameo from './0006-cameo.ts';
import * as answers from './0007-answers.ts';

/** Every migration, in the order of its name. What stands here has run somewhere: add, never change. */
export const migrations: Record<string, Migration> = {
  '0001-readings': readings,
  '0002-deadlines': deadlines,
  '0003-inferred': inferred,
  '0004-statement-confidence': statementConfidence,
  '0005-side-confidence': sideConfidence,
  '0006-cameo': cameo,
  '0007-answers': answers,
};
