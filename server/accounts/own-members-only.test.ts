import { expect, test } from "vitest";
import { memberInvitations } from "@/db/schema/accounts";
import { sessionBehind } from "@/server/platform/identity/session";
import { hashOf } from "@/server/platform/identity/tokens";
import { sessionsOf } from "@/server/accounts/queries";
import { accountMarket, valueOf } from "@/test/account-market";
import { inviteMember, removeMember, withdrawInvitation } from "./members";

test("An invitation is replaced or taken back by the organisation that sent it; another's to the same address stays.", async () => {
  const market = await accountMarket();
  const [lin, aigul] = [await market.owner("lin"), await market.owner("aigul")];
  const asked = { email: "wei@wei.example", role: "quoter" };
  const sent = async () =>
    (await market.database.read.select().from(memberInvitations)).map(({ organisationId }) => organisationId).sort();
  valueOf(await market.runBy(lin.sessionId, inviteMember, asked));
  valueOf(await market.runBy(aigul.sessionId, inviteMember, asked));
  valueOf(await market.runBy(aigul.sessionId, inviteMember, asked));
  expect(await sent()).toEqual([lin.organisationId, aigul.organisationId].sort());
  const [ofLin] = (await market.database.read.select().from(memberInvitations)).filter(
    ({ organisationId }) => organisationId === lin.organisationId,
  );
  const take = (by: { sessionId: string }) =>
    market.runBy(by.sessionId, withdrawInvitation, { invitationId: ofLin?.id ?? "" });
  expect(await take(aigul)).toMatchObject({ kind: "refused", refusal: { code: "not_found" } });
  expect(await sent()).toHaveLength(2);
  valueOf(await take(lin));
  expect(await sent()).toEqual([aigul.organisationId]);
});

test("A member who is removed acts for the organisation no longer; a colleague's sessions go on.", async () => {
  const market = await accountMarket();
  const boss = await market.owner("lin");
  const [wei, mei] = [await market.colleague(boss, "wei", "quoter"), await market.colleague(boss, "mei", "viewer")];
  const organisationOf = async ({ sessionId }: { sessionId: string }) =>
    (await sessionBehind(sessionId))?.organisation?.id ?? null;
  valueOf(await market.runBy(boss.sessionId, removeMember, { userId: wei.userId }));
  expect(await organisationOf(wei)).toBeNull();
  expect(await organisationOf(mei)).toBe(boss.organisationId);
  expect(await organisationOf(boss)).toBe(boss.organisationId);
});

test("A person is shown their own sign-ins, and nobody else's.", async () => {
  const market = await accountMarket();
  const boss = await market.owner("lin");
  const wei = await market.colleague(boss, "wei", "quoter");
  const again = await market.signInAs(wei.email);
  const shown = async (sessionId: string) => {
    const session = await sessionBehind(sessionId);
    if (!session) throw new Error("a fresh session stands");
    const rows = await sessionsOf(market.database.read, session.actor, market.on.clock());
    return rows.map(({ idHash }) => idHash).sort();
  };
  expect(await shown(wei.sessionId)).toEqual([wei.sessionId, again].map(hashOf).sort());
  expect(await shown(boss.sessionId)).toEqual([hashOf(boss.sessionId)]);
});
