import type { Reader } from "./database";
import { openDatabase } from "./open-database";
import { users } from "./schema/accounts";

/** Whether nobody has signed up in this database yet: then nothing in it needs a secret of the installation. */
export const isWithoutPeople = async (db: Reader): Promise<boolean> =>
  (await db.select({ id: users.id }).from(users).limit(1)).length === 0;

/** Whether nobody has signed up yet: only then may a demo market be put in. */
export async function hasNobody(): Promise<boolean> {
  const database = openDatabase();
  try {
    return await isWithoutPeople(database.read);
  } finally {
    await database.close();
  }
}
