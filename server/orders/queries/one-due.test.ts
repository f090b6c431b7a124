import { expect, test } from "vitest";
import { findOrder } from "@/db/repositories/orders";
import type { Database } from "@/db/database";
import { PAYEE } from "@/domain/services/examples";
import { DAY_MS, HOUR_MS, type Instant, toIso } from "@/domain/shared/time";
import { done } from "@/test/bidding-market";
import { clearanceMarket } from "@/test/clearance-market";
import { actorOf } from "@/test/order-market";
import { HELD, remittanceMarket } from "@/test/remittance-market";
import { fileDeclaration } from "../../clearance/acts";
import { answerQuestion, askQuestion } from "../../clearance/questions";
import { approveDraft } from "../../clearance/review-draft";
import { tellPayee } from "../../remittance/tell-payee";
import { chainPage } from "./chain";
import { listOrders, orderPage } from "./orders";
import { workList } from "./work";

type Read = { readonly database: Database; readonly orderId: string; readonly now: () => Instant };

/** By when an order is due as each page says it, and since when it is late where it is. */
async function dueOn({ database: { read }, orderId, now }: Read) {
  const at = { now: now() };
  const provider = actorOf("timur");
  const order = await findOrder(read, orderId);
  const page = await orderPage(read, provider, { id: orderId, ...at });
  const work = (await workList(read, provider, { limit: 5, ...at })).rows.find(({ id }) => id === orderId);
  const listed = (await listOrders(read, provider, { limit: 5, ...at })).items.find(({ id }) => id === orderId);
  const chain = await chainPage(read, provider, { dealId: order?.dealId ?? "", ...at });
  const lane = chain?.orders.find((one) => one.orderId === orderId);
  return {
    due: { page: page?.due, work: work?.due },
    late: [page?.late, listed?.late, lane?.late.at(-1)].map((late) => late?.dueAt ?? null),
  };
}

/** The one time by which all of them say that it is due; since then, if at all, all of them say that it is late. */
async function oneDue(of: Read): Promise<Instant | null> {
  const { due, late } = await dueOn(of);
  expect(due.work).toEqual(due.page);
  const at = due.page?.at ?? null;
  expect(late).toEqual(at !== null && late.some((one) => one !== null) ? [at, at, at] : [null, null, null]);
  return at;
}

const isLate = async (of: Read): Promise<boolean> => (await dueOn(of)).late.some((one) => one !== null);

test("a payment that waited days for its payee's details is due by one time on every page, and late from then on", async () => {
  const of = await remittanceMarket(HELD);
  done(await of.lock());
  done(await of.report("funds_received"));
  done(await of.send());
  const first = await oneDue(of);
  done(await of.comeBack({ reason: "payee_details_wrong" }));
  of.wait(3 * DAY_MS);
  await oneDue(of);
  expect(await isLate(of)).toBe(false);
  const payee = { ...PAYEE.payee, account: "6222020812345678902" };
  done(await of.run("lin", tellPayee, { orderId: of.orderId, payee }));
  const stood = await oneDue(of);
  expect((stood ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(3 * DAY_MS);
  of.wait(20 * DAY_MS);
  expect([await oneDue(of), await isLate(of)]).toEqual([stood, true]);
});

test("a clearance whose question lay with the buyer for days is due by one time on every page, and late from then on", async () => {
  const of = await clearanceMarket(undefined, undefined, { terms: { hoursToRelease: 24 } });
  await of.report("documents_complete");
  const declarationId = await of.draft();
  done(await of.run("lin", approveDraft, { declarationId }));
  const number = "50417/241126/0012345";
  done(await of.run("timur", fileDeclaration, { declarationId, number, occurredAt: of.at() }));
  const first = await oneDue(of);
  const question = { question: "How much power?", answersBy: "buyer", occurredAt: of.at() };
  done(
    await of.run("timur", askQuestion, {
      declarationId,
      ...question,
      answerBy: toIso((of.now() + 5 * DAY_MS) as Instant),
    }),
  );
  of.wait(3 * DAY_MS);
  await oneDue(of);
  expect(await isLate(of)).toBe(false);
  done(await of.run("lin", answerQuestion, { declarationId, answer: "5 kW" }));
  const stood = await oneDue(of);
  expect((stood ?? 0) - (first ?? 0)).toBe(3 * DAY_MS);
  of.wait(25 * HOUR_MS);
  expect([await oneDue(of), await isLate(of)]).toEqual([stood, true]);
});
