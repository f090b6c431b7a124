import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { Reader } from "./database";
import type { Dialect } from "./dialect";

let expected: readonly string[] | undefined;

/** Read once: a newer version may be unpacked under a process that runs. */
function expectedTags(dialect: Dialect): readonly string[] {
  const file = join(process.cwd(), "db/migrations", dialect, "meta/_journal.json");
  const { entries } = JSON.parse(readFileSync(/* turbopackIgnore: true */ file, "utf8")) as {
    entries: readonly { readonly tag: string }[];
  };
  return entries.map(({ tag }) => tag);
}

/** Migrations of this version that the database has not had; one that was never prepared throws. */
export async function missingMigrations(db: Reader, dialect: Dialect): Promise<string[]> {
  expected ??= expectedTags(dialect);
  const rows = await db.select({ tag: sql<string>`tag` }).from(sql`_migrations`);
  const done = new Set(rows.map(({ tag }) => tag));
  return expected.filter((tag) => !done.has(tag));
}
