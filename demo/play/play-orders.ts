import { and, desc, eq, gt, inArray } from "drizzle-orm";
import { requests } from "../../db/schema/requests";
import type { Actor } from "../../domain/access/policy";
import {
  dayOf,
  HOUR_MS,
  type Instant,
  instant,
  later,
  type LocalDate,
  MINUTE_MS,
  toIso,
  MARKET_ZONE,
} from "../../domain/shared/time";
import type { Service } from "@/domain/shared/vocabulary";
import { answerQuestion } from "@/server/requests/answer-question";
import { askQuestion } from "@/server/requests/ask-question";
import { deskTime, nextBankDay } from "../plan/calendar";
import type { DemoOrganisation, DemoService } from "../plan/market-data";
import type { EventQueue, Stage } from "./stage";
import { milestonesOfOrders } from "../../db/repositories/order-lists";
import { orders } from "../../db/schema/orders";
import { defaultGates } from "../../domain/orders/chain/deal-gates";
import { bringerOf, type Gate, isRelease, needKey } from "../../domain/orders/chain/gate";
import { sideOfRelease } from "../../domain/clearance/release";
import type { CustomsSpec } from "../../domain/services/customs/spec";
import type { Currency } from "../../domain/shared/money";
import { stateNeed } from "../../server/orders/chain/gates";
import { chooseFallbackOf } from "../../server/requests/choose-fallback";
import { lockRate } from "../../server/remittance/lock-rate";
import { cancelOrder } from "../../server/orders/cancel-order";
import { acceptOrder } from "../../server/orders/accept-order";
import { reportMilestone } from "../../server/orders/report-milestone";
import type { HistoryRoom, OrderOfYear } from "./history/history-rooms";
import type { TalkHistory } from "./history/talk-history";
import type { PlannedDeal } from "../plan/plan-deal";
import { type PlannedOrder, timeIn } from "../plan/order-scene";
import { afterDispute, type PlannedDispute, type YearsDisputes } from "../plan/disputes/plan-dispute";
import { playDispute } from "./history/dispute-history";
import { papersReason } from "../plan/papers/missing-papers";
import type { ReferenceData } from "../plan/plan-movement";
import { heldPlace, planOrders } from "../plan/plan-orders";
import type { Random } from "../plan/random";
import { numberFiled, toldDeclaration } from "../plan/registered-numbers";
import type { Reader } from "../../db/database";
import { ratesUpTo } from "../../db/repositories/exchange-rates";
import { sendPayment } from "@/server/remittance/send-payment";
import { fundsAt, settleFunds } from "./steps/order-steps";
import { FUNDS_STEP } from "../../domain/services/payment/funds";
import { payment } from "../../domain/services/payment/kind";

const ASKED_ABOUT = 6;
/** Every third question still waits for its answer. */
const WAITING = 3;

type Talk = { readonly question: string; readonly answer: string };

/** What providers of each service ask a buyer. */
const TALK: Readonly<Record<DemoService, readonly Talk[]>> = {
  logistics: [
    {
      question: "装货地点周六能否装车？ · Can we load on Saturday?",
      answer: "可以，8 时至 14 时。 · Yes, from 8 to 14.",
    },
    { question: "托盘能否叠放？ · May the pallets be stacked?", answer: "不能叠放。 · No, they may not." },
  ],
  customs: [
    {
      question: "能否提供用于归类的产品说明书？ · Is there a product sheet to classify by?",
      answer: "下单后随合同一并提供。 · It comes with the contract once the order is placed.",
    },
  ],
  inspection: [
    {
      question: "验货当天货物是否全部包装完毕？ · Will all goods be packed on the day of the visit?",
      answer: "是，验货前一天包装完毕。 · Yes, they are packed the day before.",
    },
  ],
  payment: [
    {
      question: "付款所需的合同和发票能否提前提供？ · Are contract and invoice at hand before the payment?",
      answer: "可以，下单当天提供。 · Yes, on the day of the order.",
    },
  ],
};

const talkOn = (service: Service, place: number): Talk | undefined => {
  const talk: readonly Talk[] = TALK[service as DemoService] ?? [];
  return talk[place % Math.max(1, talk.length)];
};

type Asking = {
  readonly stage: Stage;
  readonly buyer: Actor;
  readonly actorOf: (organisation: DemoOrganisation) => Actor;
  readonly now: Instant;
};

const offers = (provider: DemoOrganisation, service: Service): boolean =>
  (provider.services ?? []).some((one) => one === service);

/** Providers have asked about open requests of the demo's own buyer, which has answered most of it. */
export async function askQuestions(
  { stage, buyer, actorOf, now }: Asking,
  providers: readonly DemoOrganisation[],
): Promise<void> {
  const open = await stage.database.read
    .select({ id: requests.id, service: requests.service })
    .from(requests)
    .where(
      and(
        eq(requests.buyerOrganisationId, buyer.organisationId ?? ""),
        eq(requests.state, "open"),
        gt(requests.closesAt, now + HOUR_MS),
      ),
    )
    .orderBy(desc(requests.closesAt), desc(requests.id))
    .limit(ASKED_ABOUT);
  for (const [place, { id, service }] of open.entries()) {
    const asker = providers.find((provider) => offers(provider, service));
    const talk = talkOn(service, place);
    if (!talk) continue;
    const { question, answer } = talk;
    const [at, answeredAt] = [deskTime(now, -0.5), deskTime(now, -0.25)];
    // A request that closes soon takes no questions any more.
    const asked = asker && (await stage.act(at, actorOf(asker), askQuestion, { requestId: id, question }));
    if (asked && place % WAITING !== WAITING - 1)
      await stage.must(answeredAt, buyer, answerQuestion, { questionId: asked.id, answer });
  }
}

type Asked = { readonly orderId: string; readonly lockedAt: Instant; readonly sentAt: Instant };

type Rate = { readonly base: Currency; readonly quote: Currency; readonly rate: string; readonly day: LocalDate };

type Pair = { readonly payerCurrency: Currency; readonly payeeCurrency: Currency };

/** Of two currencies that the market keeps no rate between, by way of the yuan: how much of the payer's one dollar is. */
function crossed(rates: readonly Rate[], { payerCurrency, payeeCurrency }: Pair) {
  const [dollar, other] = payeeCurrency === "USD" ? [payeeCurrency, payerCurrency] : [payerCurrency, payeeCurrency];
  const perDollar = rates.find(({ base, quote }) => base === dollar && quote === "CNY");
  const perYuan = rates.find(({ base, quote }) => base === "CNY" && quote === other);
  if (!perDollar || !perYuan) return null;
  return { base: dollar, rate: (Number(perDollar.rate) * Number(perYuan.rate)).toPrecision(6) };
}

/** At which rate a payment is locked, by the market's rates up to then: the last one of its two currencies, or one by way of the yuan; null where there is none. */
export function lockRateOf(rates: readonly Rate[], { payerCurrency, payeeCurrency }: Pair) {
  const pair: string[] = [payerCurrency, payeeCurrency];
  const latest = rates.toSorted((a, b) => (a.day < b.day ? 1 : -1));
  const known = latest.find(({ base, quote }) => pair.includes(base) && pair.includes(quote));
  return known ?? crossed(latest, { payerCurrency, payeeCurrency });
}

/** Until when a provider has a rate held for it: until the end of the first bank's day by which the money has gone. */
export function lockHoldsUntil(lockedAt: Instant, sentAt: Instant): Instant {
  let end = nextBankDay(lockedAt);
  while (end <= sentAt) end = nextBankDay(end);
  return end;
}

/** The rate that a provider locks for a payment, at the market's rate of the day until the money is sent; null where nothing is exchanged. */
async function lockFor(read: Reader, { orderId, lockedAt, sentAt }: Asked) {
  const [row] = await read
    .select({ spec: requests.spec })
    .from(orders)
    .innerJoin(requests, eq(requests.id, orders.requestId))
    .where(eq(orders.id, orderId));
  const spec = payment.specSchema.safeParse(row?.spec).data;
  if (!spec || spec.payerCurrency === spec.payeeCurrency) return null;
  const known = lockRateOf(await ratesUpTo(read, dayOf(lockedAt)), spec);
  const expiresAt = toIso(lockHoldsUntil(lockedAt, sentAt));
  if (!known) return null;
  const { base, rate } = known;
  return {
    orderId,
    base,
    rate,
    // A rate that is locked again has a number of its own.
    reference: `FX-${dayOf(lockedAt).slice(2).replaceAll("-", "")}-${orderId.slice(-6).toUpperCase()}`,
    lockedAt: toIso(lockedAt),
    expiresAt,
  };
}

type Play = {
  readonly stage: Stage;
  readonly queue: EventQueue;
  readonly random: Random;
  readonly deal: PlannedDeal;
  readonly cast: {
    readonly referenceData: ReferenceData;
    readonly administrator: Actor;
    readonly actorOf: (organisation: DemoOrganisation) => Actor;
    readonly providerById: (organisationId: string) => DemoOrganisation;
  };
  /** Left out where orders are carried out by their steps alone. */
  readonly rooms?: Partial<Record<Service, HistoryRoom>>;
  /** Left out where nobody writes anything beside the orders. */
  readonly talk?: TalkHistory;
  /** Left out where all orders are accepted as they are. */
  readonly disputes?: YearsDisputes;
};

/** So long after the award the buyer says what it does itself of what nobody bid on. */
export const DECIDED_AFTER_MS = 10 * MINUTE_MS;
/** So long before what waits for it the buyer says that it has seen to a need itself. */
const STATED_BEFORE_MS = 30 * MINUTE_MS;
const OWN_CLEARANCE =
  "我司自行报关，放行信息已在单一窗口核对。 · We cleared the goods ourselves and checked the release in the Single Window.";

type Played = OrderOfYear & { readonly dispute?: PlannedDispute | undefined };

function playOrder({ stage, queue, cast }: Play, order: Played, room: HistoryRoom | undefined) {
  const { id: orderId, plan, provider, buyer } = order;
  for (const { code, at } of plan.reports) {
    queue.schedule(at, async () => {
      // Money moves under a locked rate, which has figures of its own.
      const sentAt = plan.reports.find((report) => report.code === "sent")?.at ?? at;
      const asked = { orderId, lockedAt: at, sentAt };
      const lock = code === "rate_locked" ? await lockFor(stage.database.read, asked) : null;
      if (lock && (await stage.act(at, provider, lockRate, lock))) return;
      const cameAt = plan.reports.find((report) => report.code === FUNDS_STEP)?.at;
      if (order.service === "payment" && cameAt) await settleFunds({ stage, provider, orderId, at }, { code, cameAt });
      if (await room?.step(order, { code, at })) return;
      if (code === "sent") {
        const sending = { referenceKind: "bank", reference: `TT-${orderId.slice(-12).toUpperCase()}` };
        await stage.act(at, provider, sendPayment, { orderId, ...sending, occurredAt: toIso(at) });
        return;
      }
      const declared = toldDeclaration(order.deal, { code, at });
      const evidence = declared && order.service === "customs" ? { evidence: { declarations: [declared] } } : {};
      const said = {
        note: "",
        ...evidence,
        papersReason: papersReason({ code, at }),
        ...(await fundsAt(stage.database.read, { orderId, deal: order.deal, code, at })),
      };
      await stage.act(at, provider, reportMilestone, { orderId, code, occurredAt: toIso(at), ...said });
    });
  }
  for (const { code, at } of plan.beside ?? [])
    queue.schedule(at, async () => void (await room?.step(order, { code, at })));
  if (plan.calledOff) {
    const { at, reason } = plan.calledOff;
    queue.schedule(at, async () => void (await stage.act(at, buyer, cancelOrder, { orderId, reason })));
    return;
  }
  if (order.dispute) {
    playDispute(stage, queue, { ...order, administrator: cast.administrator }, order.dispute);
    return;
  }
  queue.schedule(plan.acceptedAt, async () => {
    if (await room?.accept?.(order, plan.acceptedAt)) return;
    await stage.act(plan.acceptedAt, buyer, acceptOrder, { orderId });
  });
}

/** What the buyer says of a release that it has got itself, with a number of its country's form; null of what is no release. */
function ownRelease(gate: Gate, { deal, at }: { readonly deal: PlannedDeal; readonly at: Instant }) {
  if (!isRelease(gate)) return null;
  const asked = deal.requests.find(({ service }) => service === "customs")?.spec.side;
  const side = sideOfRelease(gate.need, { side: (asked ?? null) as CustomsSpec["side"] | null });
  return { number: numberFiled(deal, { side, at }), releasedOn: dayOf(at), reason: OWN_CLEARANCE };
}

/** What nobody bid on the buyer does itself, and says so of each need before the step that waits for it. */
function playOwnWork(
  { stage, queue, cast, deal }: Play,
  dealId: string,
  of: { readonly plans: ReadonlyMap<Service, PlannedOrder>; readonly gates: readonly Gate[]; readonly at: Instant },
) {
  const buyer = cast.actorOf(deal.buyer);
  const decidedAt = later(of.at, DECIDED_AFTER_MS);
  const own = new Set<Service>();
  queue.schedule(decidedAt, async () => {
    const unfilled = await stage.database.read
      .select({ id: requests.id, service: requests.service })
      .from(requests)
      .where(and(eq(requests.dealId, dealId), eq(requests.state, "no_bids")));
    for (const { id, service } of unfilled)
      if (await stage.act(decidedAt, buyer, chooseFallbackOf, { requestId: id, choice: "do_it_ourselves" }))
        own.add(service);
  });
  for (const gate of of.gates) {
    const plan = of.plans.get(gate.holds.service);
    const held = plan?.reports[heldPlace(plan, gate.holds)];
    if (!held) continue;
    const at = instant(Math.max(held.at - STATED_BEFORE_MS, decidedAt + 1));
    const bringer = bringerOf(gate);
    queue.schedule(at, async () => {
      const release = ownRelease(gate, { deal, at });
      const said = { dealId, need: needKey(gate), ...(release ? { release } : {}) };
      if (bringer && own.has(bringer)) await stage.act(at, buyer, stateNeed, said);
    });
  }
}

/** Whether the way of the goods or the money for them waits for what an inspection found. */
function awaitsInspection({ movement: { mode }, requests: services }: PlannedDeal, ordered: ReadonlySet<Service>) {
  const gates = defaultGates({ mode, isBorderHub: mode === "road" || mode === "rail", services });
  return gates.some(({ need, holds }) => need.kind === "inspection" && ordered.has(holds.service));
}

/** The orders of one award from their placing on: the providers' reports and the buyer's acceptance, as far as the demo's present. */
export function playOrders(
  play: Play,
  { dealId, orderIds, at }: { readonly dealId: string; readonly orderIds: readonly string[]; readonly at: Instant },
): void {
  const { stage, queue, random, cast, deal, rooms, talk, disputes } = play;
  queue.schedule(at, async () => {
    const rows = await stage.database.read
      .select({
        id: orders.id,
        service: orders.service,
        providerId: orders.providerOrganisationId,
        bidId: orders.bidId,
        currency: orders.contractCurrency,
      })
      .from(orders)
      .where(inArray(orders.id, [...orderIds]));
    const placed = orderIds.flatMap((id) => rows.find((row) => row.id === id) ?? []);
    const awarded = placed.map(({ service, providerId }) => ({ service, provider: cast.providerById(providerId) }));
    const { orders: plans, unprovided } = planOrders(random, { deal, awarded, at, referenceData: cast.referenceData });
    const byService = new Map(
      placed.flatMap(({ service }, index) => (plans[index] ? [[service, plans[index]] as const] : [])),
    );
    const steps = await milestonesOfOrders(stage.database.read, placed);
    if (unprovided.length > 0) playOwnWork(play, dealId, { plans: byService, gates: unprovided, at });
    const zoneOf = (placeId: string) => cast.referenceData.places.get(placeId)?.zone ?? MARKET_ZONE;
    const zones = { from: zoneOf(deal.movement.originId), to: zoneOf(deal.movement.destinationId) };
    const haul = byService.get("logistics");
    const arrivedAt = haul && timeIn(haul, "delivered");
    const isAwaited = awaitsInspection(deal, new Set(byService.keys()));
    for (const { id, service, providerId, bidId, currency } of placed) {
      const plan = byService.get(service);
      const company = cast.providerById(providerId);
      const provider = cast.actorOf(company);
      if (!plan) continue;
      // An order of a client that is known has no steps of its check.
      const has = new Set(steps.get(id)?.map(({ code }) => code));
      const told = { ...plan, reports: plan.reports.filter(({ code }) => has.has(code)) };
      const waits = { arrivedAt, isAwaited: service === "inspection" && isAwaited };
      const dispute =
        disputes?.planFor({ service, deal, plan: told, provider: company, zones, currency, ...waits }) ?? undefined;
      const own = dispute ? afterDispute(told, dispute) : told;
      const order = { id, service, deal, plan: own, provider, buyer: cast.actorOf(deal.buyer), dispute };
      playOrder(play, order, rooms?.[service]);
      talk?.playBeside({ ...order, bidId, organisations: { buyer: deal.buyer, provider: company } });
    }
  });
}
