import Sqlite from "better-sqlite3";

/** A file of SQLite that one test after another has to itself, with the connections that are open to it. */
export type KeptSqlite = {
  /** Makes it what it was copied from. False where a test has changed its tables: then it is for nobody any more. */
  empty(): Promise<boolean>;
  end(): Promise<void>;
};

const ALL_PAGES = 2 ** 31 - 1;

/**
 * Over a copy of `template`. SQLite's own backup writes the template over it, in a transaction: whoever has it open sees the old rows go. It also
 * counts the schema up, so that every connection would read that anew and plan all its statements again; since it is the schema that they know, the number is put
 * back.
 */
export function keptSqlite(template: string, file: string): KeptSqlite {
  const given = new Sqlite(template, { readonly: true });
  const own = new Sqlite(file);
  // Without it the number cannot be written.
  own.unsafeMode(true);
  const numberOfSchema = () => own.pragma("schema_version", { simple: true }) as number;
  const schema = numberOfSchema();
  return {
    async empty() {
      if (numberOfSchema() !== schema) return false;
      await given.backup(file, { progress: () => ALL_PAGES });
      own.pragma(`schema_version = ${schema}`);
      // What tests wrote is no longer among the bytes either: some look for it there.
      own.pragma("wal_checkpoint(TRUNCATE)");
      return true;
    },
    async end() {
      given.close();
      own.close();
    },
  };
}
