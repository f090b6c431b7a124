import { PAYEE } from "../../domain/services/examples";
import { FUNDS_STEP } from "../../domain/services/payment/funds";
import { expect, test } from "vitest";
import { later, MINUTE_MS, toIso } from "../../domain/shared/time";
import { apiMarket, bidBody } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { START } from "@/test/posting-market";
import { listDeclarations } from "../clearance/api";
import { reportMilestone } from "../orders/report-milestone";
import { getOrder } from "../orders/api";
import { getPayment, listCorridors } from "../remittance/api";
import { answerQuestion, askQuestion } from "../clearance/questions";
import { approveDraft } from "../clearance/review-draft";
import { draftDeclaration } from "../clearance/draft-declaration";
import { fileDeclaration, recordAct } from "../clearance/acts";
import { bearReturnCost, returnPayment } from "../remittance/return-payment";
import { lockRate } from "../remittance/lock-rate";
import { sendPayment } from "../remittance/send-payment";

const AT = toIso(START);

const PAYMENT = {
  ...{ need: "supplier_payment", payerCurrency: "KZT", payeeCurrency: "CNY", ...PAYEE },
  amount: { minor: 60_000_000, currency: "CNY" },
};

/** All of it in tenge, at the rate that is locked. */
const PAID = { amount: { minor: 4_443_000_000, currency: "KZT" }, valueDate: "2026-11-24", remitter: "Buyer" };

const PAYMENT_BID = bidBody(0, {
  charges: [{ code: "PAY", basis: "payout", unitPrice: { minor: 20_000, currency: "CNY" } }],
  terms: { channel: "cips", lockMinutes: 15, returnCostBorneBy: "provider" },
});

/** An order for a service, awarded by calls alone, whose first step is reported. */
async function ordered(service: "customs" | "payment") {
  const market = await apiMarket();
  const { call } = market;
  const step = steps(market);
  await market.list("provider", "payment");
  const asked = service === "payment" ? { service, spec: PAYMENT } : {};
  const requestId = await step.request(await step.deal(), asked);
  const bidId = await step.bid(requestId, "provider", service === "payment" ? PAYMENT_BID : bidBody());
  await step.close(requestId);
  const { orders } = await step.award(requestId, bidId);
  const params = { orderId: orders[0] as string };
  for (const code of service === "customs" ? ["documents_requested"] : ["kyc_submitted", "kyc_approved"])
    await call(reportMilestone, { as: "provider", params, body: { code, occurredAt: AT } });
  return { market, call, params };
}

test("a declaration goes from its draft to the release by calls alone", async () => {
  const { call, params } = await ordered("customs");
  const line = { line: 1, hsCode: "8504409000", customsValue: { minor: 5_000_000, currency: "CNY" } };
  const lines = [line, { ...line, line: 2 }];
  const drafted = await call(draftDeclaration, { as: "provider", params, body: { side: "export", lines } });
  expect(drafted.status, drafted.text).toBe(201);
  const declarationId = (drafted.body as { id: string }).id;
  const of = { params: { declarationId } };
  const stale = { as: "buyer", ...of, headers: { "if-match": '"7"' } } as const;
  expect((await call(approveDraft, stale)).status).toBe(412);
  expect((await call(approveDraft, { as: "buyer", ...of, headers: { "if-match": '"1"' } })).status).toBe(200);
  const wrong = { number: "50417/241126/0012345", occurredAt: AT };
  const misfiled = await call(fileDeclaration, { as: "provider", ...of, body: wrong });
  expect([misfiled.status, (misfiled.body as { code: string }).code]).toEqual([422, "declaration_number_malformed"]);
  const filed = { number: "530320260123456789", occurredAt: AT };
  expect((await call(fileDeclaration, { as: "provider", ...of, body: filed })).status).toBe(200);
  const question = { question: "Which power?", answersBy: "buyer", occurredAt: AT };
  expect((await call(askQuestion, { as: "provider", ...of, body: question })).status).toBe(200);
  const list = async (as: "buyer" | "provider") =>
    ((await call(listDeclarations, { as, params })).body as { items: object[] }).items;
  const asked = { state: "questioned", isAssessed: false, hasFormE: false, withFormE: null };
  expect(await list("buyer")).toMatchObject([{ ...asked, transitions: ["answer"] }]);
  expect(await list("provider")).toMatchObject([{ ...asked, transitions: ["answer", "refuse"] }]);
  expect((await call(answerQuestion, { as: "buyer", ...of, body: { answer: "5 kW" } })).status).toBe(200);
  expect(
    (await call(recordAct, { as: "provider", ...of, body: { act: "release", occurredAt: AT } })).body,
  ).toMatchObject({ state: "released" });
  expect(await list("buyer")).toMatchObject([
    { id: declarationId, state: "released", registeredNumber: "530320260123456789", questions: [{ answer: "5 kW" }] },
  ]);
  expect((await call(getOrder, { as: "buyer", params })).body).toMatchObject({ state: "delivered" });
});

test("beyond 7: an expired lock answers 410, a new one is needed, and a return is booked by the bid's clause", async () => {
  const { market, call, params } = await ordered("payment");
  const occurredAt = () => toIso(market.on.clock());
  const lock = (reference: string) =>
    call(lockRate, {
      as: "provider",
      params,
      body: { base: "CNY", rate: "74.05", reference, lockedAt: occurredAt() },
    });
  const send = (serial: number) =>
    call(sendPayment, {
      as: "provider",
      params,
      body: {
        ...{ referenceKind: "uetr", occurredAt: occurredAt() },
        reference: `97ed4827-7b6f-4491-a06f-00000000000${serial}`,
      },
    });
  const step = (code: string) =>
    call(reportMilestone, {
      ...{ as: "provider", params },
      body: { code, occurredAt: occurredAt(), ...(code === FUNDS_STEP ? { funds: PAID } : {}) },
    });
  const unfunded = await send(1);
  expect([unfunded.status, (unfunded.body as { code: string }).code]).toEqual([409, "step_owed"]);
  expect((await step("funds_received")).body).toMatchObject({ code: "lock_missing" });
  const locked = await lock("FX-1");
  expect(locked.status, locked.text).toBe(201);
  market.setClock(later(START, 15 * MINUTE_MS));
  const late = await step("funds_received");
  expect([late.status, (late.body as { code: string }).code]).toEqual([410, "lock_expired"]);
  expect((await lock("FX-2")).status).toBe(201);
  for (const code of ["funds_received", "compliance_cleared"]) expect((await step(code)).status).toBe(201);
  expect((await send(1)).body).toMatchObject({ attempt: 1, state: "sent" });
  const returned = await call(returnPayment, {
    as: "provider",
    params,
    body: { reason: "bank_policy", amountReturned: { minor: 59_900_000, currency: "CNY" }, occurredAt: occurredAt() },
  });
  expect(returned.status, returned.text).toBe(200);
  const taken = await call(bearReturnCost, { as: "buyer", params, body: { attempt: 1 } });
  expect(taken.body).toMatchObject({ code: "no_open_cost" });
  expect((await send(2)).body).toMatchObject({ attempt: 2, state: "sent" });
  expect((await call(getPayment, { as: "buyer", params })).body).toMatchObject({
    locks: [{ number: 1 }, { number: 2 }],
    sendings: [
      { attempt: 1, state: "returned", returned: { borneBy: "provider", basis: "bid", cost: { minor: 100_000 } } },
      { attempt: 2, state: "sent", channel: "cips" },
    ],
  });
  expect((await call(getOrder, { as: "buyer", params })).body).toMatchObject({
    witnesses: [
      { code: "rate_locked", isReopened: true },
      { code: "sent", occurredAt: occurredAt(), note: null, evidence: {}, isReopened: true },
    ],
  });
  expect((await call(listCorridors)).body).toEqual({
    items: [],
    nextCursor: null,
    suppressed: 1,
    suppressedSendings: 2,
  });
});
