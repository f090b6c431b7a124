import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountMarket, valueOf } from "@/test/account-market";
import { memberInvitations, memberships } from "@/db/schema/accounts";
import { MEMBER_ROLES } from "@/domain/access/policy";
import { DAY_MS } from "@/domain/shared/time";
import { sessionBehind } from "../platform/identity/session";
import { hashOf } from "../platform/identity/tokens";
import { acceptInvitation, changeMemberRole, inviteMember, removeMember, withdrawInvitation } from "./members";

type Market = Awaited<ReturnType<typeof accountMarket>>;

const refused = (code: string) => ({ kind: "refused", refusal: { code } });
const accept = (market: Market, sessionId: string, token: string) =>
  market.runBy(sessionId, acceptInvitation, { token, sessionIdHash: hashOf(sessionId) });

async function invited(market: Market, boss: { sessionId: string }, email: string): Promise<string> {
  valueOf(await market.runBy(boss.sessionId, inviteMember, { email, role: "quoter" }));
  return market.linkIn(await market.mailTo(email));
}

test("an invited colleague joins in the role, acts for the organisation at once, and the link is used up", async () => {
  const market = await accountMarket();
  const [lin, wei] = [await market.owner("lin"), await market.person("wei")];
  const token = await invited(market, lin, wei.email);
  valueOf(await accept(market, wei.sessionId, token));
  expect(await sessionBehind(wei.sessionId)).toMatchObject({
    actor: { organisationId: lin.organisationId, role: "quoter" },
    isEmailVerified: true,
  });
  expect(await accept(market, wei.sessionId, token)).toEqual(refused("link_expired"));
});

test("an invitation lets in nobody but the account of its address, and nobody after a week or once taken back", async () => {
  const market = await accountMarket();
  const [lin, wei, thief] = [await market.owner("lin"), await market.person("wei"), await market.person("thief")];
  const token = await invited(market, lin, wei.email);
  expect(await accept(market, thief.sessionId, token)).toEqual(refused("invitation_for_other"));
  const newer = await invited(market, lin, wei.email);
  expect(await accept(market, wei.sessionId, token)).toEqual(refused("link_expired"));
  const [row] = await market.database.read.select().from(memberInvitations);
  valueOf(await market.runBy(lin.sessionId, withdrawInvitation, { invitationId: row?.id }));
  expect(await accept(market, wei.sessionId, newer)).toEqual(refused("link_expired"));
  const last = await invited(market, lin, wei.email);
  market.wait(7 * DAY_MS - 1);
  const fresh = await market.signInAs(wei.email);
  market.wait(1);
  expect(await accept(market, fresh, last)).toEqual(refused("link_expired"));
});

test.each(MEMBER_ROLES.filter((role) => role !== "owner"))("a %s changes no member", async (role) => {
  const market = await accountMarket();
  const lin = await market.owner("lin");
  const [wei, other] = [await market.colleague(lin, "wei", role), await market.colleague(lin, "other", "viewer")];
  const by = <I, O>(command: Parameters<typeof market.runBy<I, O>>[1], input: unknown) =>
    market.runBy(wei.sessionId, command, input);
  expect(await by(changeMemberRole, { userId: wei.userId, role: "owner" })).toEqual(refused("not_permitted"));
  expect(await by(inviteMember, { email: "x@x.example", role: "owner" })).toEqual(refused("not_permitted"));
  expect(await by(removeMember, { userId: other.userId })).toEqual(refused("not_permitted"));
  expect(await sessionBehind(wei.sessionId)).toMatchObject({ actor: { role } });
});

test("the last owner neither leaves nor loses the role; with a second one they may", async () => {
  const market = await accountMarket();
  const lin = await market.owner("lin");
  const wei = await market.colleague(lin, "wei", "manager");
  const demote = () => market.runBy(lin.sessionId, changeMemberRole, { userId: lin.userId, role: "viewer" });
  expect(await demote()).toEqual(refused("last_owner"));
  expect(await market.runBy(lin.sessionId, removeMember, { userId: lin.userId })).toEqual(refused("last_owner"));
  valueOf(await market.runBy(lin.sessionId, changeMemberRole, { userId: wei.userId, role: "owner" }));
  valueOf(await demote());
  expect(await sessionBehind(lin.sessionId)).toMatchObject({ actor: { role: "viewer" } });
  expect(await market.runBy(wei.sessionId, removeMember, { userId: wei.userId })).toEqual(refused("last_owner"));
});

test("two owners who leave at the same moment leave one", async () => {
  const market = await accountMarket();
  const lin = await market.owner("lin");
  const wei = await market.colleague(lin, "wei", "owner");
  const outcomes = await Promise.all(
    [lin, wei].map((one) => market.runBy(one.sessionId, removeMember, { userId: one.userId })),
  );
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["done", "refused"]);
  const left = await market.database.read
    .select()
    .from(memberships)
    .where(eq(memberships.organisationId, lin.organisationId));
  expect(left).toMatchObject([{ role: "owner" }]);
});

test("a removed member acts for the organisation no more, in the very session they are in", async () => {
  const market = await accountMarket();
  const lin = await market.owner("lin");
  const wei = await market.colleague(lin, "wei", "manager");
  valueOf(await market.runBy(lin.sessionId, removeMember, { userId: wei.userId }));
  expect(await sessionBehind(wei.sessionId)).toMatchObject({
    organisation: null,
    actor: { organisationId: null, role: null },
  });
  expect(await market.runBy(wei.sessionId, inviteMember, { email: "x@x.example", role: "viewer" })).toEqual(
    refused("not_permitted"),
  );
});

test("no trader has an administrator, and the platform has nobody else", async () => {
  const market = await accountMarket();
  const [lin, admin] = [await market.owner("lin"), await market.administrator("wang")];
  const invite = (sessionId: string, role: string) =>
    market.runBy(sessionId, inviteMember, { email: "x@x.example", role });
  expect(await invite(lin.sessionId, "administrator")).toEqual(refused("role_unknown"));
  expect(await market.runBy(lin.sessionId, changeMemberRole, { userId: lin.userId, role: "administrator" })).toEqual(
    refused("role_unknown"),
  );
  expect(await invite(admin.sessionId, "owner")).toEqual(refused("role_unknown"));
  expect(await invite(admin.sessionId, "administrator")).toMatchObject({ kind: "done" });
});
