import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { memberships, organisations } from "@/db/schema/accounts";
import { actorOfKey } from "@/server/platform/identity/api-key-gate";
import { sessionBehind } from "@/server/platform/identity/session";
import { hashOf } from "@/server/platform/identity/tokens";
import { newId } from "@/server/platform/platform";
import { membershipsOf, membersOf } from "@/server/accounts/queries";
import { DAY_MS, HOUR_MS } from "@/domain/shared/time";
import { accountMarket, valueOf } from "@/test/account-market";
import { makeApiKey } from "./api-keys";
import { switchOrganisation } from "./organisation";
import { acceptInvitation, changeMemberRole, inviteMember, removeMember } from "./members";

type Market = Awaited<ReturnType<typeof accountMarket>>;

const refused = (code: string) => ({ kind: "refused", refusal: { code } });

const join = async (market: Market, boss: { sessionId: string }, them: { email: string; sessionId: string }) => {
  valueOf(await market.runBy(boss.sessionId, inviteMember, { email: them.email, role: "manager" }));
  const token = market.linkIn(await market.mailTo(them.email));
  return market.runBy(them.sessionId, acceptInvitation, { token, sessionIdHash: hashOf(them.sessionId) });
};

/** Somebody who works for lin's organisation and then for aigul's as well, with a session for each. */
async function bothMarket() {
  const market = await accountMarket();
  const [lin, aigul] = [await market.owner("lin"), await market.owner("aigul")];
  // Tries at an account are counted across the tests of a process.
  const name = `both${newId()}`;
  const both = { ...(await market.colleague(lin, name, "manager")), name };
  const atLin = both.sessionId;
  const atAigul = await market.signInAs(both.email);
  valueOf(await join(market, aigul, { ...both, sessionId: atAigul }));
  const acts = async (sessionId: string) => {
    const actor = (await sessionBehind(sessionId))?.actor;
    return [actor?.organisationId ?? null, actor?.role ?? null];
  };
  const go = (sessionId: string, organisationId: string) =>
    market.runBy(sessionId, switchOrganisation, { organisationId, sessionIdHash: hashOf(sessionId) });
  const suspend = ({ organisationId }: { organisationId: string }) =>
    market.database.write((tx) =>
      tx.update(organisations).set({ suspendedAt: 1 }).where(eq(organisations.id, organisationId)),
    );
  return { ...market, lin, aigul, both, atLin, atAigul, acts, go, suspend };
}

test("A role that one organisation gives is that of its own, and none at another.", async () => {
  const of = await bothMarket();
  valueOf(await of.runBy(of.lin.sessionId, changeMemberRole, { userId: of.both.userId, role: "viewer" }));
  expect(await of.acts(of.atLin)).toEqual([of.lin.organisationId, "viewer"]);
  expect(await of.acts(of.atAigul)).toEqual([of.aigul.organisationId, "manager"]);
  const unknown = { userId: of.aigul.userId, role: "viewer" };
  expect(await of.runBy(of.lin.sessionId, changeMemberRole, unknown)).toEqual(refused("not_found"));
  expect(await of.runBy(of.lin.sessionId, removeMember, { userId: of.aigul.userId })).toEqual(refused("not_found"));
  expect(await of.acts(of.aigul.sessionId)).toEqual([of.aigul.organisationId, "owner"]);
});

test("Whom one organisation removes goes on for the other, in every session, as what they are there.", async () => {
  const of = await bothMarket();
  valueOf(await of.runBy(of.aigul.sessionId, removeMember, { userId: of.both.userId }));
  for (const session of [of.atLin, of.atAigul])
    expect(await of.acts(session)).toEqual([of.lin.organisationId, "manager"]);
  const left = await of.database.read.select().from(memberships).where(eq(memberships.userId, of.both.userId));
  expect(left).toMatchObject([{ organisationId: of.lin.organisationId }]);
});

test("The sessions of whom one organisation removes stay with another that they are for, and go to none that is suspended.", async () => {
  const of = await bothMarket();
  await of.suspend(of.aigul);
  valueOf(await of.runBy(of.lin.sessionId, removeMember, { userId: of.both.userId }));
  expect(await sessionBehind(of.atLin)).toMatchObject({ organisation: null, actor: { userId: of.both.userId } });
  expect(await sessionBehind(of.atAigul)).toBeNull();
});

test("A sign-in goes on for the organisation that was last acted for, as long as one works there.", async () => {
  const of = await bothMarket();
  const again = async () => (await of.acts(await of.signInAs(of.both.email)))[0];
  of.wait(HOUR_MS);
  await sessionBehind(of.atAigul);
  expect(await again()).toBe(of.aigul.organisationId);
  of.wait(HOUR_MS);
  await sessionBehind(of.atLin);
  expect(await again()).toBe(of.lin.organisationId);
  of.wait(HOUR_MS);
  await sessionBehind(of.atAigul);
  await of.database.write((tx) =>
    tx.delete(memberships).where(eq(memberships.organisationId, of.aigul.organisationId)),
  );
  expect(await again()).toBe(of.lin.organisationId);
});

test("A person is told where they work, what they are there and what is suspended, and goes over to none of that.", async () => {
  const of = await bothMarket();
  await of.suspend(of.aigul);
  const actor = (await sessionBehind(of.atLin))?.actor;
  if (!actor) throw new Error("the session stands");
  expect(await membershipsOf(of.database.read, actor)).toEqual([
    { organisationId: of.lin.organisationId, name: "lin", role: "manager", isSuspended: false },
    { organisationId: of.aigul.organisationId, name: "aigul", role: "manager", isSuspended: true },
  ]);
  expect(await of.go(of.atLin, of.aigul.organisationId)).toEqual(refused("organisation_suspended"));
  expect(await of.acts(of.atLin)).toEqual([of.lin.organisationId, "manager"]);
});

test("A suspended organisation's invitation lets nobody in, and none asks or lets in who works there.", async () => {
  const of = await bothMarket();
  const wei = await of.person("wei");
  const ask = (email: string) => of.runBy(of.lin.sessionId, inviteMember, { email, role: "viewer" });
  expect(await ask(of.both.email)).toEqual(refused("already_member"));
  valueOf(await ask(wei.email));
  const token = of.linkIn(await of.mailTo(wei.email));
  const enter = (sessionIdHash = hashOf(wei.sessionId)) =>
    of.runBy(wei.sessionId, acceptInvitation, { token, sessionIdHash });
  await of.suspend(of.lin);
  expect(await enter()).toEqual(refused("organisation_suspended"));
  await of.database.write((tx) => tx.update(organisations).set({ suspendedAt: null }));
  const row = { userId: wei.userId, organisationId: of.lin.organisationId, role: "viewer", createdAt: 1 } as const;
  await of.database.write((tx) => tx.insert(memberships).values(row));
  expect(await enter()).toEqual(refused("already_member"));
  await of.database.write((tx) => tx.delete(memberships).where(eq(memberships.userId, wei.userId)));
  // Another person's session goes on for what it was for.
  valueOf(await enter(hashOf(of.atAigul)));
  expect(await of.acts(of.atAigul)).toEqual([of.aigul.organisationId, "manager"]);
});

test("Who is invited is shown to the owners of the organisation that asked, as long as the invitation can be accepted.", async () => {
  const of = await bothMarket();
  const shown = async (sessionId: string) => {
    const actor = (await sessionBehind(sessionId))?.actor;
    if (!actor) throw new Error("the session stands");
    const { members, invited } = await membersOf(of.database.read, actor, of.on.clock());
    return {
      people: members.map(({ name, isYou }) => (isYou ? `${name}, you` : name)),
      asked: invited.map(({ email }) => email),
    };
  };
  const ask = (boss: { sessionId: string }, email: string) =>
    of.runBy(boss.sessionId, inviteMember, { email, role: "viewer" });
  valueOf(await ask(of.lin, "early@a.example"));
  of.wait(DAY_MS);
  valueOf(await ask(of.lin, "late@a.example"));
  valueOf(await ask(of.aigul, "other@a.example"));
  expect(await shown(of.lin.sessionId)).toEqual({
    people: ["lin, you", of.both.name],
    asked: ["early@a.example", "late@a.example"],
  });
  expect(await shown(of.atLin)).toEqual({ people: ["lin", `${of.both.name}, you`], asked: [] });
  expect((await shown(of.aigul.sessionId)).asked).toEqual(["other@a.example"]);
  of.wait(6 * DAY_MS);
  expect((await shown(of.lin.sessionId)).asked).toEqual(["late@a.example"]);
});

test("A key acts in the role that its maker has at its own organisation, and ends with it, whatever they are elsewhere.", async () => {
  const of = await bothMarket();
  const [id, secret] = [newId(), "s".repeat(43)];
  const key = { id, secretHash: hashOf(secret), name: "k", scopes: ["deals:read"], lifeDays: null };
  valueOf(await of.runBy(of.atAigul, makeApiKey, key));
  valueOf(await of.runBy(of.lin.sessionId, changeMemberRole, { userId: of.both.userId, role: "viewer" }));
  const actor = () => actorOfKey(`Bearer kouan_${id}_${secret}`);
  expect(await actor()).toMatchObject({ organisationId: of.aigul.organisationId, role: "manager" });
  valueOf(await of.runBy(of.aigul.sessionId, removeMember, { userId: of.both.userId }));
  expect(await actor()).toBe("unknown");
});
