import { EXPORTER } from "../../domain/services/examples";
import { expect, test } from "vitest";
import { findDeclaration } from "@/db/repositories/declarations";
import { insertDutyRate } from "@/db/repositories/duty-rates";
import { findMilestones, findOrder } from "@/db/repositories/orders";
import { dutyRate } from "@/domain/tariff/duty-example";
import { HOUR_MS } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { done, refusalOf } from "@/test/bidding-market";
import { ASSESSED, clearanceMarket, IMPORT, LINES, passing } from "@/test/clearance-market";
import { actorOf } from "@/test/order-market";
import { listOrders, orderPage } from "../orders/queries/orders";
import { workList } from "../orders/queries/work";
import { approveDraft } from "./review-draft";
import { assessDuties, fileDeclaration, payDuties, recordAct } from "./acts";
import { reviseDeclaration } from "./draft-declaration";

type Market = Awaited<ReturnType<typeof clearanceMarket>>;

const BOTH = { ...IMPORT, ...EXPORTER, side: "both", supervisionMode: "0110" };
const inCurrency = (currency: string) => LINES.map((line) => ({ ...line, customsValue: { minor: 100, currency } }));

let serial = 0;

async function filed(of: Market, more: object = {}, number = `50417/241126/000000${++serial}`): Promise<string> {
  const declarationId = await of.draft(more);
  done(await of.run("lin", approveDraft, { declarationId }));
  done(await of.run("timur", fileDeclaration, { declarationId, number, occurredAt: of.at() }));
  return declarationId;
}

const assess = async (of: Market, declarationId: string, more: object = ASSESSED) =>
  done(await of.run("timur", assessDuties, { declarationId, ...more, occurredAt: of.at() }));
const pay = async (of: Market, declarationId: string) =>
  done(await of.run("timur", payDuties, { declarationId, receipt: "P-77", occurredAt: of.at() }));
const release = async (of: Market, declarationId: string) =>
  done(await of.run("timur", recordAct, { declarationId, act: "release", occurredAt: of.at() }));
const isPaid = async ({ database, orderId }: Market) =>
  (await findMilestones(database.read, { id: orderId, service: "customs" })).some(
    ({ code, occurredAt }) => code === "duties_paid" && occurredAt !== null,
  );

test("of two declarations of a side duties count as paid, and the order as released, with the second one", async () => {
  const of = await clearanceMarket({ ...IMPORT, declarations: 2 });
  const [first, second] = [await filed(of), await filed(of)];
  for (const id of [first, second]) await assess(of, id);
  await pay(of, first);
  expect(await isPaid(of)).toBe(false);
  expect((await findDeclaration(of.database.read, second))?.paidMinor).toBe(0n);
  await release(of, first);
  expect((await findOrder(of.database.read, of.orderId))?.state).toBe("in_progress");
  await pay(of, second);
  expect(await isPaid(of)).toBe(true);
  await release(of, second);
  expect((await findOrder(of.database.read, of.orderId))?.state).toBe("delivered");
});

test("what is paid on the side that the goods leave is no payment of the duties where they enter", async () => {
  const of = await clearanceMarket(BOTH);
  const outward = await filed(of, { side: "export", lines: inCurrency("CNY") }, "530320260123456789");
  const yuan = (minor: number) => ({ minor, currency: "CNY" });
  const lines = ASSESSED.lines.map(({ line }) => ({ line, duty: yuan(5), excise: yuan(0), vat: yuan(0) }));
  await assess(of, outward, { lines, fee: yuan(1) });
  await pay(of, outward);
  expect(await findDeclaration(of.database.read, outward)).toMatchObject({ paidMinor: 11n, estimate: null });
  expect(await isPaid(of)).toBe(false);
  const inward = await filed(of);
  await assess(of, inward);
  await pay(of, inward);
  expect(await isPaid(of)).toBe(true);
});

test("of exports alone the release follows the filing, and duties are told only where some were assessed", async () => {
  const of = await clearanceMarket({ ...EXPORTER, side: "export", supervisionMode: "0110" });
  const yuan = (minor: number) => ({ minor, currency: "CNY" });
  const turns = async () => {
    const [viewer, { database, orderId, now }] = [actorOf("timur"), of];
    const page = await orderPage(database.read, viewer, { id: orderId, now: now() });
    const listed = (await listOrders(database.read, viewer, { limit: 5, now: now() })).items[0];
    return [page?.turn, listed?.turn].map((turn) => (turn?.holder === "provider" ? turn.code : turn?.holder));
  };
  const id = await filed(of, { side: "export", lines: inCurrency("CNY") }, "530320260123456789");
  expect(await turns()).toEqual(["released", "released"]);
  const lines = ASSESSED.lines.map(({ line }) => ({ line, duty: yuan(5), excise: yuan(0), vat: yuan(0) }));
  await assess(of, id, { lines, fee: yuan(1) });
  await pay(of, id);
  expect(await isPaid(of)).toBe(true);
  await release(of, id);
  expect((await findOrder(of.database.read, of.orderId))?.state).toBe("delivered");
});

test("the broker's hours to file do not run while the draft lies with the buyer, and begin with its approval", async () => {
  const of = await clearanceMarket(IMPORT, ["customs"], { terms: { hoursToFile: 4 } });
  await of.report("documents_complete");
  const due = async () => {
    const page = await orderPage(of.database.read, actorOf("timur"), { id: of.orderId, now: of.now() });
    const { rows } = await workList(of.database.read, actorOf("timur"), { limit: 5, now: of.now() });
    expect(rows[0]?.due).toEqual(page?.due);
    expect(rows[0]?.isPast).toBe(false);
    return page?.due ?? null;
  };
  expect(await due()).toMatchObject({ field: "hoursToFile" });
  const id = await of.draft();
  of.wait(24 * HOUR_MS);
  expect(await due()).toBeNull();
  done(await of.run("lin", approveDraft, { declarationId: id }));
  expect(await due()).toMatchObject({ field: "hoursToFile", at: of.now() + 4 * HOUR_MS });
});

test("a draft is estimated by its own lines, codes, values and quantities, and anew with each revision", async () => {
  const of = await clearanceMarket({ ...IMPORT, lineQuantities: { 2: { kg: 100_000 } } });
  const byWeight = { method: "specific", rateBps: null, unitPrice: money(100n, "KZT"), unit: "kg" } as const;
  const entered = { id: "by-weight", userId: null, at: of.now() };
  await of.database.write((tx) => insertDutyRate(tx, dutyRate({ hsPrefix: "8414", ...byWeight }), entered));
  const [, second] = LINES;
  const id = await of.draft({ lines: [second], isConfirmed: true });
  const estimate = async () => (await findDeclaration(of.database.read, id))?.estimate;
  expect(await estimate()).toEqual({
    ...{ day: "2026-11-24", fee: "2000000", hasFormE: false },
    lines: [{ line: 2, duty: "10000", excise: "0", vat: "59201600" }],
  });
  const revise = (lines: object) => of.run("timur", reviseDeclaration, { declarationId: id, lines });
  done(await revise([{ ...second, hsCode: "8504409000" }]));
  expect(await estimate()).toMatchObject({ lines: [{ line: 2, duty: "18500000" }] });
  done(await revise([...LINES].reverse()));
  expect(await estimate()).toMatchObject({
    lines: [
      { line: 1, duty: "37000000" },
      { line: 2, duty: "10000" },
    ],
  });
});

test("the customs register nothing before it was approved, and a number once in a country", async () => {
  const of = await clearanceMarket({ ...passing("RU"), declarations: 3 });
  const drafted = (country: string, currency: string) =>
    of.draft({ side: "transit", country, lines: inCurrency(currency) });
  const [russian, kazakh, revised] = [
    await drafted("RU", "RUB"),
    await drafted("KZ", "KZT"),
    await drafted("RU", "RUB"),
  ];
  const early = of.at();
  of.at();
  done(await of.run("timur", reviseDeclaration, { declarationId: revised, country: "KZ", lines: inCurrency("KZT") }));
  expect(await findDeclaration(of.database.read, revised)).toMatchObject({ country: "KZ", currency: "KZT" });
  done(await of.run("timur", reviseDeclaration, { declarationId: revised, lines: inCurrency("KZT") }));
  expect(await findDeclaration(of.database.read, revised)).toMatchObject({ country: "KZ", currency: "KZT" });
  // A carnet goes with the truck through both countries; their own numbers differ in length.
  const number = "XQ81234567";
  const file = (declarationId: string, occurredAt = of.at()) =>
    of.run("timur", fileDeclaration, { declarationId, number, occurredAt, isConfirmed: true });
  for (const declarationId of [russian, kazakh, revised]) done(await of.run("lin", approveDraft, { declarationId }));
  expect(refusalOf(await file(russian, early))).toBe("occurred_out_of_order");
  done(await file(russian));
  done(await file(kazakh));
  expect(refusalOf(await file(revised))).toBe("declaration_number_used");
});

test("what the customs do comes after the approval and after what they did before, also where the order takes no step with it", async () => {
  const of = await clearanceMarket(BOTH);
  const declarationId = await of.draft();
  const [drafted] = [of.at(), of.at()];
  done(await of.run("lin", approveDraft, { declarationId }));
  const approved = of.at();
  const file = (occurredAt: string) =>
    of.run("timur", fileDeclaration, { declarationId, number: "50417/241126/7000000", occurredAt });
  expect(refusalOf(await file(drafted))).toBe("occurred_out_of_order");
  done(await file(of.at()));
  const early = { declarationId, ...ASSESSED, occurredAt: approved };
  expect(refusalOf(await of.run("timur", assessDuties, early))).toBe("occurred_out_of_order");
  await assess(of, declarationId);
});
