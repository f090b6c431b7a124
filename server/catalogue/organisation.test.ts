import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountMarket, valueOf, visitor } from "@/test/account-market";
import { memberships, organisationKeys, organisations } from "../../db/schema/accounts";
import { outbox } from "../../db/schema/notices";
import { mintActor } from "../platform/identity/mint-actor";
import { sessionBehind } from "../platform/identity/session";
import { hashOf } from "../platform/identity/tokens";
import { organisationKey } from "../sealing/keys";
import { changeOrganisation, switchOrganisation } from "../accounts/organisation";
import { createOrganisation } from "./create-organisation";
import { foundPlatform } from "../accounts/found-platform";

const FACTS = {
  nameOwn: "义乌恒达进出口有限公司",
  nameLatin: "Yiwu Hengda Import & Export",
  country: "CN",
  city: "Yiwu",
  registrationNumber: "91330782MY52572988",
  description: "",
};
const system = mintActor({ kind: "system" });
const refused = (code: string) => ({ kind: "refused", refusal: { code } });

test("who enters an organisation owns it, acts for it at once, and it has its sealing key from the first moment", async () => {
  const market = await accountMarket();
  const lin = await market.owner("lin");
  expect(await sessionBehind(lin.sessionId)).toMatchObject({
    actor: { organisationId: lin.organisationId, role: "owner" },
    organisation: { kind: "trader" },
  });
  const [key] = await market.database.read.select().from(organisationKeys);
  expect(key?.organisationId).toBe(lin.organisationId);
  expect(organisationKey(Buffer.from(key?.wrappedKey ?? []), lin.organisationId)).toHaveLength(32);
  const events = await market.database.read.select().from(outbox);
  expect(events.map((row) => row.event)).toContainEqual({
    type: "organisation.created",
    organisationId: lin.organisationId,
    userId: lin.userId,
  });
});

test("an organisation that names no city has that of its Chinese registration number, and none where the number says none", async () => {
  const market = await accountMarket();
  const enter = async (name: string, facts: object) => {
    const { sessionId } = await market.person(name);
    const said = { ...FACTS, city: undefined, ...facts };
    return valueOf(
      await market.runBy(sessionId, createOrganisation, { facts: said, sessionIdHash: hashOf(sessionId) }),
    );
  };
  const lin = await enter("lin", {});
  const dana = await enter("dana", { country: "KZ", registrationNumber: "170540003213" });
  const named = await enter("wei", { registrationNumber: "91310115MA1K4D2U80", city: "Ningbo" });
  const rows = await market.database.read.select().from(organisations);
  const cityOf = ({ organisationId }: { organisationId: string }) => rows.find(({ id }) => id === organisationId)?.city;
  expect([lin, dana, named].map(cityOf)).toEqual(["义乌 Yiwu", "", "Ningbo"]);
});

test("one registration is one organisation, however the number is written", async () => {
  const market = await accountMarket();
  const [lin, wei] = [await market.person("lin"), await market.person("wei")];
  const enter = (sessionId: string, registrationNumber: string) =>
    market.runBy(sessionId, createOrganisation, {
      facts: { ...FACTS, registrationNumber },
      sessionIdHash: hashOf(sessionId),
    });
  expect(await enter(lin.sessionId, FACTS.registrationNumber)).toMatchObject({ kind: "done" });
  expect(await enter(wei.sessionId, "9133 0782-my52 572988")).toEqual(refused("registration_taken"));
  expect(await market.database.read.select().from(organisations)).toHaveLength(1);
});

test.each([
  ["nameOwn", ""],
  ["nameOwn", "x".repeat(121)],
  ["nameOwn", "12345"],
  ["nameLatin", "义乌恒达"],
  ["country", "XX"],
  ["country", ""],
  ["city", "x".repeat(81)],
  ["registrationNumber", "91330782MY52572989"],
  ["registrationNumber", "'; drop table users; --"],
  ["registrationNumber", "9".repeat(41)],
  ["description", "x".repeat(601)],
])("a hostile %s %j is answered at its field and makes nothing", async (field, value) => {
  const market = await accountMarket();
  const lin = await market.person("lin");
  const input = { facts: { ...FACTS, [field]: value }, sessionIdHash: hashOf(lin.sessionId) };
  const outcome = await market.runBy(lin.sessionId, createOrganisation, input);
  expect(outcome.kind === "malformed" && outcome.issues[0]?.path).toEqual(["facts", field]);
  expect(await market.database.read.select().from(organisations)).toEqual([]);
});

test("kind, suspension and id of an organisation cannot be sent along", async () => {
  const market = await accountMarket();
  const lin = await market.owner("lin");
  for (const more of [{ kind: "platform" }, { suspendedAt: null }, { id: "x" }]) {
    const outcome = await market.runBy(lin.sessionId, changeOrganisation, { ...FACTS, ...more });
    expect(outcome).toMatchObject({ kind: "malformed" });
  }
});

test("those who lead change their own organisation; nobody without one, and nobody not signed in", async () => {
  const market = await accountMarket();
  const [lin, alone] = [await market.owner("lin"), await market.person("alone")];
  const viewer = await market.colleague(lin, "viewer", "viewer");
  const changed = { ...FACTS, city: "Hangzhou" };
  expect(await market.runBy(viewer.sessionId, changeOrganisation, changed)).toEqual(refused("not_permitted"));
  expect(await market.runBy(alone.sessionId, changeOrganisation, changed)).toEqual(refused("not_permitted"));
  expect(await market.runAs(visitor, changeOrganisation, changed)).toEqual(refused("sign_in_needed"));
  valueOf(await market.runBy(lin.sessionId, changeOrganisation, changed));
  const [row] = await market.database.read.select().from(organisations).where(eq(organisations.id, lin.organisationId));
  expect(row).toMatchObject({ city: "Hangzhou", kind: "trader" });
});

test("an organisation is changed alone, and to no registration of another; in another country the same number is another's", async () => {
  const market = await accountMarket();
  const [lin, wei] = [await market.owner("lin"), await market.owner("wei")];
  const rows = async () => {
    const found = await market.database.read.select().from(organisations);
    return Object.fromEntries(found.map(({ id, city, country }) => [id, `${city} ${country}`]));
  };
  const change = (by: { sessionId: string }, facts: object) =>
    market.runBy(by.sessionId, changeOrganisation, { ...FACTS, ...facts });
  expect(await change(wei, {})).toEqual(refused("registration_taken"));
  expect(await rows()).toEqual({ [lin.organisationId]: "Yiwu CN", [wei.organisationId]: "Yiwu CN" });
  expect(await change(lin, { city: "Hangzhou" })).toMatchObject({ kind: "done" });
  expect(await change(wei, { country: "UZ" })).toMatchObject({ kind: "done" });
  expect(await rows()).toEqual({ [lin.organisationId]: "Hangzhou CN", [wei.organisationId]: "Yiwu UZ" });
});

test("who is made an administrator is so once, keeps their password, and what they are elsewhere", async () => {
  const market = await accountMarket();
  const lin = await market.owner("lin");
  await market.administrator("wang");
  const input = { email: lin.email, name: "X", locale: "en", timeZone: "UTC" };
  for (const token of ["t1", "t2"])
    valueOf(await market.runAs(system, foundPlatform, { ...input, tokenHash: hashOf(token) }));
  const own = await market.database.read.select().from(memberships).where(eq(memberships.userId, lin.userId));
  expect(own.map(({ role }) => role).sort()).toEqual(["administrator", "owner"]);
  expect(own.find(({ organisationId }) => organisationId === lin.organisationId)?.role).toBe("owner");
  expect(await sessionBehind(await market.signInAs(lin.email))).toMatchObject({ userName: "lin" });
});

test("a person goes over to another organisation of theirs, and to no other", async () => {
  const market = await accountMarket();
  const [lin, wei, stranger] = [await market.owner("lin"), await market.owner("wei"), await market.owner("stranger")];
  const both = await market.colleague(lin, "both", "manager");
  const go = (organisationId: string) =>
    market.runBy(both.sessionId, switchOrganisation, { organisationId, sessionIdHash: hashOf(both.sessionId) });
  expect(await go(wei.organisationId)).toEqual(refused("not_found"));
  expect(
    await market.runBy(both.sessionId, switchOrganisation, {
      organisationId: lin.organisationId,
      sessionIdHash: hashOf(stranger.sessionId),
    }),
  ).toEqual(refused("not_found"));
  expect(await sessionBehind(stranger.sessionId)).toMatchObject({ organisation: { id: stranger.organisationId } });
  expect(await go(lin.organisationId)).toMatchObject({ kind: "done" });
});

test("the first administrator is made by the system alone", async () => {
  const market = await accountMarket();
  const lin = await market.owner("lin");
  const input = { email: "x@x.example", name: "X", locale: "en", timeZone: "UTC", tokenHash: hashOf("t") };
  expect(await market.runBy(lin.sessionId, foundPlatform, input)).toEqual(refused("not_permitted"));
  const admin = await market.administrator("wang");
  await market.administrator("li");
  expect(await sessionBehind(admin.sessionId)).toMatchObject({ actor: { role: "administrator" } });
  const platforms = await market.database.read.select().from(organisations).where(eq(organisations.kind, "platform"));
  expect(platforms).toHaveLength(1);
});
