import { join } from "node:path";
import Sqlite from "better-sqlite3";

export type StoredRow = Readonly<Record<string, unknown>>;

/** Looks into the tested server's database, read-only: which ids there are, and whether a row is still what it was. */
export function stored(query: string, ...values: readonly (string | Readonly<Record<string, string>>)[]): StoredRow[] {
  const connection = new Sqlite(join(process.env.DATA_DIR as string, "kouan.db"), { readonly: true });
  try {
    return connection.prepare(query).all(...values) as StoredRow[];
  } finally {
    connection.close();
  }
}

/** The organisation of one of the demo market's people. */
export function organisationOf(handle: string): string {
  const [row] = stored(
    "SELECT m.organisation_id AS id FROM memberships m JOIN demo_users d ON d.user_id = m.user_id WHERE d.handle = ?",
    handle,
  );
  if (!row) throw new Error(`The demo market has nobody called ${handle}`);
  return row.id as string;
}
