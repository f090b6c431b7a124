import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { deals } from "@/db/schema/deals";
import { requests } from "@/db/schema/requests";
import { documentsView } from "@/server/documents/queries";
import { contractDeal } from "@/test/traffic-market";
import { actorOf, orderMarket, visitor } from "@/test/order-market";
import { currentOf } from "../../domain/documents/deal-document";
import { hasOriginPaper, versionsOfDeal } from "../../db/repositories/documents";
import { auditEntries } from "../../db/schema/platform";
import { DAY_MS, instant } from "../../domain/shared/time";
import { money } from "../../domain/shared/money";
import { execute } from "../platform/execute";
import { cancelOrder } from "../orders/cancel-order";
import { enterDocument, reviseDocument, withdrawDocument } from "./enter-document";

type Market = Awaited<ReturnType<typeof orderMarket>>;
type Who = Parameters<typeof actorOf>[0];

const INVOICE = {
  kind: "commercial_invoice",
  number: "INV-1",
  date: "2026-11-20",
  fields: {
    total: { minor: 5_000, currency: "CNY" },
    incoterm: "DAP",
    lines: [{ description: "Inverters", hsCode: "8504.40", amount: { minor: 5_000, currency: "CNY" } }],
  },
};
const WAYBILL = {
  kind: "cmr",
  number: "CMR-1",
  date: "2026-11-21",
  fields: { packages: 4, grossWeightGrams: 1_000, consignee: "Altyn", vehicle: "京A12345" },
};
const DECLARATION = {
  kind: "export_declaration",
  number: "530120260123456789",
  date: "2026-11-21",
  fields: {
    supervisionMode: "0110",
    packages: 4,
    grossWeightGrams: 1_000,
    value: { minor: 5_000, currency: "CNY" },
    lines: [{ hsCode: "850440", description: "Inverters" }],
  },
};
const LIST = {
  kind: "packing_list",
  number: "P-1",
  date: "2026-11-20",
  fields: { packages: 4, grossWeightGrams: 1_000, lines: [{ description: "Inverters" }] },
};

const dealIdOf = ({ orderId }: Market) => /^o-(d\d+)-/.exec(orderId)?.[1] as string;

const enterAs = (who: Who, market: Market, entry: object = INVOICE, idempotencyKey?: string) =>
  execute(
    enterDocument,
    {
      actor: actorOf(who),
      input: { dealId: dealIdOf(market), ...entry },
      ...(idempotencyKey ? { idempotencyKey } : {}),
    },
    market.on,
  );

async function entered(market: Market, who: Who = "lin", entry: object = INVOICE): Promise<string> {
  const outcome = await enterAs(who, market, entry);
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.value.id;
}

const reviseAs = (who: Who, market: Market, documentId: string, more: object = {}) =>
  execute(reviseDocument, { actor: actorOf(who), input: { documentId, version: 1, ...INVOICE, ...more } }, market.on);

const withdrawAs = (who: Who, market: Market, documentId: string, version?: number) =>
  execute(withdrawDocument, { actor: actorOf(who), input: { documentId, version } }, market.on);

const versions = (market: Market) => versionsOfDeal(market.database.read, dealIdOf(market));
const refusedWith = (code: string) => ({ kind: "refused", refusal: { code } });

test("a document is kept as it was typed, with who entered it as what, and is on the audit record", async () => {
  const market = await orderMarket();
  const id = await entered(market);
  expect(await versions(market)).toEqual([
    {
      id,
      version: 1,
      dealId: dealIdOf(market),
      kind: "commercial_invoice",
      number: "INV-1",
      date: "2026-11-20",
      fields: {
        total: money(5_000n, "CNY"),
        incoterm: "DAP",
        lines: [{ description: "Inverters", hsCode: "850440", amount: money(5_000n, "CNY") }],
      },
      fileId: null,
      isWithdrawn: false,
      enteredByOrganisationId: "buyer",
      enteredByUserId: "lin",
      enteredAs: "buyer",
      enteredAt: market.now(),
    },
  ]);
  const audit = await market.database.read.select().from(auditEntries);
  expect(audit).toMatchObject([{ command: "documents.enter-document", subjectId: id, outcome: "done" }]);
});

test("the same key enters a document once", async () => {
  const market = await orderMarket();
  const first = await enterAs("lin", market, INVOICE, "k1");
  expect(await enterAs("lin", market, INVOICE, "k1")).toEqual({ ...first, isReplay: true });
  expect(await versions(market)).toHaveLength(1);
});

test.each([
  ["the buyer enters a waybill", "logistics", "lin", WAYBILL, "buyer"],
  ["the carrier enters its waybill", "logistics", "timur", WAYBILL, "logistics"],
  ["the carrier enters a packing list", "logistics", "aigul", LIST, "logistics"],
  ["the broker enters a declaration", "customs", "timur", DECLARATION, "customs"],
  ["the broker enters an invoice", "customs", "aigul", INVOICE, "customs"],
] as const)("%s", async (_, service, who, entry, enteredAs) => {
  const market = await orderMarket({ services: [service] });
  expect(await enterAs(who, market, entry)).toMatchObject({ kind: "done" });
  expect(await versions(market)).toMatchObject([{ enteredAs }]);
});

test.each([
  ["the carrier enters no invoice", "logistics", "timur", INVOICE, "document_not_yours"],
  ["the carrier enters no declaration", "logistics", "timur", DECLARATION, "document_not_yours"],
  ["the broker enters no waybill", "customs", "timur", WAYBILL, "document_not_yours"],
  ["a viewer of the buyer enters nothing", "logistics", "wei", INVOICE, "not_permitted"],
  ["to an inspector of the deal its papers are not there", "inspection", "timur", LIST, "not_found"],
  ["to the payment provider of the deal its papers are not there", "payment", "timur", LIST, "not_found"],
  ["to a stranger the deal is not there", "logistics", "stranger", LIST, "not_found"],
] as const)("%s", async (_, service, who, entry, code) => {
  const market = await orderMarket({ services: [service] });
  expect(await enterAs(who, market, entry)).toMatchObject(refusedWith(code));
  expect(await versions(market)).toEqual([]);
});

test("who has not signed in enters nothing", async () => {
  const market = await orderMarket();
  const call = { actor: visitor, input: { dealId: dealIdOf(market), ...INVOICE } };
  expect(await execute(enterDocument, call, market.on)).toMatchObject(refusedWith("sign_in_needed"));
});

test("a provider whose order was called off is a stranger to the papers", async () => {
  const market = await orderMarket();
  const cancel = { actor: actorOf("lin"), input: { orderId: market.orderId, reason: "plans changed" } };
  expect(await execute(cancelOrder, cancel, market.on)).toMatchObject({ kind: "done" });
  expect(await enterAs("timur", market, WAYBILL)).toMatchObject(refusedWith("not_found"));
});

test("one number of a kind is entered once, however it is spelled, and again after it was withdrawn", async () => {
  const market = await orderMarket();
  const id = await entered(market);
  expect(await enterAs("lin", market, { ...INVOICE, number: "inv -1" })).toMatchObject(refusedWith("document_exists"));
  expect(await enterAs("lin", market, { ...INVOICE, number: "INV-2" })).toMatchObject({ kind: "done" });
  await withdrawAs("lin", market, id);
  expect(await enterAs("lin", market)).toMatchObject({ kind: "done" });
});

test("a revision is a new version beside the old one, and the one that counts", async () => {
  const market = await orderMarket();
  const id = await entered(market);
  expect(await reviseAs("lin", market, id, { number: "INV-1a" })).toMatchObject({
    kind: "done",
    value: { version: 2 },
  });
  const all = await versions(market);
  expect(all.map(({ version, number }) => [version, number])).toEqual([
    [1, "INV-1"],
    [2, "INV-1a"],
  ]);
  expect(currentOf(all)).toMatchObject([{ version: 2 }]);
});

test.each([
  ["the other party", { who: "timur" }, {}, "document_not_yours"],
  ["a viewer", { who: "wei" }, {}, "not_permitted"],
  ["a stranger", { who: "stranger" }, {}, "not_found"],
  ["who saw an older version", { who: "lin" }, { version: 0 }, "stale_version"],
  ["who makes another kind of it", { who: "lin" }, LIST, "document_kind_fixed"],
  ["who gives it the number of another", { who: "lin" }, { number: "INV-2" }, "document_exists"],
] as const)("%s does not revise a document", async (_, { who }, more, code) => {
  const market = await orderMarket();
  const id = await entered(market);
  await entered(market, "lin", { ...INVOICE, number: "INV-2" });
  expect(await reviseAs(who, market, id, more)).toMatchObject(refusedWith(code));
  expect(await versions(market)).toHaveLength(2);
});

test("a withdrawn document counts no more, stays on record, and is neither revised nor withdrawn again", async () => {
  const market = await orderMarket();
  const id = await entered(market);
  expect(await withdrawAs("timur", market, id)).toMatchObject(refusedWith("document_not_yours"));
  expect(await withdrawAs("lin", market, id, 1)).toMatchObject({ kind: "done", value: { version: 2 } });
  const all = await versions(market);
  expect(currentOf(all)).toEqual([]);
  expect(all.map(({ isWithdrawn }) => isWithdrawn)).toEqual([false, true]);
  expect(await reviseAs("lin", market, id, { version: 2 })).toMatchObject(refusedWith("wrong_state"));
  expect(await withdrawAs("lin", market, id)).toMatchObject(refusedWith("wrong_state"));
});

test("ten revisions of one version at once have one effect", async () => {
  const market = await orderMarket();
  const id = await entered(market);
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => reviseAs("lin", market, id)));
  expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
  expect(await versions(market)).toHaveLength(2);
});

test.each([
  ["no total", { ...INVOICE, fields: { ...INVOICE.fields, total: undefined } }, ["fields", "total"]],
  ["no lines", { ...INVOICE, fields: { ...INVOICE.fields, lines: [] } }, ["fields", "lines"]],
  ["fields of another kind", { ...INVOICE, fields: WAYBILL.fields }, ["fields", "total"]],
  ["an unknown kind", { ...INVOICE, kind: "letter" }, ["kind"]],
  ["no number", { ...INVOICE, number: " " }, ["number"]],
  ["no such day", { ...INVOICE, date: "2026-02-30" }, ["date"]],
  [
    "part of a gram",
    { ...WAYBILL, fields: { ...WAYBILL.fields, grossWeightGrams: 0.5 } },
    ["fields", "grossWeightGrams"],
  ],
  ["more net than gross", { ...LIST, fields: { ...LIST.fields, netWeightGrams: 1_001 } }, ["fields", "netWeightGrams"]],
  [
    "a broken code",
    { ...DECLARATION, fields: { ...DECLARATION.fields, lines: [{ hsCode: "7", description: "x" }] } },
    ["fields", "lines", 0, "hsCode"],
  ],
] as const)("a document with %s is malformed there", async (_, entry, path) => {
  const outcome = await enterAs("lin", await orderMarket(), entry);
  expect(outcome.kind === "malformed" && outcome.issues.map((issue) => issue.path)).toContainEqual(path);
});

test("Papers of another deal of the same two companies count for that deal alone, and each party takes back its own.", async () => {
  const market = await orderMarket({ services: ["logistics", "customs"] });
  const { database, now } = market;
  const own = await entered(market);
  const theirs = await entered(market, "timur", WAYBILL);
  const deal = { hubId: "horgos", isBorderHub: true, services: ["logistics"], at: now() } as const;
  const another = { ...market, orderId: (await contractDeal(database, deal)).orders.logistics ?? "" };
  const other = await entered(another);
  await entered(another, "lin", { ...INVOICE, number: "INV-3" });
  const seen = (who: Who, of: Market) => documentsView(database.read, actorOf(who), dealIdOf(of));
  expect((await seen("lin", market))?.ownIds).toEqual([own]);
  expect((await seen("timur", market))?.ownIds).toEqual([theirs]);
  expect((await seen("wei", market))?.ownIds).toEqual([]);
  expect((await seen("lin", another))?.ownIds).toContain(other);
  expect((await seen("lin", another))?.versions.map(({ number }) => number).sort()).toEqual(["INV-1", "INV-3"]);
  expect((await seen("timur", market))?.parties).toEqual(["logistics", "customs"]);
  expect((await seen("timur", another))?.parties).toEqual(["logistics"]);
  expect((await seen("wei", another))?.enterable).toEqual([]);
  expect(await seen("stranger", market)).toBeNull();
  // Another company's paper is no party's to change, though it is of the same deal.
  expect(await reviseAs("lin", market, theirs, WAYBILL)).toMatchObject(refusedWith("document_not_yours"));
});

test("A declaration is held against what its deal's customs requests name, but for those that were called off.", async () => {
  const market = await orderMarket({ services: ["customs"] });
  const { database, now } = market;
  await entered(market, "timur", DECLARATION);
  const deal = { hubId: "horgos", isBorderHub: true, services: ["customs"], at: now() } as const;
  await contractDeal(database, deal);
  const set = (of: string, change: Partial<typeof requests.$inferInsert>) =>
    database.write((tx) => tx.update(requests).set(change).where(eq(requests.dealId, of)));
  const rules = async () =>
    (await documentsView(database.read, actorOf("lin"), dealIdOf(market)))?.findings.map(({ rule }) => rule);
  const [, otherDeal] = (await database.read.select({ id: deals.id }).from(deals)).map(({ id }) => id).sort();
  await set(otherDeal ?? "", { spec: { supervisionMode: "1210" } });
  expect(await rules()).not.toContain("supervision_equal");
  await set(dealIdOf(market), { spec: { supervisionMode: "1039" } });
  expect(await rules()).toContain("supervision_equal");
  await set(dealIdOf(market), { state: "cancelled" });
  expect(await rules()).not.toContain("supervision_equal");
});

test.each([
  ["origin_form_e", "E26CN000001"],
  ["origin_rcep", "RC26CN000001"],
])(
  "a deal has its origin proved by %s from when it is entered, until its last day or until it is withdrawn",
  async (kind, number) => {
    const market = await orderMarket();
    const has = (at = market.now()) => hasOriginPaper(market.database.read, dealIdOf(market), at);
    await entered(market);
    expect(await has()).toBe(false);
    const fields = { validUntil: "2027-11-20", hsCodes: ["850440"] };
    const id = await entered(market, "lin", { kind, number, date: "2026-11-21", fields });
    expect(await has()).toBe(true);
    expect(await has(instant(market.now() - 1))).toBe(false);
    expect(await has(instant(market.now() + 400 * DAY_MS))).toBe(false);
    await withdrawAs("lin", market, id, 1);
    expect(await has()).toBe(false);
  },
);

describe("the number of a declaration on paper", () => {
  const malformed = (why: string) => ({
    kind: "refused",
    refusal: { code: "declaration_number_malformed", details: { country: "CN", side: "export", why } },
  });

  test.each([
    ["D-1", "form"],
    ["300120260123456789", "office"],
    ["530120240123456789", "year"],
    ["530120261123456789", "direction"],
  ])("is refused where its customs cannot have given it: %s for its %s", async (number, why) => {
    const market = await orderMarket({ services: ["customs"] });
    expect(await enterAs("timur", market, { ...DECLARATION, number })).toMatchObject(malformed(why));
    expect(await versions(market)).toEqual([]);
  });

  test("is held to that where it is typed in anew, and no paper of another kind is", async () => {
    const market = await orderMarket({ services: ["customs"] });
    const documentId = await entered(market, "timur", DECLARATION);
    const revised = { ...DECLARATION, number: "530120261123456789" };
    expect(await reviseAs("timur", market, documentId, revised)).toMatchObject(malformed("direction"));
    expect(await versions(market)).toHaveLength(1);
  });
});
