import { describe, expect, test } from "vitest";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { HOUR_MS, instant } from "../../domain/shared/time";
import { done, refusalOf } from "../../test/bidding-market";
import { ASSESSED, clearanceMarket } from "../../test/clearance-market";
import { actorOf } from "../../test/order-market";
import { endException, raiseException } from "../orders/delay/exceptions";
import { orderPage } from "../orders/queries/orders";
import { assessDuties, fileDeclaration, payDuties, recordAct } from "./acts";
import { approveDraft } from "./review-draft";

const WORDS = "Act 12: seals whole, two cartons opened";

/** A declaration that the customs have registered. */
async function filed() {
  const market = await clearanceMarket();
  const { run, at, orderId, database, now } = market;
  await market.report("documents_complete");
  const declarationId = await market.draft();
  done(await run("lin", approveDraft, { declarationId }));
  done(await run("timur", fileDeclaration, { declarationId, number: "50417/241126/0012345", occurredAt: at() }));
  const stepNow = async () => {
    const steps = await findMilestones(database.read, { id: orderId, service: "customs" });
    const step = steps.find(({ code }) => code === "state_question");
    return { occurredAt: step?.occurredAt ?? null, note: step?.note ?? null };
  };
  const order = async () => ({
    state: (await findOrder(database.read, orderId))?.state,
    exceptionSince: (await findOrder(database.read, orderId))?.exceptionSince,
    turn: (await orderPage(database.read, actorOf("timur"), { id: orderId, now: now() }))?.turn,
  });
  const act = (name: string, more: object = {}) =>
    run("timur", recordAct, { declarationId, act: name, words: WORDS, occurredAt: at(), ...more });
  const stop = async (reason: string) =>
    done(await run("timur", raiseException, { orderId, reason, words: "Called in" }));
  const pay = async () => {
    done(await run("timur", assessDuties, { declarationId, ...ASSESSED, occurredAt: at() }));
    done(await run("timur", payDuties, { declarationId, receipt: "P-77", occurredAt: at() }));
  };
  return { ...market, declarationId, step: stepNow, order, act, stop, pay };
}

describe("goods that the customs have examined", () => {
  test("take the order's step of question or examination, with the time and the words, and the order goes on", async () => {
    const of = await filed();
    const occurredAt = of.at();
    done(await of.act("inspect", { occurredAt }));
    expect(await of.step()).toEqual({ occurredAt: instant(Date.parse(occurredAt)), note: WORDS });
    expect(await of.order()).toMatchObject({ state: "in_progress", turn: { holder: "provider", code: "duties_paid" } });
  });

  test("take it after the duties are paid as well, and a second examination takes nothing more", async () => {
    const of = await filed();
    await of.pay();
    const first = of.at();
    done(await of.act("inspect", { occurredAt: first }));
    done(await of.act("inspect", { words: "Act 13: samples taken" }));
    expect(await of.step()).toEqual({ occurredAt: instant(Date.parse(first)), note: WORDS });
    expect(await of.order()).toMatchObject({ turn: { holder: "provider", code: "released" } });
    of.wait(HOUR_MS);
    done(await of.act("release"));
    expect(await of.order()).toMatchObject({ state: "delivered" });
  });

  test("end the stop that was said of the order for the examination, and take the step with it", async () => {
    const of = await filed();
    await of.stop("customs_inspection");
    done(await of.act("inspect"));
    expect(await of.order()).toMatchObject({ exceptionSince: null });
    expect(await of.step()).toMatchObject({ note: WORDS });
    expect(refusalOf(await of.run("timur", endException, { orderId: of.orderId }))).toBe("no_exception");
    await of.pay();
  });

  test("end no stop that was said for another reason", async () => {
    const of = await filed();
    await of.stop("force_majeure");
    done(await of.act("inspect"));
    expect((await of.order()).exceptionSince).not.toBeNull();
    expect(await of.step()).toEqual({ occurredAt: null, note: null });
  });
});

test("a declaration that the customs send back takes the step with their reason, and the order waits for a new draft", async () => {
  const of = await filed();
  const words = "The code of line 2 is wrong";
  const occurredAt = of.at();
  done(await of.act("refuse", { words, occurredAt }));
  expect(await of.step()).toEqual({ occurredAt: instant(Date.parse(occurredAt)), note: words });
  expect(await of.order()).toMatchObject({ turn: { holder: "task", task: { code: "clearance.redraft" } } });
});
