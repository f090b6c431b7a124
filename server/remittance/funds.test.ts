import { describe, expect, test } from "vitest";
import { refusalOf, done } from "@/test/bidding-market";
import { actorOf, EARLY } from "@/test/order-market";
import { remittanceMarket, TO_SUPPLIER } from "@/test/remittance-market";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { mails, notices } from "../../db/schema/notices";
import { everyRefusal, type Refusal } from "../../domain/shared/result";
import { instant, later, MINUTE_MS, toIso } from "../../domain/shared/time";
import { orderPage } from "../orders/queries/orders";
import { reportMilestone } from "../orders/report-milestone";
import { sendPayment } from "./send-payment";
import { acceptPayerOfFunds } from "./third-party-payer";
import { relayRound } from "../worker/relay";

const usd = (minor: number) => ({ minor, currency: "USD" });
const CREDIT = { amount: usd(10_000_000), valueDate: "2026-11-24", remitter: "Buyer Co., Ltd." };

const UNSAID = ["amount", "currency", "valueDate", "remitter"].map((one) => ["funds_unsaid", `funds.${one}`]);

async function locked(spec: object = TO_SUPPLIER) {
  const of = await remittanceMarket(undefined, spec);
  done(await of.lock());
  const fund = (funds?: object) =>
    of.run("timur", reportMilestone, {
      ...{ orderId: of.orderId, code: "funds_received", occurredAt: of.at(), ...EARLY, funds },
    });
  const step = async () => {
    const steps = await findMilestones(of.database.read, { id: of.orderId, service: "payment" });
    return steps.find(({ code }) => code === "funds_received");
  };
  const turn = async () =>
    (await orderPage(of.database.read, actorOf("lin"), { id: of.orderId, now: instant(of.now()) }))?.turn;
  return { ...of, credit: fund, step, turn };
}

const said = (outcome: { readonly kind: string; readonly refusal?: Refusal }) =>
  outcome.refusal ? everyRefusal(outcome.refusal).map(({ code, details }) => [code, details?.field]) : outcome.kind;

describe("funds that have come in", () => {
  test.each([
    ["that are not said", undefined, UNSAID],
    [
      "in another currency, of a later day and from somebody else",
      { amount: { minor: 71_200_000, currency: "CNY" }, valueDate: "2026-11-25", remitter: "Almaty Trade LLP" },
      [
        ["funds_currency", "funds.amount"],
        ["value_date_in_future", "funds.valueDate"],
        ["third_party_payment", "funds.thirdPartyReason"],
      ],
    ],
  ])("are refused %s, each fault at its field, and nothing is kept", async (_, funds, refused) => {
    const of = await locked();
    expect(said(await of.credit(funds))).toEqual(refused);
    expect(await of.step()).toMatchObject({ occurredAt: null, evidence: null });
  });

  test("are kept with the step, by whatever name of the buyer its bank writes, and by how much they are above", async () => {
    const of = await locked();
    expect(said(await of.credit({ ...CREDIT, amount: usd(10_000_250) }))).toBe("done");
    expect((await of.step())?.evidence?.funds).toEqual({
      receipts: [{ ...CREDIT, amount: usd(10_000_250), thirdPartyReason: null }],
      difference: usd(250),
      surplus: usd(250),
    });
  });

  test("of a third party are taken with the reason, and cleared only once its payer is accepted", async () => {
    const of = await locked();
    const third = {
      ...CREDIT,
      remitter: "Almaty Trade LLP",
      thirdPartyReason: "Parent company pays for its subsidiary",
    };
    expect(said(await of.credit(third))).toBe("done");
    expect((await of.step())?.evidence?.funds?.receipts).toEqual([third]);
    const checks = { side: "provider", code: "remittance.third_party" };
    expect(await of.turn()).toMatchObject({ holder: "task", task: checks });
    const clear = () => of.told("compliance_cleared", of.at());
    expect(refusalOf(await clear())).toBe("third_party_held");
    const because = { relationship: "group_company", document: "Register extract: sole shareholder of the buyer" };
    done(await of.run("timur", acceptPayerOfFunds, { orderId: of.orderId, ...because }));
    done(await clear());
    expect(await of.turn()).toMatchObject({ holder: "provider", code: "sent" });
  });

  test("of a collection come from the customer, and the payee itself says why it pays", async () => {
    const of = await locked({ ...TO_SUPPLIER, need: "collection_account" });
    expect(said(await of.credit(CREDIT))).toEqual([["payee_pays_itself", "funds.thirdPartyReason"]]);
    const customer = { ...CREDIT, remitter: "Almaty Trade LLP" };
    expect(said(await of.credit(customer))).toEqual([["payer_without_contract", "funds.thirdPartyReason"]]);
    expect(said(await of.credit({ ...customer, contract: "SC-2611-014" }))).toBe("done");
    expect((await of.step())?.evidence?.funds?.receipts).toEqual([
      { ...customer, thirdPartyReason: null, contract: "SC-2611-014" },
    ]);
    expect(await of.turn()).toMatchObject({ holder: "provider", code: "compliance_cleared" });
  });
});

describe("funds of which a part has come in", () => {
  test("that are short are a part: the step waits, the buyer reads what is missing, and the rest completes it", async () => {
    const of = await locked();
    done(await of.credit({ ...CREDIT, amount: usd(9_990_000) }));
    expect(await of.step()).toMatchObject({ occurredAt: null, evidence: { funds: { difference: usd(-10_000) } } });
    expect(await of.turn()).toMatchObject({ holder: "task", task: { side: "buyer", code: "remittance.funds_short" } });
    expect(refusalOf(await of.told("compliance_cleared", of.at()))).toBe("step_owed");
    expect(said(await of.credit())).toEqual(UNSAID);
    done(await of.credit({ ...CREDIT, amount: usd(10_000) }));
    expect(await of.step()).toMatchObject({ evidence: { funds: { difference: usd(0) } } });
    expect((await of.step())?.evidence?.funds?.receipts).toHaveLength(2);
    expect(await of.turn()).toMatchObject({ holder: "provider", code: "compliance_cleared" });
    expect(refusalOf(await of.credit(CREDIT))).toBe("milestone_already_reported");
  });

  test("that are short are told to the buyer at once, with what is missing by then, and to nobody once all is there", async () => {
    const of = await locked();
    const told = async () => {
      while (await relayRound(of.on));
      const rows = (await of.database.read.select().from(notices)).filter(({ kind }) => kind === "payment_funds_short");
      const sent = await of.database.read.select().from(mails);
      const short = rows.filter(({ userId }) => userId === "lin").map(({ facts }) => facts.missing);
      return { short, others: rows.filter(({ organisationId }) => organisationId !== "buyer"), mails: sent };
    };
    done(await of.credit({ ...CREDIT, amount: usd(8_000_000) }));
    expect(await told()).toMatchObject({ short: ["USD 20,000.00"], others: [] });
    done(await of.credit({ ...CREDIT, amount: usd(1_999_999) }));
    const { short, mails: sent } = await told();
    expect(short.sort()).toEqual(["USD 0.01", "USD 20,000.00"]);
    const ofShort = sent.filter(({ body }) => body.includes("尚缺 USD 20,000.00"));
    expect(ofShort.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^请补足款项：订单 /)]);
    done(await of.credit({ ...CREDIT, amount: usd(1) }));
    expect((await told()).short).toHaveLength(2);
  });

  test("that are whole before the news of a part is told are no news", async () => {
    const of = await locked();
    done(await of.credit({ ...CREDIT, amount: usd(9_990_000) }));
    done(await of.credit({ ...CREDIT, amount: usd(10_000) }));
    while (await relayRound(of.on));
    const kinds = (await of.database.read.select().from(notices)).map(({ kind }) => kind);
    expect(kinds).not.toContain("payment_funds_short");
  });
});

describe("what is sent on of funds", () => {
  test("are held to an amount in the payee's currency at the locked rate", async () => {
    const of = await locked({ ...TO_SUPPLIER, amount: { minor: 71_200_000, currency: "CNY" } });
    done(await of.credit({ ...CREDIT, amount: usd(9_000_000) }));
    expect(await of.step()).toMatchObject({
      occurredAt: null,
      evidence: { funds: { difference: { minor: -7_120_000, currency: "CNY" } } },
    });
  });

  test("are held beside all else that is wrong of a sending, and every fault is told at once", async () => {
    const of = await locked();
    done(await of.credit(CREDIT));
    done(await of.told("compliance_cleared", of.at()));
    const sent = await of.run("timur", sendPayment, {
      ...{ orderId: of.orderId, referenceKind: "uetr", reference: "TT26110457", amount: usd(10_000_001) },
      occurredAt: toIso(later(of.now(), 60 * MINUTE_MS)),
    });
    expect("refusal" in sent && everyRefusal(sent.refusal).map(({ code }) => code)).toEqual([
      "reference_malformed",
      "sent_above_received",
      "occurred_in_future",
    ]);
  });

  test("are the most that is sent on, in either currency", async () => {
    const of = await locked();
    done(await of.credit(CREDIT));
    const above = { minor: 71_200_001, currency: "CNY" };
    expect(refusalOf(await of.send({ amount: above }))).toBe("sent_above_received");
    expect(refusalOf(await of.send({ amount: usd(10_000_001) }))).toBe("sent_above_received");
    done(await of.send({ amount: { ...above, minor: above.minor - 1 } }));
  });

  test("are sent whole but for the contract's price, so that no part of the payer's money is withheld unnamed", async () => {
    const of = await locked();
    done(await of.credit(CREDIT));
    const { contractMinor, contractCurrency } = (await findOrder(of.database.read, of.orderId)) ?? {};
    expect(contractCurrency).toBe("CNY");
    const least = 71_200_000 - Number(contractMinor);
    const short = await of.send({ amount: { minor: least - 1, currency: "CNY" } });
    expect("refusal" in short && short.refusal).toMatchObject({
      code: "sent_below_due",
      details: { field: "amount", currency: "CNY", least: (least / 100).toFixed(2) },
    });
    expect(refusalOf(await of.send({ amount: usd(5_525_710) }))).toBe("sent_below_due");
    done(await of.send({ amount: { minor: least, currency: "CNY" } }));
  });

  test("reach the payee whole where the request fixes what it receives", async () => {
    const due = { minor: 71_200_000, currency: "CNY" };
    const of = await locked({ ...TO_SUPPLIER, amount: due });
    done(await of.credit(CREDIT));
    expect(refusalOf(await of.send({ amount: { ...due, minor: due.minor - 1 } }))).toBe("sent_below_due");
    done(await of.send({ amount: due }));
  });
});
