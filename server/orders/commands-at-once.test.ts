import { expect, test } from "vitest";
import { dealLogAfter } from "@/db/repositories/chains";
import { deals } from "@/db/schema/deals";
import { milestonesFor } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import { toIso } from "@/domain/shared/time";
import { chainMarket } from "@/test/chain-market";
import { countTries } from "@/test/count-tries";
import { heldTo } from "@/test/held-order";
import { actorOf, EARLY, orderMarket, START } from "@/test/order-market";
import { HELD, TO_SUPPLIER } from "@/test/remittance-market";
import { BOOKING, contractTruck } from "@/test/slot-market";
import { contractDeal } from "@/test/traffic-market";
import { openDispute } from "../disputes/dispute";
import { enterDocument } from "../documents/enter-document";
import { makePack } from "../documents/make-pack";
import type { Command } from "../platform/command";
import { execute, type Outcome } from "../platform/execute";
import type { Platform } from "../platform/platform";
import { lockRate } from "../remittance/lock-rate";
import { acceptOrder, requestChanges } from "./accept-order";
import { waiveGate } from "./chain/gates";
import { raiseException } from "./delay/exceptions";
import { reportMilestone } from "./report-milestone";
import { requestSlot } from "./slots/book-slot";

type Who = Parameters<typeof actorOf>[0];
type Call = (on: Platform) => Promise<Outcome<unknown>>;

const call =
  <Input, Output>(who: Who, verb: Command<Input, Output>, input: unknown): Call =>
  (on) =>
    execute(verb, { actor: actorOf(who), input }, on);

const reported = (orderId: string, code: string, more: object = {}): Call =>
  call("timur", reportMilestone, { orderId, code, occurredAt: toIso(START), ...EARLY, ...more });

/** Sends all at once, each over a connection of its own, and answers what became of them and how many transactions were begun for it. */
async function atOnce(on: Platform, calls: readonly Call[]) {
  const { counted, tries } = countTries(on.database);
  const answers = await Promise.all(calls.map((send) => send({ ...on, isMetered: false, database: counted })));
  const codes = answers.map((answer) => (answer.kind === "refused" ? answer.refusal.code : answer.kind)).sort();
  // A refusal is written down in a transaction of its own.
  return { codes, tries: tries() - codes.filter((code) => code !== "done").length };
}

const INVOICE = {
  ...{ kind: "commercial_invoice", number: "INV-1", date: "2026-11-20" },
  fields: {
    ...{ total: { minor: 5_000, currency: "CNY" }, incoterm: "DAP" },
    lines: [{ description: "Inverters", hsCode: "8504.40", amount: { minor: 5_000, currency: "CNY" } }],
  },
};

test("What is done at once in the orders of one deal, with its papers, is all done at the first try, and the log has no gap.", async () => {
  const { on, database, dealId, idOf } = await chainMarket([]);
  const first = (service: Service) => reported(idOf(service), milestonesFor(service, "road")[0]?.code ?? "");
  // A dispute and a stop are of work that is planned.
  for (const service of ["customs", "logistics"] as const) await first(service)(on);
  const calls = [
    first("payment"),
    first("inspection"),
    call("lin", enterDocument, { dealId, ...INVOICE }),
    call("aigul", openDispute, { orderId: idOf("customs"), code: "late", words: "Two weeks." }),
    call("timur", raiseException, { orderId: idOf("logistics"), reason: "vehicle", words: "A wheel broke" }),
    call("lin", makePack, { orderId: idOf("inspection") }),
  ];
  expect(await atOnce(on, calls)).toEqual({ codes: calls.map(() => "done"), tries: calls.length });
  const log = await dealLogAfter(database.read, { dealId, seq: 0, limit: 100 });
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
});

test("Of two that do what can be done once, at once, one is done and the other hears what came before.", async () => {
  const market = await chainMarket();
  const { on, dealId, idOf } = market;
  const orderId = idOf("customs");
  const step = reported(orderId, "documents_requested");
  expect(await atOnce(on, [step, step])).toEqual({ codes: ["done", "milestone_already_reported"], tries: 2 });
  const waived = call("lin", waiveGate, { dealId, gate: "inspection>payment.sent", reason: "seen to it" });
  expect(await atOnce(on, [waived, waived])).toEqual({ codes: ["done", "gate_not_closed"], tries: 2 });
  const paper = call("lin", enterDocument, { dealId, ...INVOICE });
  expect(await atOnce(on, [paper, paper])).toEqual({ codes: ["document_exists", "done"], tries: 2 });
  await market.reportTo("inspection", "report_issued");
  const delivered = idOf("inspection");
  const answers = [
    call("lin", acceptOrder, { orderId: delivered }),
    call("lin", requestChanges, { orderId: delivered, words: "Two cartons are missing" }),
  ];
  expect(await atOnce(on, answers)).toEqual({ codes: ["done", "wrong_state"], tries: 2 });
  const opened = (["lin", "aigul"] as const).map((who) =>
    call(who, openDispute, { orderId, code: "late", words: "Two weeks." }),
  );
  expect(await atOnce(on, opened)).toEqual({ codes: ["dispute_running", "done"], tries: 2 });
});

/** An order of the market's deal and one of another deal of the same parties. */
async function inTwoDeals(service: Service) {
  const market = await orderMarket({ services: [service] });
  const deal = { hubId: "horgos", isBorderHub: true, services: [service], at: START } as const;
  const other = (await contractDeal(market.database, deal)).orders[service] as string;
  return { ...market, orderIds: [market.orderId, other] };
}

test("What may be said in one deal alone is told of where two deals say it at once.", async () => {
  const numbered = await inTwoDeals("logistics");
  const evidence = { declarations: [{ country: "CN", number: "940420260123456789" }] };
  const steps = numbered.orderIds.map((orderId) => reported(orderId, "booked", { evidence }));
  expect(await atOnce(numbered.on, steps)).toEqual({ codes: ["done", "number_of_other_deal"], tries: 2 });

  const driven = await inTwoDeals("logistics");
  for (const orderId of driven.orderIds) await contractTruck(driven.database, orderId);
  const way = { hubId: "horgos", mode: "road", legs: [], distanceKm: 0, days: { min: 1, max: 2 }, borderWait: null };
  await driven.database.write((tx) => tx.update(deals).set({ way: { ...way, isEstimate: false } as never }));
  expect(
    await atOnce(
      driven.on,
      driven.orderIds.map((orderId) => reported(orderId, "booked")),
    ),
  ).toMatchObject({
    codes: ["done", "done"],
  });
  const slots = driven.orderIds.map((orderId) => call("timur", requestSlot, { orderId, ...BOOKING }));
  expect(await atOnce(driven.on, slots)).toEqual({ codes: ["done", "slot_truck_elsewhere"], tries: 2 });

  const paid = await inTwoDeals("payment");
  for (const orderId of paid.orderIds) await heldTo(paid.database, orderId, { spec: TO_SUPPLIER, terms: HELD });
  for (const orderId of paid.orderIds)
    for (const code of ["kyc_submitted", "kyc_approved"]) await reported(orderId, code)(paid.on);
  const rate = { base: "USD", rate: "7.12", reference: "L-1", lockedAt: toIso(START) };
  const locks = paid.orderIds.map((orderId) => call("timur", lockRate, { orderId, ...rate }));
  expect(await atOnce(paid.on, locks)).toEqual({ codes: ["done", "lock_reference_used"], tries: 2 });
});
