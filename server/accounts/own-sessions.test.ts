import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { pruneSessions } from "@/db/repositories/users";
import { sessions } from "@/db/schema/accounts";
import { HOUR_MS, instant, later } from "@/domain/shared/time";
import { sessionBehind } from "@/server/platform/identity/session";
import { SESSION_IDLE_MS, hashOf } from "@/server/platform/identity/tokens";
import { newId } from "@/server/platform/platform";
import { sessionsOf } from "@/server/accounts/queries";
import { accountMarket, valueOf } from "@/test/account-market";
import { endOtherSessions, endSession } from "./sign-in";

async function signedInThrice() {
  const market = await accountMarket();
  const [lin, wei] = [await market.person(`lin${newId()}`), await market.person("wei")];
  const all = [lin.sessionId];
  for (let at = 0; at < 2; at++) {
    market.wait(HOUR_MS);
    all.push(await market.signInAs(lin.email));
  }
  const [first = "", second = "", third = ""] = all;
  const shown = async () => {
    const actor = (await sessionBehind(third))?.actor;
    if (!actor) throw new Error("the last session stands");
    return (await sessionsOf(market.database.read, actor, market.on.clock())).map(({ idHash }) => idHash);
  };
  const set = (id: string, change: Partial<typeof sessions.$inferInsert>) =>
    market.database.write((tx) =>
      tx
        .update(sessions)
        .set(change)
        .where(eq(sessions.idHash, hashOf(id))),
    );
  return { ...market, first, second, third, wei, shown, set };
}

test("A person is shown the sign-ins that are open, the last used first: none that was ended, is over or was not used for long.", async () => {
  const { first, second, third, shown, set, on, runBy } = await signedInThrice();
  expect(await shown()).toEqual([third, second, first].map(hashOf));
  await set(first, { lastSeenAt: on.clock() - SESSION_IDLE_MS });
  expect(await shown()).toEqual([third, second].map(hashOf));
  await set(first, { lastSeenAt: on.clock() - SESSION_IDLE_MS + 1 });
  expect(await shown()).toEqual([third, second, first].map(hashOf));
  await set(first, { expiresAt: on.clock() });
  expect(await shown()).toEqual([third, second].map(hashOf));
  valueOf(await runBy(third, endSession, { idHash: hashOf(second) }));
  expect(await shown()).toEqual([hashOf(third)]);
});

test("A person ends all sign-ins but the one they are in, and nobody else's.", async () => {
  const { first, second, third, wei, runBy } = await signedInThrice();
  valueOf(await runBy(third, endOtherSessions, { keepsIdHash: hashOf(third) }));
  const stand = await Promise.all([first, second, third, wei.sessionId].map(sessionBehind));
  expect(stand.map((session) => session !== null)).toEqual([false, false, true, true]);
});

test("What is forgotten of sign-ins are those that ended before, by their time or by hand; open ones stay.", async () => {
  const { first, second, third, wei, set, on, database } = await signedInThrice();
  const before = on.clock();
  await set(first, { revokedAt: before - 1 });
  await set(second, { revokedAt: before });
  await set(wei.sessionId, { expiresAt: later(instant(before), -1) });
  await database.write((tx) => pruneSessions(tx, before));
  const left = (await database.read.select().from(sessions)).map(({ idHash }) => idHash);
  expect(left.sort()).toEqual([second, third].map(hashOf).sort());
});
