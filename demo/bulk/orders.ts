import { award } from "../../domain/award/award";
import { type ContractParts, contractParts } from "../../domain/award/contract-parts";
import { rankedPrice } from "../../domain/bidding/bid";
import { rateText } from "../../domain/award/compare";
import { quoteExpiryOf } from "../../domain/award/quote-expiry";
import { kindOf, milestoneOf, milestonesFor, stepsLeftOut } from "../../domain/services/registry";
import { BASE_CURRENCY, convert, type ExchangeRate } from "../../domain/shared/exchange-rate";
import { dayOf, type Instant, monthOf } from "../../domain/shared/time";
import { type Currency, money } from "../../domain/shared/money";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import type { LiveBid, LiveDeal, LiveOrder, LiveRequest, Makers, Step } from "./live-deal";
import { endBid } from "./requests";
import { acceptanceAt, autoAcceptAt, autoAcceptRule } from "../../domain/orders/acceptance";
import { acceptDelivery, cancel, type Milestone, report } from "../../domain/orders/order";
import type { ChainFacts } from "../../domain/orders/chain/chain-facts";
import { readLate, stepDue } from "../../domain/orders/due";
import { agreementOf } from "../../server/bidding/queries/agreement";
import { CLEARANCE_STEP, FUNDS_STEP, type Receipt, recounted } from "../../domain/services/payment/funds";
import { payment } from "../../domain/services/payment/kind";
import { lateReason, type OrderRecord } from "../plan/late/late-reason";
import { dueAt, fundsPaid, groupAccepted, remitterOf, returnReference } from "../plan/papers/paid-funds";
import type { CalledOff, PlannedOrder } from "../plan/order-scene";
import { toldDeclaration } from "../plan/registered-numbers";
import { papersReason } from "../plan/papers/missing-papers";
import { payeePerPayer } from "../../domain/remittance/rate-lock";
import { lockHoldsUntil, lockRateOf } from "../play/play-orders";

type Chosen = { readonly request: LiveRequest; readonly bid: LiveBid };
/** An order's price in CNY, and its parts. */
type InBase = Readonly<Record<keyof ContractParts, bigint>>;
type Deciding = { readonly step: Step; readonly currency: Currency; readonly rates: readonly ExchangeRate[] };

const priceOf = ({ row }: LiveBid) => money(row.totalMinor as bigint, row.currency as Currency);

function findChosen(deal: LiveDeal, bidIds: readonly string[]): Chosen[] {
  return bidIds.flatMap((bidId) =>
    deal.requests.flatMap((request) =>
      request.bids.filter((bid) => bid.row.id === bidId).map((bid) => ({ request, bid })),
    ),
  );
}

function comparisonOf({ bids }: LiveRequest, { step, currency, rates }: Deciding) {
  const day = dayOf(step.at);
  const totals: Record<string, string> = {};
  const ownPrices: Record<string, string> = {};
  const used = new Set<string>();
  for (const bid of bids) {
    const total = convert(priceOf(bid), currency, rates, day);
    const own = convert(rankedPrice(bid.content), currency, rates, day);
    if (!total.ok || !own.ok) continue;
    totals[bid.row.id] = total.value.amount.minor.toString();
    ownPrices[bid.row.id] = own.value.amount.minor.toString();
    for (const rate of total.value.rates) used.add(rateText(rate));
  }
  return { currency, day, totals, ownPrices, rates: [...used] };
}

function orderOf(
  makers: Makers,
  deal: LiveDeal,
  one: Chosen & { awardId: string; inBase: InBase; step: Step },
): LiveOrder {
  const { request, bid, awardId, inBase, step } = one;
  const { id: dealId, title, hubId, corridor, originId, destinationId, mode } = deal.row;
  const id = makers.newId(step.at);
  const price = priceOf(bid);
  const row = {
    id,
    reference: makers.newReference("KO", step.at),
    dealId,
    requestId: request.row.id,
    awardId,
    bidId: bid.row.id,
    buyerOrganisationId: request.row.buyerOrganisationId,
    providerOrganisationId: bid.row.providerOrganisationId,
    buyerCountry: makers.countries.get(request.row.buyerOrganisationId) ?? "",
    providerCountry: makers.countries.get(bid.row.providerOrganisationId) ?? "",
    service: request.row.service,
    state: "placed" as const,
    title,
    hubId,
    isBorderHub: makers.referenceData.hubs.get(hubId)?.isBorderHub ?? false,
    corridor,
    originId,
    destinationId,
    mode,
    contractMinor: price.minor,
    contractCurrency: price.currency,
    contractCnyMinor: inBase.price,
    passThroughCnyMinor: inBase.passThrough,
    marginCnyMinor: inBase.margin,
    grossWeightGrams: deal.row.cargo.reduce((all, line) => all + line.grossWeightGrams, 0),
    contractedAt: step.at,
    contractedMonth: monthOf(dayOf(step.at)),
    version: 1,
  };
  const { service, spec } = request.row;
  const isClientKnown = makers.approvals.isKnown(row, step.at);
  const leftOut = stepsLeftOut({ service, spec, isClientKnown });
  const milestones = milestonesFor(service, mode)
    .filter(({ code }) => !leftOut.includes(code))
    .map(({ code }, position) => ({ orderId: id, position, code }));
  return { row, milestones };
}

function settle({ request, bid }: Chosen, now: Step["at"]): void {
  request.row.state = "awarded";
  request.row.awardedAt = now;
  request.row.version += 1;
  endBid(bid, "win", now);
  for (const other of request.bids) if (other !== bid) endBid(other, "lose", now);
}

/** The buyer's choice of one bid a request: awards and orders, all or none, as the command makes them. */
export async function awardDeal(
  makers: Makers,
  deal: LiveDeal,
  choice: { readonly bidIds: readonly string[]; readonly currency: Currency; readonly step: Step },
): Promise<Result<readonly LiveOrder[], Refusal>> {
  const { step, currency } = choice;
  const day = dayOf(step.at);
  const rates = await makers.facts.ratesOn(step.at);
  const chosen = findChosen(deal, choice.bidIds);
  if (chosen.length === 0) return refuse("nothing_chosen");
  const inBase: InBase[] = [];
  for (const { request, bid } of chosen) {
    const quoteExpiresAt = quoteExpiryOf(request.row.service, bid.content);
    const next = award(request.row, { ...bid.row, isBarred: false, quoteExpiresAt, disqualifications: [] }, step.at);
    if (!next.ok) return next;
    const parts = contractParts(bid.content, null);
    const price = convert(parts.price, BASE_CURRENCY, rates, day);
    if (!price.ok) return price;
    const passThrough = convert(parts.passThrough, BASE_CURRENCY, rates, day);
    if (!passThrough.ok) return passThrough;
    const margin = convert(parts.margin, BASE_CURRENCY, rates, day);
    if (!margin.ok) return margin;
    inBase.push({
      price: price.value.amount.minor,
      passThrough: passThrough.value.amount.minor,
      margin: margin.value.amount.minor,
    });
  }
  const made = chosen.map(({ request, bid }, position) => {
    const awardId = makers.newId(step.at);
    deal.awards.push({
      id: awardId,
      dealId: deal.row.id,
      requestId: request.row.id,
      bidId: bid.row.id,
      state: "effective",
      awardedByUserId: step.userId as string,
      awardedAt: step.at,
      effectiveAt: step.at,
      comparison: comparisonOf(request, { step, currency, rates }),
    });
    return orderOf(makers, deal, { request, bid, awardId, inBase: inBase[position] as InBase, step });
  });
  for (const one of chosen) settle(one, step.at);
  deal.orders.push(...made);
  if (deal.row.contractedAt === null) {
    deal.row.contractedAt = step.at;
    deal.row.version += 1;
  }
  return accept(made);
}

const milestonesOf = ({ row, milestones }: LiveOrder): Milestone[] => {
  const { service, mode } = row;
  return milestones.map(({ code, occurredAt }) => ({
    ...milestoneOf({ service, mode }, code),
    occurredAt: (occurredAt ?? null) as Instant | null,
  }));
};

type Run = { readonly order: LiveOrder; readonly plan: PlannedOrder; readonly providerUserId: string | null };

/** What an order of the deal has on record by now. */
const recordOf = ({ requests }: LiveDeal, { row, milestones }: LiveOrder): OrderRecord => ({
  steps: Object.fromEntries(
    milestones.flatMap(({ code, occurredAt }) => (occurredAt ? [[code, occurredAt as Instant]] : [])),
  ),
  // No inspector of the bulk market has a record of the site.
  letGoAt: null,
  side: (requests.find((one) => one.row.id === row.requestId)?.row.spec as { readonly side?: string } | undefined)
    ?.side,
});

/** When the rate of a payment runs out that the play would have locked for it; undefined before that, and where nothing is exchanged. */
async function lockEndOf(makers: Makers, deal: LiveDeal, { order, plan }: Run): Promise<Instant | undefined> {
  const lockedAt = order.milestones.find(({ code }) => code === "rate_locked")?.occurredAt as
    | Instant
    | null
    | undefined;
  if (!lockedAt) return undefined;
  const payer = await payerOf(makers, deal, { order, at: lockedAt });
  if (!payer?.paid.perPayer || payer.spec.payerCurrency === payer.spec.payeeCurrency) return undefined;
  return lockHoldsUntil(lockedAt, plan.reports.find(({ code }) => code === "sent")?.at ?? lockedAt);
}

type ReportedStep = Run & { readonly code: string; readonly at: Instant };

/** Why a step came after it was due, by what the deal's parties promised and by the deal's other orders as they stand; null of one that was in time. */
async function lateOf(makers: Makers, deal: LiveDeal, told: ReportedStep) {
  const { referenceData } = makers;
  const { order, code, at } = told;
  const { row } = order;
  const { service, mode } = row;
  const request = deal.requests.find((one) => one.row.id === row.requestId);
  const content = request?.bids.find((one) => one.row.id === row.bidId)?.content ?? null;
  const live = deal.orders.map((one) => ({ ...one.row, milestones: milestonesOf(one) }));
  const around = {
    known: referenceData,
    // The gates of these deals hold no step of a clearance.
    chain: { gates: [], facts: { orders: live } as unknown as ChainFacts },
    withBuyer: [],
    bookedUntil: null,
    lockEndsAt: await lockEndOf(makers, deal, told),
    visit: undefined,
  };
  const agreement = agreementOf(
    around,
    { ...row, contractedAt: row.contractedAt as Instant },
    { spec: request?.row.spec ?? null, content, alternative: 0 },
  );
  const due = stepDue({ service, state: row.state, milestones: milestonesOf(order) }, code, agreement);
  if (due === null || at <= due.at) return null;
  const record = Object.fromEntries(deal.orders.map((one) => [one.row.service, recordOf(deal, one)]));
  const step = { service, mode, corridor: row.corridor, code, at, dueAt: due.at, deal: record };
  const said = lateReason({ ...step, waits: { spans: [], faults: [], slotOpensAt: null }, returned: null });
  const late = readLate(
    { reason: said.lateReason, words: said.lateWords || null },
    { occurredAt: at, due, service, mode },
  );
  return late.ok ? late.value : null;
}

/** Who pays in the play and at which rate, that of the market on the day of the lock; null of a request that says too little. */
async function payerOf(
  { facts }: Makers,
  { requests, planned, row: { reference } }: LiveDeal,
  { order, at }: Pick<Run, "order"> & { readonly at: Instant },
) {
  const wire = requests.find(({ row }) => row.id === order.row.requestId)?.row.spec;
  const spec = payment.specSchema.safeParse(wire).data;
  if (!spec) return null;
  const lockedAt = order.milestones.find(({ code }) => code === "rate_locked")?.occurredAt as
    | Instant
    | null
    | undefined;
  const lock = lockRateOf(await facts.ratesOn(lockedAt ?? at), spec);
  const perPayer = lock && payeePerPayer(lock, spec.payerCurrency);
  return { spec, paid: { remitter: remitterOf(planned), at, perPayer, reference } };
}

/** What the provider does in the play before a step of a payment whose funds were odd: it accepts who has paid, or returns a surplus. */
async function settleFunds(makers: Makers, deal: LiveDeal, { order, code, at }: Run & { code: string; at: Instant }) {
  const step = order.milestones.find((one) => one.code === FUNDS_STEP);
  const funds = step?.evidence?.funds;
  const [receipt] = funds?.receipts ?? [];
  if (!step?.occurredAt || !funds || !receipt) return;
  const cameAt = step.occurredAt as Instant;
  const payer = await payerOf(makers, deal, { order, at: cameAt });
  const settled = (change: Partial<Receipt>) => {
    if (!payer) return;
    const { spec, paid } = payer;
    const counted = recounted({ receipts: [{ ...receipt, ...change }] }, dueAt(spec, paid.perPayer));
    step.evidence = { ...step.evidence, funds: counted };
    order.row.version += 1;
  };
  if (code === CLEARANCE_STEP && receipt.thirdPartyReason !== null)
    settled({ accepted: { ...groupAccepted(cameAt), recordedAt: at } });
  if (code !== "sent" || !funds.surplus) return;
  const advice = { valueDate: dayOf(at), reference: returnReference(at), recordedAt: at };
  settled({ returns: [{ amount: funds.surplus, ...advice }] });
}

async function reportOne(makers: Makers, deal: LiveDeal, told: ReportedStep): Promise<void> {
  const { order, code, at, providerUserId: userId } = told;
  const { row } = order;
  const next = report({ state: row.state, milestones: milestonesOf(order) }, { code, occurredAt: at }, at);
  if (!next.ok) return;
  if (row.service === "payment") await settleFunds(makers, deal, told);
  const payer = code === FUNDS_STEP ? await payerOf(makers, deal, { order, at }) : null;
  const milestone = order.milestones.find((one) => one.code === code);
  const reason = papersReason({ code, at });
  // Nobody enters or attaches papers in bulk.
  const late = await lateOf(makers, deal, told);
  const declared = row.service === "customs" ? toldDeclaration(deal.planned, { code, at }) : null;
  const said = {
    ...(declared ? { declarations: [declared] } : {}),
    ...(reason === "" ? {} : { papersReason: reason }),
    ...(late ? { late } : {}),
    ...(payer ? { funds: fundsPaid(payer.spec, payer.paid) } : {}),
  };
  const evidence = Object.keys(said).length === 0 ? {} : { evidence: said };
  Object.assign(milestone ?? {}, { occurredAt: at, reportedAt: at, reportedByUserId: userId, ...evidence });
  if (code === kindOf(row.service).clientApproval) makers.approvals.keep(row, at);
  row.state = next.value;
  row.version += 1;
  if (next.value === "completed") row.completedAt = at;
  if (next.value !== "delivered") return;
  row.deliveredAt = at;
  row.autoAcceptAt = autoAcceptAt(at, await makers.facts.rule(autoAcceptRule(row.service), at));
}

function acceptOne(order: LiveOrder, at: Instant): void {
  const next = acceptDelivery({ state: order.row.state, milestones: milestonesOf(order) });
  if (!next.ok) return;
  Object.assign(order.row, acceptanceAt(next.value, at));
  order.row.version += 1;
}

function callOffOne({ row }: LiveOrder, { at, reason }: CalledOff): void {
  const next = cancel(row);
  if (!next.ok) return;
  Object.assign(row, { state: next.value, cancelledAt: at, cancelReason: reason });
  row.version += 1;
}

/** With what an order's plan ends: its buyer calls it off or takes the work. */
function endOf({ order, plan: { calledOff, acceptedAt } }: Run) {
  if (calledOff) return { at: calledOff.at, take: async () => callOffOne(order, calledOff) };
  return { at: acceptedAt, take: async () => acceptOne(order, acceptedAt) };
}

/** What has happened to the orders of an award by `until`: the providers' reports and the buyer's acceptances, in the order of their times. */
export async function runOrders(
  makers: Makers,
  deal: LiveDeal,
  of: { readonly runs: readonly Run[]; readonly until: Instant },
): Promise<void> {
  const steps = of.runs.flatMap((run) => [
    ...run.plan.reports.map(({ code, at }) => ({ at, take: () => reportOne(makers, deal, { ...run, code, at }) })),
    endOf(run),
  ]);
  for (const { at, take } of steps.sort((a, b) => a.at - b.at)) if (at <= of.until) await take();
}
