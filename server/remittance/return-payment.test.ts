import { expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { actorOf } from "@/test/order-market";
import { HELD, remittanceMarket } from "@/test/remittance-market";
import { lastRemittance, remittanceEntriesOf } from "../../db/repositories/remittances";
import { outbox } from "../../db/schema/notices";
import { paymentPage } from "./queries";
import { bearReturnCost } from "./return-payment";

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
    events: async () => (await database.read.select().from(outbox)).map(({ event }) => event),
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
