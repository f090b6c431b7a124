import { describe, expect, test } from "vitest";
import { everyRefusal, type Refusal } from "@/domain/shared/result";
import { done } from "@/test/bidding-market";
import { EARLY } from "@/test/order-market";
import { remittanceMarket, yuan } from "@/test/remittance-market";
import { instant, MINUTE_MS, toIso } from "../../domain/shared/time";
import { reportMilestone } from "../orders/report-milestone";
import { returnPayerFunds, returnSurplusFunds } from "./return-funds";

type Said = {
  readonly kind: string;
  readonly refusal?: Refusal;
  readonly refusals?: readonly Refusal[];
  readonly issues?: readonly { readonly path: readonly PropertyKey[] }[];
};

/** Every fault that an answer tells: the members that cannot be read, and what is refused of the others with its member. */
const told = ({ refusal, refusals = refusal ? everyRefusal(refusal) : [], issues = [] }: Said) => [
  ...issues.map(({ path }) => path.join(".")),
  ...refusals.map(({ code, details }) => `${code} ${details?.field ?? ""}`.trim()),
];

const TOMORROW = "2026-11-26T02:00:00Z";

describe("every fault at once of a lock", () => {
  test("that breaks several rules", async () => {
    const of = await remittanceMarket();
    const faults = { base: "RUB", rate: "seven", lockedAt: TOMORROW, expiresAt: TOMORROW };
    expect(told(await of.lock(faults))).toEqual([
      ...["occurred_in_future lockedAt", "pair_differs base", "rate_malformed rate", "lock_too_short expiresAt"],
    ]);
  });

  test("that cannot be read as a whole: what follows from the unreadable is not told", async () => {
    const of = await remittanceMarket({ channel: "cips" });
    expect(told(await of.lock({ reference: "", rate: "seven", lockedAt: TOMORROW, expiresAt: "noon" }))).toEqual([
      ...["reference", "expiresAt", "occurred_in_future lockedAt", "rate_malformed rate"],
    ]);
    expect(told(await of.lock({ reference: "", lockedAt: "noon" }))).toEqual([
      ...["reference", "lockedAt", "lock_expiry_missing expiresAt"],
    ]);
    expect(told(await of.lock({ reference: "", base: "" }))).toContain("base");
  });

  test("before it stands beside others the time of its step is held to theirs", async () => {
    const of = await remittanceMarket();
    const before = toIso(instant(of.now() - 60 * 24 * 60 * MINUTE_MS));
    expect(told(await of.lock({ lockedAt: before, rate: "seven" }))).toEqual([
      ...["occurred_out_of_order lockedAt", "rate_malformed rate"],
    ]);
  });
});

describe("every fault at once of money that moves", () => {
  test("a sending: with what cannot be read of it", async () => {
    const of = await remittanceMarket();
    done(await of.lock());
    done(await of.report("funds_received"));
    const faults = { reference: "?", amount: { minor: 1, currency: "RUB" }, occurredAt: TOMORROW };
    const all = ["reference_malformed reference", "amount_currency amount", "occurred_in_future occurredAt"];
    expect(told(await of.send(faults))).toEqual(all);
    expect(told(await of.send({ ...faults, channel: "pigeon" }))).toEqual(["channel", ...all]);
    expect(told(await of.send({ ...faults, amount: 7 }))).toEqual(["amount", all[0], all[2]]);
  });

  test("a return: what came back, who bears the cost, and when", async () => {
    const of = await remittanceMarket();
    done(await of.lock());
    done(await of.report("funds_received"));
    done(await of.send());
    const faults = { amountReturned: yuan(99_999_999_999), costBorneBy: "provider", occurredAt: TOMORROW };
    const all = [
      "return_above_sent amountReturned",
      "bearer_by_bid costBorneBy",
      "occurred_in_future occurredAt",
    ] as const;
    expect(told(await of.comeBack(faults))).toEqual(all);
    expect(told(await of.comeBack({ ...faults, reason: "" }))).toEqual(["reason", ...all]);
    expect(told(await of.comeBack({ ...faults, amountReturned: "all" }))).toEqual(["amountReturned", all[1], all[2]]);
    expect(told(await of.comeBack({ amountReturned: { minor: 1, currency: "USD" }, occurredAt: TOMORROW }))).toEqual([
      ...["return_currency amountReturned", all[2]],
    ]);
  });

  test("a payer's money that goes back: day and reference", async () => {
    const of = await remittanceMarket();
    const { orderId } = of;
    const lockedAt = of.at();
    done(await of.lock({ lockedAt, expiresAt: toIso(instant(Date.parse(lockedAt) + 60 * MINUTE_MS)) }));
    const credit = { amount: { minor: 10_000_000, currency: "USD" }, valueDate: "2026-11-24" };
    const funds = { ...credit, remitter: "Almaty Holding JSC", thirdPartyReason: "Not known yet" };
    const step = { orderId, code: "funds_received", occurredAt: of.at(), ...EARLY, funds };
    done(await of.run("timur", reportMilestone, step));
    const faults = { orderId, valueDate: "2027-01-01", reference: "???" };
    const all = ["value_date_in_future valueDate", "reference_malformed reference"];
    expect(told(await of.run("timur", returnPayerFunds, faults))).toEqual(all);
    expect(told(await of.run("timur", returnPayerFunds, { ...faults, fileIds: "x" }))).toEqual(["fileIds", ...all]);
  });

  test("a surplus that goes back: amount, day and reference", async () => {
    const of = await remittanceMarket();
    done(await of.lock());
    const { orderId } = of;
    const funds = {
      ...{ amount: { minor: 10_025_000, currency: "USD" }, valueDate: "2026-11-24", remitter: "Buyer Co., Ltd." },
    };
    const step = { orderId, code: "funds_received", occurredAt: of.at(), ...EARLY, funds };
    done(await of.run("timur", reportMilestone, step));
    const giveBack = (more: object) => of.run("timur", returnSurplusFunds, { orderId, ...more });
    const amount = { minor: 25_001, currency: "USD" };
    const all = [
      ...["return_above_surplus amount", "value_date_in_future valueDate", "reference_malformed reference"],
    ] as const;
    const faults = { amount, valueDate: "2027-01-01", reference: "???" };
    expect(told(await giveBack(faults))).toEqual(all);
    expect(told(await giveBack({ ...faults, fileIds: "x" }))).toEqual(["fileIds", ...all]);
    expect(told(await giveBack({ ...faults, amount: { minor: 0, currency: "USD" } }))).toEqual([
      ...["amount", all[1], all[2]],
    ]);
  });
});

describe("every fault at once of a reported step", () => {
  test("its time to come stands beside what else it lacks", async () => {
    const of = await remittanceMarket();
    done(await of.lock());
    const step = { orderId: of.orderId, code: "funds_received", occurredAt: TOMORROW };
    const funds = { amount: { minor: 1, currency: "RUB" }, valueDate: "2027-01-01", remitter: "Buyer Co., Ltd." };
    const report = (more: object) => of.run("timur", reportMilestone, { ...step, ...more });
    expect(told(await report({ funds }))).toEqual([
      ...["occurred_in_future occurredAt", "funds_currency funds.amount", "value_date_in_future funds.valueDate"],
    ]);
    expect(told(await report({ lateReason: "weather?", evidence: { grossWeightGrams: "heavy" } }))).toEqual([
      ...["lateReason", "evidence.grossWeightGrams", "occurred_in_future occurredAt"],
    ]);
  });
});
