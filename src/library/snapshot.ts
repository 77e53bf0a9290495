import type { Library } from './open.ts';

/** Lets `use` see the library as it is now until it is done, whoever adds to it meanwhile. Nothing can be changed through it. */
export function withSnapshot<Result>(library: Library, use: (seen: Library) => Promise<Result>): Promise<Result> {
  return library.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((db) => use({ ...library, db }));
}
