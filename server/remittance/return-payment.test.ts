import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { actorOf } from "@/test/order-market";
import { HELD, remittanceMarket } from "@/test/remittance-market";
import { lastRemittance, remittanceEntriesOf } from "../../db/repositories/remittances";
import { outbox } from "../../db/schema/notices";
import { PAYEE } from "../../domain/services/examples";
import { DAY_MS, instant, later } from "../../domain/shared/time";
import { orderPage } from "../orders/queries/orders";
import { paymentPage } from "./queries";
import { bearReturnCost } from "./return-payment";
import { tellPayee } from "./tell-payee";

type Person = "lin" | "wei" | "aigul" | "timur";

/** A payment that is on its way; the bid says who bears a return, or nothing of it. */
async function sent(returnCostBorneBy?: "payer") {
  const of = await remittanceMarket({ ...HELD, returnCostBorneBy });
  done(await of.lock());
  done(await of.report("funds_received"));
  done(await of.send());
  const { database, orderId } = of;
  return {
    ...of,
    bear: (who: Person, attempt = 1) => of.run(who, bearReturnCost, { orderId, attempt }),
    last: () => lastRemittance(database.read, orderId),
    transitions: async (who: Person) =>
      (await paymentPage(database.read, actorOf(who), { orderId, now: of.now() }))?.transitions.filter(
        (one) => one === "bear",
      ),
    entries: async () =>
      (await remittanceEntriesOf(database.read, [(await lastRemittance(database.read, orderId))?.id ?? ""])).map(
        ({ event }) => event,
      ),
    tell: (payee: object, who: Person = "lin") => of.run(who, tellPayee, { orderId, payee }),
    page: (who: Person) => paymentPage(database.read, actorOf(who), { orderId, now: of.now() }),
    order: (who: Person) => orderPage(database.read, actorOf(who), { id: orderId, now: instant(of.now()) }),
    events: async () => (await database.read.select().from(outbox).orderBy(asc(outbox.id))).map(({ event }) => event),
  };
}

test("an open cost is taken on by one party for itself, once, whatever the other has said of it", async () => {
  const of = await sent();
  expect(refusalOf(await of.bear("lin"))).toBe("no_open_cost");
  done(await of.comeBack({ costBorneBy: "provider" }));
  expect(await of.transitions("lin")).toEqual(["bear"]);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => of.bear("lin")));
  expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
  expect(await of.last()).toMatchObject({ costBorneBy: "payer", costBasis: "taken", costMinor: 100_000n });
  expect(await of.transitions("lin")).toEqual([]);
  expect(await of.entries()).toEqual(["send", "return", "bear"]);
  expect((await of.events()).at(-1)).toMatchObject({ type: "payment.cost_borne", attempt: 1, borneBy: "payer" });
  expect(refusalOf(await of.bear("aigul"))).toBe("no_open_cost");
  expect(refusalOf(await of.bear("lin", 2))).toBe("not_found");
});

test("it binds a party by its leaders alone", async () => {
  const of = await sent();
  done(await of.comeBack());
  for (const who of ["timur", "wei"] as const) {
    expect(await of.transitions(who)).toEqual([]);
    expect(refusalOf(await of.bear(who))).toBe("not_permitted");
  }
  done(await of.bear("aigul"));
  expect(await of.last()).toMatchObject({ costBorneBy: "provider", costBasis: "taken" });
});

test("a cost that the bid's clause decides is nobody's to take on", async () => {
  const of = await sent("payer");
  done(await of.comeBack());
  expect(await of.transitions("lin")).toEqual([]);
  expect(refusalOf(await of.bear("lin"))).toBe("no_open_cost");
});

test("it is settled after the money has gone again and the order is delivered", async () => {
  const of = await sent();
  done(await of.comeBack());
  done(await of.send());
  done(await of.bear("lin", 1));
  expect(await of.last()).toMatchObject({ attempt: 2, costBasis: null });
});

const OTHER = { ...PAYEE.payee, account: "6222020812345678902" };

test("what came back for a closed account waits for the buyer's new one, to which the provider sends it again", async () => {
  const of = await sent();
  expect(refusalOf(await of.tell(OTHER))).toBe("no_payee_asked");
  done(await of.comeBack({ reason: "account_closed" }));
  expect((await of.order("timur"))?.turn).toMatchObject({ task: { side: "buyer", code: "remittance.tell_payee" } });
  expect((await of.page("timur"))?.transitions).not.toContain("send");
  expect(refusalOf(await of.send())).toBe("payee_awaited");
  expect((await of.page("lin"))?.transitions).toContain("tell_payee");
  expect(refusalOf(await of.tell(OTHER, "timur"))).toBe("not_permitted");
  expect(refusalOf(await of.tell(PAYEE.payee))).toBe("account_was_closed");
  done(await of.tell(OTHER));
  expect(await of.entries()).toEqual(["send", "return", "payee"]);
  expect((await of.events()).at(-1)).toMatchObject({ type: "payment.payee", attempt: 1 });
  expect(refusalOf(await of.tell(OTHER))).toBe("no_payee_asked");
  for (const who of ["timur", "lin"] as const)
    expect(await of.page(who)).toMatchObject({ payee: OTHER, payees: [{ attempt: 1, before: PAYEE.payee }] });
  expect((await of.order("timur"))?.turn).toMatchObject({ task: { side: "provider", code: "remittance.resend" } });
  done(await of.send());
});

test("the provider's days stand still while its buyer owes the payee's details, from the word that they were wrong", async () => {
  const [known, awaited] = [await sent(), await sent()];
  for (const [of, reason] of [
    [known, "papers_insufficient"],
    [awaited, "payee_details_wrong"],
  ] as const) {
    done(await of.comeBack({ reason }));
    of.wait(7 * DAY_MS);
  }
  const before = (await known.order("timur"))?.due;
  expect((await awaited.order("timur"))?.due?.at).toBe(before?.at);
  done(await awaited.tell(OTHER));
  for (const who of ["timur", "lin"] as const)
    expect((await awaited.order(who))?.due).toMatchObject({
      at: later(instant(before?.at ?? 0), 7 * DAY_MS),
      stood: { ms: 7 * DAY_MS, by: "answer" },
    });
});

test("a payee that is given anew is held to the rules of the request, all faults at once", async () => {
  const of = await sent();
  done(await of.comeBack({ reason: "payee_details_wrong" }));
  const refused = await of.tell({ ...OTHER, bank: undefined, bic: "YWMB", account: "12" });
  expect(refused).toMatchObject({ kind: "refused" });
  expect(JSON.stringify(refused)).toMatch(/payee_bank_missing.*bic_malformed|bic_malformed.*payee_bank_missing/);
  done(await of.tell(PAYEE.payee));
  done(await of.send());
  done(await of.comeBack({ reason: "payee_details_wrong" }));
  expect(refusalOf(await of.send())).toBe("payee_awaited");
});

test("what came back for anything else is sent again as it was", async () => {
  const of = await sent();
  done(await of.comeBack({ reason: "papers_insufficient" }));
  expect((await of.page("lin"))?.transitions).not.toContain("tell_payee");
  expect(refusalOf(await of.tell(OTHER))).toBe("no_payee_asked");
  done(await of.send());
});

test("an account that was given anew stands in the payment's room alone", async () => {
  const of = await sent();
  done(await of.comeBack({ reason: "account_closed" }));
  done(await of.tell(OTHER));
  const text = JSON.stringify(await of.order("lin"), (_, value) => (typeof value === "bigint" ? String(value) : value));
  expect(text).not.toContain(OTHER.account);
});
