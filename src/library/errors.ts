/** Why the library cannot be used. `message` says what is wrong and what to do about it. */
export class LibraryError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Another process has it. */
export class LibraryLocked extends LibraryError {}

/** Its files are not what PostgreSQL left. Nothing has been changed. */
export class LibraryDamaged extends LibraryError {}

/** The server behind DATABASE_URL does not answer, or refuses. */
export class LibraryUnreachable extends LibraryError {}

/** A newer Dragoman made it. */
export class LibraryTooNew extends LibraryError {}
