import { instant } from "@/domain/shared/time";
import { eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountMarket, valueOf } from "@/test/account-market";
import { organisations } from "@/db/schema/accounts";
import { outbox } from "@/db/schema/notices";
import { actorOfKey } from "../platform/identity/api-key-gate";
import { newId } from "../platform/platform";
import { sessionBehind } from "../platform/identity/session";
import { hashOf } from "../platform/identity/tokens";
import { auditLog, organisationsToReview, organisationToReview } from "./queries";
import { makeApiKey } from "./api-keys";
import { acceptInvitation, inviteMember } from "./members";
import { reinstateOrganisation, suspendOrganisation } from "./organisation";
import { reinstateUser, suspendUser } from "./user";

const refused = (code: string) => ({ kind: "refused", refusal: { code } });
const SECRET = "s".repeat(43);

async function market() {
  const accounts = await accountMarket();
  const [lin, stranger] = [await accounts.owner("lin"), await accounts.owner("stranger")];
  const admin = await accounts.administrator("wang");
  const id = newId();
  const key = { id, secretHash: hashOf(SECRET), name: "k", scopes: ["deals:read"], lifeDays: null };
  valueOf(await accounts.runBy(lin.sessionId, makeApiKey, key));
  return { ...accounts, lin, stranger, admin, bearer: `Bearer kouan_${id}_${SECRET}` };
}

test("a suspended organisation is out at once: its sessions, its keys, and by a new sign-in", async () => {
  const { lin, stranger, admin, bearer, runBy, trySignIn, database } = await market();
  const { organisationId } = lin;
  valueOf(await runBy(admin.sessionId, suspendOrganisation, { organisationId, reason: "false papers" }));
  expect(await sessionBehind(lin.sessionId)).toBeNull();
  expect(await actorOfKey(bearer)).toBe("unknown");
  expect((await trySignIn(lin.email, "nine wagons at the gate")).outcome).toEqual(refused("organisation_suspended"));
  expect(await sessionBehind(stranger.sessionId)).not.toBeNull();
  const again = await runBy(admin.sessionId, suspendOrganisation, { organisationId, reason: "other papers" });
  expect(again).toEqual(refused("already_suspended"));
  const [row] = await database.read.select().from(organisations).where(eq(organisations.id, organisationId));
  expect(row).toMatchObject({ suspensionReason: "false papers" });
  const others = await database.read.select().from(organisations).where(isNull(organisations.suspendedAt));
  expect(others).toHaveLength(2);
  const events = await database.read.select().from(outbox);
  expect(events.map((one) => one.event)).toContainEqual({ type: "organisation.suspended", organisationId });
});

test("the gate holds even for a session that was not ended", async () => {
  const { lin, database } = await market();
  await database.write((tx) =>
    tx.update(organisations).set({ suspendedAt: 1 }).where(eq(organisations.id, lin.organisationId)),
  );
  expect(await sessionBehind(lin.sessionId)).toBeNull();
});

test("who works for two organisations goes on for the one that is not suspended", async () => {
  const { lin, stranger, admin, runBy, signInAs, colleague, linkIn, mailTo } = await market();
  const both = await colleague(lin, "both", "manager");
  valueOf(await runBy(stranger.sessionId, inviteMember, { email: both.email, role: "viewer" }));
  const token = linkIn(await mailTo(both.email));
  valueOf(await runBy(both.sessionId, acceptInvitation, { token, sessionIdHash: hashOf(both.sessionId) }));
  valueOf(await runBy(admin.sessionId, suspendOrganisation, { organisationId: stranger.organisationId, reason: "x" }));
  expect(await sessionBehind(both.sessionId)).toBeNull();
  const again = await signInAs(both.email);
  expect(await sessionBehind(again)).toMatchObject({ organisation: { id: lin.organisationId } });
});

test("a reinstated organisation signs in again, and its keys work as before", async () => {
  const accounts = await market();
  const { lin, admin, bearer, runBy, signInAs } = accounts;
  const { organisationId } = lin;
  valueOf(await runBy(admin.sessionId, suspendOrganisation, { organisationId, reason: "x" }));
  // Who shut it out does not let it in again: another administrator does.
  const second = await accounts.administrator("sun");
  expect(await runBy(admin.sessionId, reinstateOrganisation, { organisationId })).toEqual({
    kind: "refused",
    refusal: { code: "own_limit", details: { names: "sun" } },
  });
  valueOf(await runBy(second.sessionId, reinstateOrganisation, { organisationId }));
  expect(await sessionBehind(lin.sessionId)).toBeNull();
  expect(await sessionBehind(await signInAs(lin.email))).not.toBeNull();
  expect(await actorOfKey(bearer)).not.toBe("unknown");
  expect(await runBy(admin.sessionId, reinstateOrganisation, { organisationId })).toEqual(refused("not_suspended"));
});

test("a suspended person is out everywhere, with the keys they made, until reinstated", async () => {
  const { lin, stranger, admin, bearer, runBy, trySignIn, signInAs, database } = await market();
  valueOf(await runBy(admin.sessionId, suspendUser, { userId: lin.userId, reason: "fraud" }));
  expect(await sessionBehind(lin.sessionId)).toBeNull();
  expect(await actorOfKey(bearer)).toBe("unknown");
  expect((await trySignIn(lin.email, "nine wagons at the gate")).outcome).toEqual(refused("account_suspended"));
  expect((await trySignIn(lin.email, "a wrong password")).outcome).toEqual(refused("wrong_credentials"));
  expect(await sessionBehind(stranger.sessionId)).not.toBeNull();
  const again = { userId: lin.userId, reason: "fraud, once more" };
  expect(await runBy(admin.sessionId, suspendUser, again)).toEqual(refused("already_suspended"));
  expect(await runBy(admin.sessionId, reinstateUser, { userId: stranger.userId })).toEqual(refused("not_suspended"));
  const viewer = (await sessionBehind(admin.sessionId))?.actor;
  const seen = viewer && (await organisationToReview(database.read, viewer, lin.organisationId));
  expect(seen?.people).toMatchObject([{ userId: lin.userId, suspensionReason: "fraud", isYou: false }]);
  valueOf(await runBy(admin.sessionId, reinstateUser, { userId: lin.userId }));
  await signInAs(lin.email);
});

test("only administrators suspend, always with a reason, never themselves or the platform", async () => {
  const { lin, stranger, admin, runBy, database } = await market();
  const { organisationId } = stranger;
  const by = (sessionId: string, more: object) => runBy(sessionId, suspendOrganisation, { organisationId, ...more });
  expect(await by(lin.sessionId, { reason: "a rival" })).toEqual(refused("not_permitted"));
  expect((await by(admin.sessionId, {})).kind).toBe("malformed");
  expect((await by(admin.sessionId, { reason: "  " })).kind).toBe("malformed");
  expect((await by(admin.sessionId, { reason: "x".repeat(501) })).kind).toBe("malformed");
  expect(await runBy(admin.sessionId, suspendUser, { userId: admin.userId, reason: "x" })).toEqual(
    refused("not_yourself"),
  );
  const [platform] = await database.read.select().from(organisations).where(eq(organisations.kind, "platform"));
  expect(await by(admin.sessionId, { organisationId: platform?.id, reason: "x" })).toEqual(refused("platform_stays"));
  expect(await by(admin.sessionId, { organisationId: "nobody", reason: "x" })).toEqual(refused("not_found"));
});

test("administrators find organisations by name and number, page by page; others find nothing", async () => {
  const { lin, stranger, admin, runBy, database } = await market();
  const viewer = (await sessionBehind(admin.sessionId))?.actor;
  const outsider = (await sessionBehind(lin.sessionId))?.actor;
  if (!viewer || !outsider) throw new Error("no sessions");
  const find = (words: string, more: object = {}) =>
    organisationsToReview(database.read, viewer, {
      words,
      state: "any",
      country: null,
      after: null,
      limit: 10,
      now: instant(0),
      ...more,
    });
  const names = async (words: string, more: object = {}) => (await find(words, more)).rows.map((row) => row.nameLatin);
  expect(await names("")).toEqual(["Kouan", "lin", "stranger"].sort((a, b) => (a < b ? -1 : 1)));
  expect(await names("STRANG")).toEqual(["stranger"]);
  expect(await names("91330782MY5257")).toEqual(["lin"]);
  expect(await names("%")).toEqual([]);
  expect(await names("", { state: "suspended" })).toEqual([]);
  valueOf(
    await runBy(admin.sessionId, suspendOrganisation, { organisationId: stranger.organisationId, reason: "forged" }),
  );
  expect(await names("", { state: "suspended" })).toEqual(["stranger"]);
  expect(await names("", { state: "active" })).toEqual(["Kouan", "lin"]);
  expect(await names("", { country: "KZ" })).toEqual([]);
  expect(await names("", { country: "CN" })).toHaveLength(3);
  const first = await find("", { limit: 2 });
  expect(await names("", { limit: 2, after: first.next })).toEqual(["stranger"]);
  const hidden = await organisationsToReview(database.read, outsider, {
    words: "",
    state: "any",
    country: null,
    after: null,
    limit: 10,
    now: instant(0),
  });
  expect(hidden.rows).toEqual([]);
  expect(await organisationToReview(database.read, outsider, lin.organisationId)).toBeNull();
});

test("the audit log is read by administrators, the newest first, by organisation, command and page", async () => {
  const { lin, admin, database } = await market();
  const viewer = (await sessionBehind(admin.sessionId))?.actor;
  const outsider = (await sessionBehind(lin.sessionId))?.actor;
  if (!viewer || !outsider) throw new Error("no sessions");
  const ask = { organisationId: null, command: null, from: null, before: null, after: null, limit: 100 };
  const { entries } = await auditLog(database.read, viewer, ask);
  expect(entries.map(({ at, id }) => [at, id])).toEqual(
    entries.map(({ at, id }) => [at, id] as const).sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? 1 : -1)),
  );
  const own = await auditLog(database.read, viewer, { ...ask, organisationId: lin.organisationId });
  expect(own.entries.map(({ command }) => command)).toEqual(["accounts.make-api-key"]);
  const paged = await auditLog(database.read, viewer, { ...ask, limit: 2 });
  const rest = await auditLog(database.read, viewer, { ...ask, after: paged.next });
  expect([...paged.entries, ...rest.entries].map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  const commands = async (search: object) =>
    (await auditLog(database.read, viewer, { ...ask, ...search })).entries.map(({ command }) => command);
  const keys = await commands({ command: "accounts.make-api-key" });
  expect(keys).toEqual(["accounts.make-api-key"]);
  const at = entries[0]?.at ?? 0;
  const { length } = entries;
  expect(await commands({ from: at })).toHaveLength(length);
  expect(await commands({ from: at + 1 })).toEqual([]);
  expect(await commands({ before: at })).toEqual([]);
  expect(await commands({ before: at + 1 })).toHaveLength(length);
  expect((await auditLog(database.read, outsider, ask)).entries).toEqual([]);
});
