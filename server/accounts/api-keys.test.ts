import { expect, test } from "vitest";
import { accountMarket, valueOf } from "@/test/account-market";
import { apiKeys } from "../../db/schema/accounts";
import { mayEver, SCOPES } from "../../domain/access/policy";
import { DAY_MS } from "../../domain/shared/time";
import { actorOfKey } from "../platform/identity/api-key-gate";
import { sessionBehind } from "../platform/identity/session";
import { apiKeysOf } from "./queries";
import { newId } from "../platform/platform";
import { hashOf } from "../platform/identity/tokens";
import { changeMemberRole, removeMember } from "./members";
import { makeApiKey, revokeApiKey } from "./api-keys";

type Market = Awaited<ReturnType<typeof accountMarket>>;

const SECRET = "s".repeat(43);
const refused = (code: string) => ({ kind: "refused", refusal: { code } });

async function make(market: Market, sessionId: string, more: object = {}) {
  const id = newId();
  const input = { id, secretHash: hashOf(SECRET), name: "warehouse", scopes: ["deals:read"], lifeDays: null, ...more };
  const outcome = await market.runBy(sessionId, makeApiKey, input);
  return { id, outcome, bearer: `Bearer kouan_${id}_${SECRET}` };
}

test("a key acts for its organisation by its scopes, and only the hash of its secret is kept", async () => {
  const market = await accountMarket();
  const lin = await market.owner("lin");
  const key = await make(market, lin.sessionId);
  const actor = await actorOfKey(key.bearer);
  expect(actor).toMatchObject({ kind: "api_key", organisationId: lin.organisationId, role: "owner" });
  if (actor === null || actor === "unknown") throw new Error("no actor");
  expect([mayEver(actor, "deal.read"), mayEver(actor, "deal.change")]).toEqual([true, false]);
  expect(JSON.stringify(await market.database.read.select().from(apiKeys))).not.toContain(SECRET);
  expect(await actorOfKey(key.bearer.replace(/.$/, "t"))).toBe("unknown");
});

test.each([
  ["owner", "admin:read"],
  ["manager", "admin:write"],
] as const)("a key of a %s may not be given %s", async (role, scope) => {
  const market = await accountMarket();
  const lin = await market.owner("lin");
  const maker = role === "owner" ? lin : await market.colleague(lin, "wei", role);
  const { outcome } = await make(market, maker.sessionId, { scopes: ["deals:read", scope] });
  expect(outcome).toMatchObject({
    kind: "refused",
    refusal: { code: "scope_beyond_role", details: { scopes: scope } },
  });
  expect(await market.database.read.select().from(apiKeys)).toEqual([]);
});

test.each(["quoter", "operations", "finance", "viewer"] as const)("a %s makes and revokes no key", async (role) => {
  const market = await accountMarket();
  const lin = await market.owner("lin");
  const key = await make(market, lin.sessionId);
  const wei = await market.colleague(lin, "wei", role);
  expect((await make(market, wei.sessionId)).outcome).toEqual(refused("not_permitted"));
  expect(await market.runBy(wei.sessionId, revokeApiKey, { keyId: key.id })).toEqual(refused("not_permitted"));
});

test("a key is narrowed with its maker's role, and dies when its maker leaves", async () => {
  const market = await accountMarket();
  const lin = await market.owner("lin");
  const wei = await market.colleague(lin, "wei", "manager");
  const key = await make(market, wei.sessionId, { scopes: SCOPES.filter((scope) => !scope.startsWith("admin:")) });
  const mayAward = async () => {
    const actor = await actorOfKey(key.bearer);
    return actor !== null && actor !== "unknown" && mayEver(actor, "request.award");
  };
  expect(await mayAward()).toBe(true);
  valueOf(await market.runBy(lin.sessionId, changeMemberRole, { userId: wei.userId, role: "viewer" }));
  expect(await mayAward()).toBe(false);
  valueOf(await market.runBy(lin.sessionId, removeMember, { userId: wei.userId }));
  expect(await actorOfKey(key.bearer)).toBe("unknown");
});

test("a key ends when it is revoked and at the end of its life; nobody revokes another organisation's", async () => {
  const market = await accountMarket();
  const [lin, stranger] = [await market.owner("lin"), await market.owner("stranger")];
  const [short, long] = [await make(market, lin.sessionId, { lifeDays: 1 }), await make(market, lin.sessionId)];
  expect(await market.runBy(stranger.sessionId, revokeApiKey, { keyId: long.id })).toEqual(refused("not_found"));
  expect(await actorOfKey(long.bearer)).not.toBe("unknown");
  valueOf(await market.runBy(lin.sessionId, revokeApiKey, { keyId: long.id }));
  expect(await actorOfKey(long.bearer)).toBe("unknown");
  expect(await actorOfKey(short.bearer)).not.toBe("unknown");
  market.wait(DAY_MS);
  expect(await actorOfKey(short.bearer)).toBe("unknown");
});

test("the keys of one's own organisation are listed to those who lead it, the newest first, each with how it stands", async () => {
  const market = await accountMarket();
  const [lin, stranger] = [await market.owner("lin"), await market.owner("stranger")];
  const viewer = await market.colleague(lin, "wei", "viewer");
  const short = await make(market, lin.sessionId, { name: "short", lifeDays: 1 });
  const gone = await make(market, lin.sessionId, { name: "gone" });
  await make(market, lin.sessionId, { name: "long", lifeDays: 2, scopes: ["files:read", "deals:read"] });
  await make(market, stranger.sessionId, { name: "theirs" });
  valueOf(await market.runBy(lin.sessionId, revokeApiKey, { keyId: gone.id }));
  const shown = async (sessionId: string) => {
    const actor = (await sessionBehind(sessionId))?.actor;
    if (!actor) throw new Error("the session stands");
    const keys = await apiKeysOf(market.database.read, actor, market.on.clock());
    return keys.map(({ name, state }) => [name, state]);
  };
  const states = (ofShort: string) => [
    ["long", "active"],
    ["gone", "revoked"],
    ["short", ofShort],
  ];
  expect(await shown(lin.sessionId)).toEqual(states("active"));
  market.wait(DAY_MS - 1);
  expect(await shown(lin.sessionId)).toEqual(states("active"));
  market.wait(1);
  expect(await shown(lin.sessionId)).toEqual(states("expired"));
  expect(await shown(viewer.sessionId)).toEqual([]);
  expect(await shown(stranger.sessionId)).toEqual([["theirs", "active"]]);
  expect(await actorOfKey(short.bearer)).toBe("unknown");
});

test("an organisation has fifty keys that are not revoked, whatever others have", async () => {
  const market = await accountMarket();
  const [lin, stranger] = [await market.owner("lin"), await market.owner("stranger")];
  const { id } = await make(market, lin.sessionId);
  const [key] = await market.database.read.select().from(apiKeys);
  if (!key) throw new Error("a key was made");
  await market.database.write((tx) =>
    tx.insert(apiKeys).values(Array.from({ length: 48 }, () => ({ ...key, id: newId() }))),
  );
  expect((await make(market, lin.sessionId)).outcome).toMatchObject({ kind: "done" });
  expect((await make(market, lin.sessionId)).outcome).toMatchObject({
    refusal: { code: "too_many_keys", details: { limit: 50 } },
  });
  expect((await make(market, stranger.sessionId)).outcome).toMatchObject({ kind: "done" });
  valueOf(await market.runBy(lin.sessionId, revokeApiKey, { keyId: id }));
  expect((await make(market, lin.sessionId)).outcome).toMatchObject({ kind: "done" });
});

test.each([
  ["name", ""],
  ["name", "x".repeat(61)],
  ["scopes", []],
  ["scopes", ["everything"]],
  ["lifeDays", 0],
  ["lifeDays", 99_999],
  ["organisationId", "other"],
])("a hostile %s %j is malformed", async (field, value) => {
  const market = await accountMarket();
  const lin = await market.owner("lin");
  expect((await make(market, lin.sessionId, { [field]: value })).outcome.kind).toBe("malformed");
});
