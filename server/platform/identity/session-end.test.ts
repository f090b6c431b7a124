import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { sessions } from "@/db/schema/accounts";
import { accountMarket } from "@/test/account-market";
import { sessionBehind } from "./session";
import { SESSION_IDLE_MS, hashOf } from "./tokens";

/** Somebody who has signed in, and the times of the session. */
async function signedIn() {
  const market = await accountMarket();
  const { sessionId } = await market.person("lin");
  const isThis = eq(sessions.idHash, hashOf(sessionId));
  const [row] = await market.database.read.select().from(sessions).where(isThis);
  if (!row) throw new Error("who has signed up has a session");
  const set = (change: Partial<typeof sessions.$inferInsert>) =>
    market.database.write((tx) => tx.update(sessions).set(change).where(isThis));
  return { row, set, stands: async () => (await sessionBehind(sessionId)) !== null };
}

test("A session stands to the millisecond before its end, however often it is used, and not at it.", async () => {
  const { row, set, stands } = await signedIn();
  await set({ expiresAt: row.lastSeenAt + 1 });
  expect(await stands()).toBe(true);
  await set({ expiresAt: row.lastSeenAt });
  expect(await stands()).toBe(false);
});

test("A session that nobody uses stands to the millisecond before that time is over, and not at it.", async () => {
  const { row, set, stands } = await signedIn();
  await set({ lastSeenAt: row.lastSeenAt - SESSION_IDLE_MS + 1 });
  expect(await stands()).toBe(true);
  await set({ lastSeenAt: row.lastSeenAt - SESSION_IDLE_MS });
  expect(await stands()).toBe(false);
});
