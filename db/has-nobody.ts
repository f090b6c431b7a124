import type { Reader } from "./database";
import { openDatabase } from "./open-database";
import { users } from "./schema/accounts";

/** Whether nobody has signed up yet: only then may a demo market be put in, and nothing there needs a secret of the installation. */
export const hasNobody = async (db: Reader): Promise<boolean> =>
  (await db.select({ id: users.id }).from(users).limit(1)).length === 0;

/** The same of the database that the environment names. */
export async function isUnused(): Promise<boolean> {
  const database = openDatabase();
  try {
    return await hasNobody(database.read);
  } finally {
    await database.close();
  }
}
