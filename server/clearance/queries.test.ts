import { EXPORTER } from "../../domain/services/examples";
import { expect, test } from "vitest";
import { insertRate } from "@/db/repositories/exchange-rates";
import { dayOf } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { done } from "@/test/bidding-market";
import { ASSESSED, clearanceMarket, IMPORT, LINES, passing } from "@/test/clearance-market";
import { actorOf } from "@/test/order-market";
import { answerQuestion, askQuestion } from "./questions";
import { approveDraft, sendBackDraft } from "./review-draft";
import { assessDuties, fileDeclaration } from "./acts";
import { cancelOrder } from "../orders/cancel-order";
import { clearancePage } from "./queries";
import { reviseDeclaration } from "./draft-declaration";

type Who = Parameters<typeof actorOf>[0];

const YUAN = LINES.map((line) => ({ ...line, customsValue: { minor: 100, currency: "CNY" } }));

/** An order for both sides of the border whose bid would classify the second line otherwise than the cargo. */
async function bothSides() {
  const spec = { ...IMPORT, ...EXPORTER, side: "both", supervisionMode: "0110" };
  const terms = { hsOpinions: { 2: { hsCode: "841480" } } };
  const of = await clearanceMarket(spec, ["customs", "logistics"], { terms });
  const day = dayOf(of.now());
  const rate = { id: "kzt", base: "CNY", quote: "KZT", rate: "74", day, source: "test" } as const;
  await of.database.write((tx) => insertRate(tx, { ...rate, enteredByUserId: null, enteredAt: of.now() }));
  const page = (who: Who, orderId = of.orderId) =>
    clearancePage(of.database.read, actorOf(who), { orderId, now: of.now() });
  return {
    ...of,
    page,
    transitions: async (who: Who) => (await page(who))?.declarations.map(({ transitions }) => transitions),
  };
}

test("a draft begins with the codes of the bid's opinions, in the currency of the country that it is made to", async () => {
  const of = await bothSides();
  const lines = (currency: "CNY" | "KZT", first: bigint, second: bigint) => [
    { line: 1, description: "Goods 0", hsCode: "850440", customsValue: money(first, currency) },
    { line: 2, description: "Goods 1", hsCode: "841480", customsValue: money(second, currency) },
  ];
  const outward = { side: "export", country: "CN", currency: "CNY", lines: lines("CNY", 10_000_000n, 5_000_000n) };
  const inward = { side: "import", country: "KZ", currency: "KZT", lines: lines("KZT", 740_000_000n, 370_000_000n) };
  expect((await of.page("timur"))?.drafts).toEqual([outward, inward]);
  expect((await of.page("lin"))?.drafts).toEqual([]);
  await of.draft();
  expect((await of.page("timur"))?.drafts).toEqual([outward]);
  done(await of.run("lin", cancelOrder, { orderId: of.orderId, reason: "The sale fell through" }));
  expect((await of.page("timur"))?.drafts).toEqual([]);
  expect(await of.transitions("lin")).toEqual([[]]);
});

test("a draft for an export alone begins with the value at the exit, in the currency of the customs and shared by the lines' prices", async () => {
  const beyond = { minor: 1_500_000, currency: "CNY" };
  const spec = { ...EXPORTER, side: "export", supervisionMode: "0110", includedAfterBorder: beyond };
  const of = await clearanceMarket(spec);
  const page = await clearancePage(of.database.read, actorOf("timur"), { orderId: of.orderId, now: of.now() });
  // 150,000.00 less 15,000.00 beyond the exit, two thirds of it the first line's.
  expect(page?.drafts[0]?.lines.map(({ customsValue }) => customsValue)).toEqual([
    money(9_000_000n, "CNY"),
    money(4_500_000n, "CNY"),
  ]);
});

test("a draft of a transit begins with the country that its request names", async () => {
  const of = await clearanceMarket(passing("RU"));
  const page = await clearancePage(of.database.read, actorOf("timur"), { orderId: of.orderId, now: of.now() });
  expect(page?.drafts).toMatchObject([{ side: "transit", country: "RU" }]);
});

test("the buyer reads the goods as they are declared, and what was changed since it sent the draft back", async () => {
  const of = await bothSides();
  const declarationId = await of.draft();
  done(await of.run("lin", sendBackDraft, { declarationId, words: "Line 1 is a charger" }));
  const [first, second] = LINES;
  const renamed = { ...first, name: "Battery chargers, 5 kW", hsCode: "8504403000" };
  done(await of.run("timur", reviseDeclaration, { declarationId, lines: [renamed, second] }));
  const lines = async () => (await of.page("lin"))?.declarations[0]?.lines;
  const customsValue = money(740_000_000n, "KZT");
  expect(await lines()).toMatchObject([
    {
      ...{ description: "Goods 0", name: "Battery chargers, 5 kW", hsCode: "8504403000", customsValue },
      before: { name: "Goods 0", hsCode: "8504409000", customsValue },
    },
    { description: "Goods 1", name: "Goods 1", before: null },
  ]);
  done(await of.run("lin", approveDraft, { declarationId }));
  expect((await lines())?.[0]).toMatchObject({ name: "Battery chargers, 5 kW" });
});

test("the goods of each line are shown as the deal has them, with quantities of the request and the terms of delivery", async () => {
  const of = await clearanceMarket({ ...IMPORT, lineQuantities: { 2: { piece: 40_000 } } });
  await of.draft();
  const page = await clearancePage(of.database.read, actorOf("lin"), { orderId: of.orderId, now: of.now() });
  const goods = {
    packages: 10,
    packageType: "CT",
    grossWeightGrams: 500_000,
    netWeightGrams: null,
    originCountry: null,
  };
  expect(page?.declarations[0]?.lines.map((line) => line.goods)).toEqual([
    { ...goods, quantitiesMilli: {} },
    { ...goods, quantitiesMilli: { piece: 40_000 } },
  ]);
  expect(page?.cargo.map((line) => line.goods)).toEqual(page?.declarations[0]?.lines.map((line) => line.goods));
  expect(page?.incoterm).toEqual(page?.declarations[0]?.incoterm);
  expect(page?.incoterm.rule).toMatch(/^[A-Z]{3}$/);
});

test("each declaration is shown with its own questions, history, estimate and duties, and with what its viewer may do", async () => {
  const of = await bothSides();
  const [inward, outward] = [await of.draft(), await of.draft({ side: "export", lines: YUAN })];
  const numbers = { [inward]: "50417/241126/0012345", [outward]: "530320260123456789" };
  for (const declarationId of [inward, outward]) {
    done(await of.run("lin", approveDraft, { declarationId }));
    const number = numbers[declarationId];
    done(await of.run("timur", fileDeclaration, { declarationId, number, occurredAt: of.at() }));
  }
  const ask = async (declarationId: string, answersBy: string, question: string) =>
    done(
      await of.run("timur", askQuestion, {
        ...{ declarationId, question, answersBy, occurredAt: of.at() },
        earlyReason: "Filed ahead",
      }),
    );
  await ask(inward, "provider", "How much power?");
  done(await of.run("timur", answerQuestion, { declarationId: inward, answer: "5 kW" }));
  done(await of.run("timur", assessDuties, { declarationId: inward, ...ASSESSED, occurredAt: of.at() }));
  await ask(inward, "buyer", "Who is the importer?");
  await ask(outward, "provider", "Which seal?");

  const shown = (await of.page("lin"))?.declarations;
  expect(shown?.map(({ id, questions }) => [id, questions.map(({ question, answer }) => [question, answer])])).toEqual([
    [
      inward,
      [
        ["How much power?", "5 kW"],
        ["Who is the importer?", null],
      ],
    ],
    [outward, [["Which seal?", null]]],
  ]);
  expect(shown?.map(({ entries }) => entries.map(({ event }) => event))).toEqual([
    ["draft", "approve", "file", "question", "answer", "assess", "question"],
    ["draft", "approve", "file", "question"],
  ]);
  expect(shown?.[0]).toMatchObject({
    ...{ estimateDay: dayOf(of.now()), isAssessed: true, due: money(252_564_000n, "KZT") },
    duties: { lines: [{ duty: { estimated: money(37_000_000n, "KZT") } }, {}] },
    lines: [{ description: "Goods 0", customsValue: money(740_000_000n, "KZT") }, { description: "Goods 1" }],
  });
  expect(shown?.[1]).toMatchObject({
    ...{ estimateDay: null, isAssessed: false, due: money(0n, "CNY") },
    duties: { total: { estimated: null, assessed: null } },
  });
  expect(await of.transitions("lin")).toEqual([["answer"], []]);
  expect(await of.transitions("timur")).toEqual([
    ["answer", "refuse"],
    ["answer", "refuse"],
  ]);
  expect(await of.transitions("wei")).toEqual([[], []]);
  expect(await of.page("stranger")).toBeNull();
  expect(await of.page("lin", of.orders.logistics)).toBeNull();
});

test("a declaration says whom the bid named to sign it in its country, and nobody where the provider signs", async () => {
  const named = {
    name: "Dala Customs LLP",
    country: "KZ",
    registrationNumber: "180340021995",
    parts: ["IMD" as const],
  };
  const declarantIn = async (offer: Parameters<typeof clearanceMarket>[2]) => {
    const of = await clearanceMarket(IMPORT, ["customs"], offer);
    await of.draft();
    const page = await clearancePage(of.database.read, actorOf("lin"), { orderId: of.orderId, now: of.now() });
    return page?.declarations[0]?.declarant;
  };
  const { name, registrationNumber } = named;
  expect(await declarantIn({ subcontractors: [named] })).toEqual({ name, registrationNumber });
  expect(await declarantIn({})).toBeNull();
});
