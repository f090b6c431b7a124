import type { Database } from "./database";
import { openDatabase } from "./open-database";
import { users } from "./schema/accounts";

/** Whether nobody has signed up yet: only then may a demo market be put in. */
export async function hasNobody({ read }: Database): Promise<boolean> {
  const found = await read.select({ id: users.id }).from(users).limit(1);
  return found.length === 0;
}

/** The same of the database that the environment names. */
export async function isUnused(): Promise<boolean> {
  const database = openDatabase();
  const found = await hasNobody(database);
  await database.close();
  return found;
}
