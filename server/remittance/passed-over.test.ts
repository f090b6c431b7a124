import { describe, expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { actorOf, EARLY } from "@/test/order-market";
import { reportMilestone } from "../orders/report-milestone";
import { remittanceMarket, TO_SUPPLIER } from "@/test/remittance-market";
import { findOrder } from "../../db/repositories/orders";
import { lastRemittance, remittanceEntriesOf, remittancesOfOrders } from "../../db/repositories/remittances";
import { outbox } from "../../db/schema/notices";
import { instant, MINUTE_MS, toIso } from "../../domain/shared/time";
import { orderPage } from "../orders/queries/orders";
import { recordReceipt } from "./send-payment";

type Market = Awaited<ReturnType<typeof remittanceMarket>>;

const IN_DOLLARS = { ...TO_SUPPLIER, payeeCurrency: "USD" };
const inOneCurrency = () => remittanceMarket({ channel: "correspondent" }, IN_DOLLARS);

const order = ({ database, orderId }: Market) => findOrder(database.read, orderId);
const last = ({ database, orderId }: Market) => lastRemittance(database.read, orderId);
const history = async (of: Market) =>
  (await remittanceEntriesOf(of.database.read, [(await last(of))?.id ?? ""])).map(({ event, occurredAt }) => [
    ...[event, occurredAt],
  ]);
const told = async ({ database }: Market) =>
  (await database.read.select().from(outbox))
    .map(({ event }) => event.type)
    .filter((type) => type === "payment.sent" || type === "payment.received");

describe("an exchanged payment", () => {
  test("arrives once its sending is told, and is not delivered without one or a rate", async () => {
    const of = await remittanceMarket();
    expect(refusalOf(await of.report("received_by_payee"))).toBe("step_owed");
    done(await of.lock());
    done(await of.report("funds_received"));
    done(await of.report("compliance_cleared"));
    expect(refusalOf(await of.report("received_by_payee"))).toBe("payment_not_sent");
    expect(await order(of)).toMatchObject({ state: "in_progress", deliveredAt: null });
    done(await of.report("sent"));
    done(await of.report("received_by_payee"));
    expect(await last(of)).toMatchObject({ state: "received", receivedAt: of.now() });
    expect(await order(of)).toMatchObject({ state: "delivered" });
  });
});

describe("the steps of an exchanged payment that a person cannot report", () => {
  const page = async (of: Market) =>
    orderPage(of.database.read, actorOf("timur"), { id: of.orderId, now: instant(of.now()) });

  test("are not offered: without a rate all that moves money, without a sending the receipt", async () => {
    const of = await remittanceMarket();
    expect(await page(of)).toMatchObject({
      stoppedCodes: ["rate_locked", "funds_received", "sent", "received_by_payee"],
      nextForm: { room: "remittance", transition: "lock" },
    });
    done(await of.lock());
    expect(await page(of)).toMatchObject({ stoppedCodes: ["sent", "received_by_payee"], nextForm: null });
    await of.fund(of.at());
    expect(await page(of)).toMatchObject({ nextForm: { room: "remittance", transition: "send" } });
    done(await of.report("sent"));
    expect(await page(of)).toMatchObject({ stoppedCodes: [], nextForm: null });
  });

  test("are all offered in one currency, but for the sending, which is recorded with its reference", async () => {
    expect(await page(await inOneCurrency())).toMatchObject({ stoppedCodes: ["sent"], nextForm: null });
  });
});

describe("a payment in one currency", () => {
  test("may pass over its sending, which is then on record as received at its receipt", async () => {
    const of = await inOneCurrency();
    await of.fund(of.at());
    const sentAt = of.at();
    done(await of.report("received_by_payee"));
    const receivedAt = of.now();
    expect(await last(of)).toBeUndefined();
    done(await of.report("sent", sentAt));
    expect(await last(of)).toMatchObject({
      ...{ attempt: 1, state: "received", sentAt: Date.parse(sentAt), receivedAt, lastAt: receivedAt },
    });
    expect(await history(of)).toEqual([
      ["send", Date.parse(sentAt)],
      ["receive", receivedAt],
    ]);
    expect(await told(of)).toEqual(["payment.sent", "payment.received"]);
    expect(await order(of)).toMatchObject({ state: "delivered", deliveredAt: receivedAt });
  });

  test("is on record as received too where the sending comes late with its reference", async () => {
    const of = await inOneCurrency();
    await of.fund(of.at());
    const sentAt = of.at();
    done(await of.report("received_by_payee"));
    expect(done(await of.send({ occurredAt: sentAt }))).toMatchObject({ attempt: 1, state: "received" });
    expect(await remittancesOfOrders(of.database.read, [of.orderId])).toMatchObject([
      { state: "received", referenceKind: "uetr", receivedAt: instant(Date.parse(sentAt) + MINUTE_MS) },
    ]);
    expect(await told(of)).toEqual(["payment.sent", "payment.received"]);
    expect(refusalOf(await of.send({ occurredAt: toIso(of.now()) }))).toBe("wrong_state");
  });

  test("that came back arrives only once it is sent again, by whatever way it is reported", async () => {
    const of = await inOneCurrency();
    done(await of.send());
    done(await of.comeBack({ amountReturned: { minor: 9_990_000, currency: "USD" } }));
    expect(refusalOf(await of.report("received_by_payee"))).toBe("payment_not_sent");
    const { orderId } = of;
    expect(refusalOf(await of.run("timur", recordReceipt, { orderId, occurredAt: of.at() }))).toBe("payment_not_sent");
    done(await of.send());
    done(await of.report("received_by_payee"));
    expect(await last(of)).toMatchObject({ attempt: 2, state: "received" });
  });
});

test("a sending is not told by hand: its step asks for the bank's reference, and is taken with it alone", async () => {
  const of = await inOneCurrency();
  const step = { orderId: of.orderId, code: "sent", occurredAt: of.at(), ...EARLY };
  await of.fund(step.occurredAt);
  expect(await of.run("timur", reportMilestone, step)).toMatchObject({
    refusal: { code: "sending_without_reference", details: { field: "reference" } },
  });
  expect(await last(of)).toBeUndefined();
  done(await of.send());
  expect((await last(of))?.reference).toBeTruthy();
});
