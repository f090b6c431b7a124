import { expect, test } from "vitest";
import { entriesOf } from "../../db/repositories/declarations";
import { findMilestones } from "../../db/repositories/orders";
import { HOUR_MS } from "../../domain/shared/time";
import { done, refusalOf } from "../../test/bidding-market";
import { clearanceMarket, IMPORT, LINES, tenge } from "../../test/clearance-market";
import type { HeldBid } from "../../test/held-order";
import { DECLARED, EARLY } from "../../test/order-market";
import { reportMilestone } from "../orders/report-milestone";
import { approveDraft } from "./review-draft";
import { assessDuties, fileDeclaration, recordAct } from "./acts";
import { answerQuestion, askQuestion } from "./questions";

const EXPORT = { side: "export", supervisionMode: "0110", exporterCode: "3307960001" };
const YUAN = LINES.map((line) => ({ ...line, customsValue: { ...line.customsValue, currency: "CNY" } }));
const AHEAD = { refusal: { code: "early_without_reason", details: { because: "goods_away" } } };
const WHY = "Released on the yard's own notice of arrival";

async function filedAhead(spec: object, services: readonly ("customs" | "logistics")[], bid: HeldBid = {}) {
  const market = await clearanceMarket(spec, services, bid);
  const { run, at, orderId, orders, database } = market;
  await market.report("documents_complete");
  const isExport = spec === EXPORT;
  const declarationId = await market.draft(isExport ? { side: "export", lines: YUAN } : {});
  done(await run("lin", approveDraft, { declarationId }));
  const number = isExport ? "530320260123456789" : "50417/241126/0012345";
  done(await run("timur", fileDeclaration, { declarationId, number, occurredAt: at() }));
  market.wait(HOUR_MS);
  const release = (more: object = {}) =>
    run("timur", recordAct, { declarationId, act: "release", occurredAt: at(), ...more });
  const examine = (more: object = {}) =>
    run("timur", recordAct, { declarationId, act: "inspect", words: "Two bundles opened", occurredAt: at(), ...more });
  const haul = async (...codes: readonly string[]) => {
    for (const code of codes)
      done(await run("timur", reportMilestone, { orderId: orders.logistics, code, occurredAt: at(), ...EARLY }));
  };
  const step = async (wanted: string) =>
    (await findMilestones(database.read, { id: orderId, service: "customs" })).find(({ code }) => code === wanted);
  const released = () => step("released");
  const examined = () => step("state_question");
  const ask = (more: object = {}) => {
    const asked = { declarationId, question: "Which fabric?", answersBy: "provider", occurredAt: at() };
    return run("timur", askQuestion, { ...asked, ...more });
  };
  const answer = async () => done(await run("timur", answerQuestion, { declarationId, answer: "Cotton" }));
  const lastWords = async () => (await entriesOf(database.read, [declarationId])).at(-1)?.words;
  return { ...market, declarationId, release, examine, haul, released, examined, ask, answer, lastWords };
}

test("a release before the goods are at the hub's yard is asked why, and stays marked as early", async () => {
  const market = await filedAhead(EXPORT, ["customs", "logistics"]);
  await market.haul("booked", "picked_up");
  expect(await market.release()).toMatchObject(AHEAD);
  done(await market.release({ earlyReason: WHY }));
  const told = await market.released();
  expect(told?.earlyReason).toBe(WHY);
  expect(told?.earliestAt).toBeGreaterThan(told?.occurredAt as number);
});

test("a release of goods that lie at the hub's yard is asked nothing", async () => {
  const market = await filedAhead(EXPORT, ["customs", "logistics"]);
  await market.haul("booked", "picked_up", "arrived_hub");
  done(await market.release());
  expect(await market.released()).toMatchObject({ earliestAt: null, earlyReason: null });
});

test("an import is released once the goods are across, and sooner only with a reason", async () => {
  const market = await filedAhead(IMPORT, ["customs", "logistics"]);
  await market.haul("booked", "picked_up", "arrived_hub");
  expect(await market.release()).toMatchObject(AHEAD);
  await market.haul("crossed_border");
  done(await market.release());
  expect(await market.released()).toMatchObject({ earliestAt: null });
});

test("a release whose deal has no carriage here is asked nothing of the goods", async () => {
  const market = await filedAhead(IMPORT, ["customs"]);
  done(await market.release());
  expect(await market.released()).toMatchObject({ earliestAt: null });
});

test("a release that is told by hand before the goods came is asked why as well", async () => {
  const { run, at, orderId, report, wait } = await clearanceMarket(IMPORT, ["customs", "logistics"]);
  await report("documents_complete");
  await report("filed");
  wait(HOUR_MS);
  const { earlyReason: _, ...more } = EARLY;
  const tell = (said: object) =>
    run("timur", reportMilestone, { orderId, code: "released", occurredAt: at(), ...more, ...DECLARED, ...said });
  expect(await tell({})).toMatchObject(AHEAD);
  done(await tell({ earlyReason: WHY }));
});

test.each([
  ["an export", EXPORT, [], ["booked", "picked_up", "arrived_hub"]],
  ["an import", IMPORT, ["booked", "picked_up", "arrived_hub"], ["crossed_border"]],
])(
  "goods of %s that have not come are examined with a reason only, and the step stays marked",
  async (_, spec, before, then) => {
    const market = await filedAhead(spec, ["customs", "logistics"]);
    await market.haul(...before);
    expect(await market.examine()).toMatchObject(AHEAD);
    done(await market.examine({ earlyReason: WHY }));
    const told = await market.examined();
    expect(told?.earlyReason).toBe(WHY);
    expect(told?.earliestAt).toBeGreaterThan(told?.occurredAt as number);
    await market.haul(...then);
    done(await market.examine());
  },
);

test("a question is asked why before the goods came, like an examination after it, and each entry keeps its own reason", async () => {
  const market = await filedAhead(EXPORT, ["customs", "logistics"]);
  expect(await market.ask()).toMatchObject(AHEAD);
  const ofPapers = "The papers were looked at ahead";
  done(await market.ask({ earlyReason: ofPapers }));
  expect(await market.lastWords()).toContain(ofPapers);
  await market.answer();
  expect((await market.examined())?.earlyReason).toBe(ofPapers);
  expect(await market.examine()).toMatchObject(AHEAD);
  done(await market.examine({ earlyReason: WHY }));
  expect(await market.lastWords()).toContain(WHY);
});

test("a release that delivers nothing yet, before another that is asked for, is asked why as well", async () => {
  const market = await filedAhead({ ...IMPORT, declarations: 2 }, ["customs", "logistics"]);
  await market.haul("booked", "picked_up");
  expect(await market.release()).toMatchObject(AHEAD);
  done(await market.release({ earlyReason: WHY }));
  expect((await market.released())?.occurredAt).toBeNull();
  expect(await market.lastWords()).toBe(WHY);
});

test("where the price holds tax an import is released once it is assessed, were it with nothing", async () => {
  const line = { basis: "declaration", unitPriceMinor: null, rateBps: null, quantityMilli: null, note: "" } as const;
  const lines = [{ ...line, code: "VAT", amountMinor: "30", isPassThrough: true }] as const;
  const market = await filedAhead(IMPORT, ["customs"], { lines });
  expect(refusalOf(await market.release())).toBe("duties_unassessed");
  const nothing = { duty: tenge(0), excise: tenge(0), vat: tenge(0) };
  const assessed = { lines: [1, 2].map((one) => ({ line: one, ...nothing })), fee: tenge(0) };
  const of = { declarationId: market.declarationId, occurredAt: market.at() };
  done(await market.run("timur", assessDuties, { ...of, ...assessed }));
  done(await market.release());
});
