import { describe, expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { actorOf } from "@/test/order-market";
import { remittanceMarket } from "@/test/remittance-market";
import { exceptionsOfOrder } from "../../db/repositories/delay";
import { findOrder, saveOrder } from "../../db/repositories/orders";
import { lastRemittance } from "../../db/repositories/remittances";
import { outbox } from "../../db/schema/notices";
import { assert } from "../../domain/shared/result";
import { exceptionsView } from "../orders/queries/delay";
import { endException, raiseException } from "../orders/delay/exceptions";
import { freezePayment, recallPayment, unfreezePayment } from "./freeze-payment";
import { recordReceipt } from "./send-payment";

/** A payment that is on its way, and what may stop it: a party's word and a bank. */
async function onItsWay() {
  const of = await remittanceMarket();
  done(await of.lock());
  const sentAt = of.at();
  done(await of.send({ occurredAt: sentAt }));
  const { orderId, run, at, database } = of;
  const end = (who: "lin" | "timur" = "lin") => run(who, endException, { orderId, words: "They are here." });
  return {
    ...of,
    sentAt,
    end,
    raise: (words: string) => run("lin", raiseException, { orderId, reason: "documents", words }),
    freeze: () => run("timur", freezePayment, { orderId, reason: "papers_asked", occurredAt: at() }),
    unfreeze: () => run("timur", unfreezePayment, { orderId, occurredAt: at() }),
    recall: () => run("timur", recallPayment, { orderId, reason: "wrong_amount", occurredAt: at() }),
    receive: () => run("timur", recordReceipt, { orderId, occurredAt: at() }),
    order: () => findOrder(database.read, orderId),
    last: () => lastRemittance(database.read, orderId),
    exceptions: () => exceptionsOfOrder(database.read, orderId),
    ended: async () =>
      (await database.read.select().from(outbox)).filter(({ event }) => event.type === "order.exception_ended").length,
  };
}

type Stopped = Awaited<ReturnType<typeof onItsWay>>;

describe("what a party has said keeps an order until it is ended, whatever banks do:", () => {
  test.each([
    ["money that is called back", async (of: Stopped) => done(await of.recall())],
    ["money that comes back", async (of: Stopped) => done(await of.comeBack())],
    [
      "money that is frozen and let go",
      async (of: Stopped) => {
        done(await of.freeze());
        done(await of.unfreeze());
      },
    ],
    [
      "money that is frozen and comes back",
      async (of: Stopped) => {
        done(await of.freeze());
        done(await of.comeBack());
      },
    ],
  ])("%s", async (_, bank) => {
    const of = await onItsWay();
    done(await of.raise("The contract is missing."));
    const raisedAt = of.now();
    await bank(of);
    expect(await of.order()).toMatchObject({ exceptionSince: raisedAt });
    expect(refusalOf(await of.report("received_by_payee"))).toBe("wrong_state");
    expect(refusalOf(await of.raise("Again"))).toBe("exception_open");
    expect(await of.ended()).toBe(0);
    done(await of.end());
    expect(await of.order()).toMatchObject({ exceptionSince: null });
    expect(await of.exceptions()).toMatchObject([{ raisedAt, endedAt: of.now() }]);
    expect(await of.ended()).toBe(1);
  });

  test("every deed of a bank is a new version of the order all the same", async () => {
    const of = await onItsWay();
    const before = (await of.order())?.version ?? 0;
    expect(done(await of.recall()).version).toBe(before + 1);
    expect(await of.order()).toMatchObject({ version: before + 1 });
  });
});

describe("frozen money keeps an order after what a party has said is ended", () => {
  test("since the freeze, and it is not received until the bank lets it go", async () => {
    const of = await onItsWay();
    done(await of.raise("The contract is missing."));
    done(await of.freeze());
    const frozenAt = of.now();
    expect(done(await of.end())).toMatchObject({ state: "exception" });
    expect(await of.order()).toMatchObject({ exceptionSince: frozenAt });
    expect(await exceptionsView(of.database.read, actorOf("lin"), of.orderId)).toMatchObject({
      open: null,
      mayRaise: false,
      mayEnd: false,
    });
    expect(refusalOf(await of.receive())).toBe("wrong_state");
    expect(refusalOf(await of.report("received_by_payee"))).toBe("wrong_state");
    expect(await of.last()).toMatchObject({ state: "frozen", receivedAt: null });
    done(await of.unfreeze());
    expect(await of.order()).toMatchObject({ exceptionSince: null });
    done(await of.receive());
    expect(await of.last()).toMatchObject({ state: "received", frozenAt: null });
  });

  test.each([
    ["the deed", (of: Stopped) => of.receive()],
    ["the step", (of: Stopped) => of.report("received_by_payee")],
  ])("nor is it by %s where nothing else keeps the order", async (_, receive) => {
    const of = await onItsWay();
    done(await of.freeze());
    await of.database.write(async (tx) => {
      const order = await findOrder(tx, of.orderId);
      assert(order, "the order is there");
      await saveOrder(tx, order, { exceptionSince: null });
    });
    expect(await receive(of)).toMatchObject({
      refusal: { code: "wrong_state", details: { state: "frozen", event: "receive" } },
    });
    expect(await of.last()).toMatchObject({ state: "frozen", receivedAt: null });
  });
});

test("of two exceptions that were left open the last is the one that is seen and ended", async () => {
  const of = await onItsWay();
  done(await of.raise("The contract is missing."));
  await of.database.write(async (tx) => {
    const order = await findOrder(tx, of.orderId);
    assert(order, "the order is there");
    await saveOrder(tx, order, { exceptionSince: null });
  });
  of.at();
  done(await of.raise("The invoice is missing."));
  const view = await exceptionsView(of.database.read, actorOf("lin"), of.orderId);
  expect(view?.open?.words).toBe("The invoice is missing.");
  done(await of.end());
  expect((await of.exceptions()).map(({ endedAt }) => endedAt)).toEqual([null, of.now()]);
});
