// A process of its own over a test's market: clients that bid, close, award, carry out, pay, call off and dispute in an order that dice choose, and at
// the end what was answered as done, and how often each refusal came.
import { setTimeout as pause } from "node:timers/promises";
import { and, count, eq, isNull } from "drizzle-orm";
import { openDatabase } from "@/db/open-database";
import { bids, requests } from "@/db/schema/requests";
import { outbox } from "@/db/schema/notices";
import { orders } from "@/db/schema/orders";
import { findMilestones } from "@/db/repositories/orders";
import type { Actor } from "@/domain/access/policy";
import { HOUR_MS, instant, later, toIso } from "@/domain/shared/time";
import { awardBids } from "@/server/award/award-bids";
import { reviseBid, submitBid } from "@/server/bidding/submit-bid";
import { withdrawBid } from "@/server/bidding/withdraw-bid";
import { openDispute } from "@/server/disputes/dispute";
import { acceptOrder } from "@/server/orders/accept-order";
import { cancelOrder } from "@/server/orders/cancel-order";
import { reportMilestone } from "@/server/orders/report-milestone";
import type { Command } from "@/server/platform/command";
import { execute } from "@/server/platform/execute";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { platformOver } from "@/server/platform/platform";
import { lockRate } from "@/server/remittance/lock-rate";
import { sendPayment } from "@/server/remittance/send-payment";
import { closeRequest } from "@/server/requests/close-request";
import { startWorker } from "@/server/worker/main";
import { offerOfThree } from "./bidding-market";
import { DECLARED, EARLY } from "./order-market";
import { quoteOf } from "./payment-market";
import { START } from "./posting-market";

export type TradingPlan = {
  readonly seed: number;
  /** Which of the processes it is. */
  readonly serial: number;
  readonly clients: number;
  readonly acts: number;
  readonly requestIds: readonly string[];
  readonly providers: readonly string[];
  /** Of banks, fewer than are wanted. */
  readonly references: readonly string[];
};

/** What a process says at its end: which acts were done, each with what it was done to, and how often each other answer came. */
export type TradingAnswers = { readonly done: readonly string[]; readonly refused: Readonly<Record<string, number>> };

const plan = JSON.parse(process.argv[2] ?? "") as TradingPlan;
const DELIVERED_MAX_MS = 60_000;

/** Dice that fall alike for one seed (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const on = {
  ...platformOver(openDatabase(), () => instant(START + HOUR_MS + Math.round(performance.now()))),
  isMetered: false,
};
const { read } = on.database;
const worker = startWorker(on);
const done: string[] = [];
const refused: Record<string, number> = {};

const personOf = (organisationId: string): Actor =>
  mintActor({ kind: "user", userId: `user-${organisationId}`, organisationId, role: "owner" });
const buyer = personOf("buyer");

async function send<Input, Output>(verb: Command<Input, Output>, actor: Actor, input: object, about: string) {
  const answer = await execute(verb, { actor, input }, on).then(
    (outcome) => (outcome.kind === "refused" ? outcome.refusal.code : outcome.kind),
    (error: unknown) => `fault ${(error as { code?: string }).code ?? String(error)}`,
  );
  if (answer === "done") done.push(`${verb.name} ${about}`);
  else refused[`${verb.name} ${answer}`] = (refused[`${verb.name} ${answer}`] ?? 0) + 1;
}

type Roll = (sides: number) => number;
const oneOf = <T>(all: readonly T[], roll: Roll): T => all[roll(all.length)] as T;

async function bidding(requestId: string, roll: Roll): Promise<void> {
  const [request] = await read.select().from(requests).where(eq(requests.id, requestId));
  const provider = oneOf(plan.providers, roll);
  const price = 120_000 + roll(20_000);
  const offer =
    request?.service === "payment"
      ? quoteOf({ spreadBps: 10 + roll(40) })
      : offerOfThree("CNY", [price, 144_676, 14_000]);
  const own = and(eq(bids.requestId, requestId), eq(bids.providerOrganisationId, provider));
  const [bid] = await read.select({ id: bids.id }).from(bids).where(own);
  if (!bid) return send(submitBid, personOf(provider), { requestId, ...offer }, requestId);
  if (roll(5) === 0) return send(withdrawBid, personOf(provider), { bidId: bid.id }, bid.id);
  return send(reviseBid, personOf(provider), { bidId: bid.id, ...offer }, bid.id);
}

async function awarding(requestId: string, roll: Roll): Promise<void> {
  const all = await read.select({ id: bids.id }).from(bids).where(eq(bids.requestId, requestId));
  if (all.length === 0) return;
  const chosen = [{ bidId: oneOf(all, roll).id, reason: "Known to us" }];
  await send(awardBids, buyer, { requestId, bids: chosen }, requestId);
}

async function carryingOut(requestId: string, roll: Roll): Promise<void> {
  const [order] = await read.select().from(orders).where(eq(orders.requestId, requestId));
  if (!order) return;
  const { id: orderId, service } = order;
  const provider = personOf(order.providerOrganisationId);
  const now = on.clock();
  const [occurredAt, expiresAt] = [toIso(now), toIso(later(now, HOUR_MS))];
  const next = (await findMilestones(read, order)).find((step) => step.occurredAt === null)?.code ?? "none";
  const paying = { orderId, reference: oneOf(plan.references, roll) };
  if (next === "rate_locked")
    return send(lockRate, provider, { ...paying, base: "USD", rate: "7.12", lockedAt: occurredAt, expiresAt }, orderId);
  if (next === "sent")
    return send(sendPayment, provider, { ...paying, referenceKind: "bank", occurredAt }, `${orderId} sent`);
  const die = roll(60);
  if (die === 0) return send(cancelOrder, buyer, { orderId, reason: "Plans changed" }, orderId);
  if (die === 1)
    return send(openDispute, oneOf([buyer, provider], roll), { orderId, code: "late", words: "Late." }, orderId);
  if (die < 10) return send(acceptOrder, buyer, { orderId }, orderId);
  const told = { ...EARLY, ...(service === "customs" ? DECLARED : {}), isConfirmed: true };
  return send(reportMilestone, provider, { orderId, code: next, occurredAt, ...told }, `${orderId} ${next}`);
}

async function client(at: number): Promise<void> {
  const roll = dice(plan.seed + plan.serial * 1_000 + at);
  for (let act = 0; act < plan.acts; act++) {
    const requestId = oneOf(plan.requestIds, roll);
    const die = roll(40);
    if (die < 14) await bidding(requestId, roll);
    else if (die < 17) await send(closeRequest, buyer, { requestId }, requestId);
    else if (die < 22) await awarding(requestId, roll);
    else await carryingOut(requestId, roll);
  }
}

const waiting = async () =>
  (await read.select({ rows: count() }).from(outbox).where(isNull(outbox.deliveredAt)))[0]?.rows ?? 0;

await Promise.all(Array.from({ length: plan.clients }, (_, at) => client(at)));
const untilMs = performance.now() + DELIVERED_MAX_MS;
while ((await waiting()) > 0 && performance.now() < untilMs) await pause(100);
await worker.stop();
console.log(`answers ${JSON.stringify({ done, refused } satisfies TradingAnswers)}`);
process.exit(0);
