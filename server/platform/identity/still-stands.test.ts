import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountMarket } from "@/test/account-market";
import { sessions, users } from "../../../db/schema/accounts";
import { sessionBehind, stillStands } from "./session";
import { SESSION_IDLE_MS, hashOf } from "./tokens";

test("what is open for a session is so until its end, its suspension or another organisation, and keeps it from none of them", async () => {
  const market = await accountMarket();
  const lin = await market.person("lin");
  const actor = (await sessionBehind(lin.sessionId))?.actor;
  if (!actor) throw new Error("a fresh session stands");
  const row = async () =>
    (
      await market.database.read
        .select()
        .from(sessions)
        .where(eq(sessions.idHash, hashOf(lin.sessionId)))
    )[0];
  const seenAt = (await row())?.lastSeenAt ?? 0;
  const stands = () => stillStands(lin.sessionId, actor);
  expect(await stands()).toBe(true);
  expect(await stillStands(lin.sessionId, { ...actor, organisationId: "another" })).toBe(false);
  const change = (change: Partial<typeof sessions.$inferInsert>) =>
    market.database.write((tx) => tx.update(sessions).set(change));
  await change({ lastSeenAt: seenAt - SESSION_IDLE_MS + 60_000 });
  expect(await stands()).toBe(true);
  // Asking is no use of the session: it still ends when nobody has used it.
  expect((await row())?.lastSeenAt).toBe(seenAt - SESSION_IDLE_MS + 60_000);
  await change({ lastSeenAt: seenAt - SESSION_IDLE_MS });
  expect(await stands()).toBe(false);
  await change({ lastSeenAt: seenAt });
  await market.database.write((tx) => tx.update(users).set({ suspendedAt: seenAt }));
  expect(await stands()).toBe(false);
  await market.database.write((tx) => tx.update(users).set({ suspendedAt: null }));
  await change({ revokedAt: seenAt });
  expect(await stands()).toBe(false);
});
