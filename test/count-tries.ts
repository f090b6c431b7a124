import type { Database } from "../db/database";

/** A database that counts how often its transactions were begun: more often than they were asked for where some were lost to a conflict. */
export function countTries(database: Database) {
  let tries = 0;
  const counted: Database = {
    ...database,
    read: database.read,
    write: (work, options) =>
      database.write((tx) => {
        tries++;
        return work(tx);
      }, options),
  };
  return { counted, tries: () => tries };
}
