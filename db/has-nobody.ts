import { openDatabase } from "./open-database";
import { users } from "./schema/accounts";

/** Whether nobody has signed up yet: only then may a demo market be put in. */
export async function hasNobody(): Promise<boolean> {
  const database = openDatabase();
  const found = await database.read.select({ id: users.id }).from(users).limit(1);
  await database.close();
  return found.length === 0;
}
