import { isPassedThrough } from "../../domain/bidding/bid";
import type { ChargeCode } from "../../domain/services/charge";
import type { Client } from "../../db/repositories/orders";
import type { Actor } from "../../domain/access/policy";
import { dayOf, HOUR_MS, type Instant, instant, later, MINUTE_MS, toIso } from "../../domain/shared/time";
import { startOfDay } from "../../domain/shared/zones";
import { awardBids } from "../../server/award/award-bids";
import { submitBid } from "../../server/bidding/submit-bid";
import { createDeal } from "../../server/deals/create-deal";
import { closeDueRequest } from "../../server/requests/close-request";
import { createRequest } from "../../server/requests/create-request";
import { lapseRequest } from "../../server/requests/cancel-request";
import { demoGateAnswers, demoTerms, offerOn, pricedOn } from "./offer-on";
import { DEMO_BUYER, ZONES } from "./cast";
import { byOffice, inOffice } from "../plan/calendar";
import { afterRest, isAtRest } from "../plan/holidays";
import { type Candidate, chooseWinner } from "../plan/parties/choose-winner";
import { type EventQueue, SYSTEM, type Stage } from "./stage";
import type { DemoOrganisation } from "../plan/market-data";
import type { PlannedDeal, PlannedRequest } from "../plan/plan-deal";
import type { ReferenceData } from "../plan/plan-movement";
import type { historyRooms } from "./history/history-rooms";
import type { TalkHistory } from "./history/talk-history";
import type { YearsDisputes } from "../plan/disputes/plan-dispute";
import { playOrders } from "./play-orders";
import { isMember } from "../plan/parties/membership";
import { opensTransits } from "../plan/transits";
import { canBid } from "../plan/parties/plan-parties";
import { chargesForCheck } from "../plan/plan-offer";
import { between, type Random, shuffled } from "../plan/random";

export type Cast = {
  readonly referenceData: ReferenceData;
  readonly providers: readonly DemoOrganisation[];
  readonly administrator: Actor;
  readonly actorOf: (organisation: DemoOrganisation) => Actor;
  readonly providerById: (organisationId: string) => DemoOrganisation;
  /** How a buyer of the demo chooses. */
  readonly characterOf: (organisation: DemoOrganisation) => number;
  /** What a bid costs in CNY, for choosing: the demo's own estimate. */
  readonly toCny: (minor: number, currency: string) => number;
};

type Play = {
  readonly stage: Stage;
  readonly queue: EventQueue;
  readonly random: Random;
  readonly cast: Cast;
  readonly rooms?: ReturnType<typeof historyRooms>;
  readonly talk?: TalkHistory;
  readonly disputes?: YearsDisputes;
};
type Asked = { readonly requestId: string; readonly planned: PlannedRequest; readonly bids: Candidate[] };

const BIDDERS_MAX = 6;
/** A broker declares before the customs of its own country: of the side that is asked for, of either where both are, and of the country that goods pass in transit. */
function isAtHome({ country }: DemoOrganisation, { spec }: PlannedRequest, { movement }: PlannedDeal): boolean {
  const [origin, destination] = movement.corridor.split("-");
  if (spec.side === "transit") return opensTransits({ country }, movement);
  if (spec.side === "export") return country === origin;
  return spec.side === "import" ? country === destination : country === origin || country === destination;
}

/** What the choice needs of an offer: an estimate of its own price, by which bids are ranked. The exact price is the product's business. */
function estimate(
  offer: Record<string, unknown>,
  context: {
    quantities: Record<string, unknown>;
    amounts: Record<string, { minor: bigint; currency: string } | undefined>;
  },
  toCny: Cast["toCny"],
): number {
  const currency = offer.currency as string;
  type Charge = {
    code: ChargeCode;
    basis: string;
    unitPrice?: { minor: number };
    rateBps?: number;
    isPassThrough?: boolean;
  };
  const charges = (offer.charges as Charge[]).filter((line) => !isPassedThrough(line));
  const priced = (lines: readonly Charge[]) =>
    lines.reduce((sum, line) => {
      const quantity = context.quantities[line.basis];
      return line.unitPrice && typeof quantity === "number"
        ? sum + toCny((line.unitPrice.minor * quantity) / 1000, currency)
        : sum;
    }, 0);
  const units = priced(charges);
  const haul = priced(charges.filter(({ code }) => code === "OFT"));
  return charges.reduce((sum, line) => {
    const amount = context.amounts[line.basis];
    if (line.rateBps === undefined) return sum;
    return sum + ((amount ? toCny(Number(amount.minor), amount.currency) : haul) * line.rateBps) / 10_000;
  }, units);
}

type Open = { readonly posted: Instant; readonly closes: Instant; readonly isPresent: boolean };

/** Nobody bids within so many minutes of the posting or of the close. */
const MARGIN_MS = 5 * MINUTE_MS;
const CLOSING_HOURS = 2;

/**
 * When a bidder that would bid at `at` is at its desk: the next morning of a day on which it works, else the evening before, else in the last
 * hours of an office before the close. Where none of them lies within the time for bids, it bids at `at`.
 */
export function whileOpen(at: Instant, { posted, closes, isPresent }: Open, zone?: string): Instant {
  const isAtWork = (one: Instant) => isPresent || !isAtRest(one);
  const next = isPresent ? inOffice(at, zone) : inOffice(afterRest(inOffice(at, zone)), zone);
  let before = byOffice(at, zone);
  while (!isAtWork(before)) before = byOffice(later(startOfDay(dayOf(before)), -HOUR_MS), zone);
  const atLast = byOffice(later(closes, -2 * MARGIN_MS - (at % (CLOSING_HOURS * HOUR_MS))), zone);
  const isOpen = (one: Instant) => one > posted + MARGIN_MS && one < closes - MARGIN_MS;
  return [next, before, atLast].find((one) => isOpen(one) && isAtWork(one)) ?? at;
}

/** Of so many requests for customs clearance no broker takes notice, and the buyer sees to it itself; not of a transit, which nobody opens without one. An estimate. */
const UNANSWERED_SHARE = 0.03;

/** Whether an agent charges a deal's buyer for its check: a client whom it has approved on an earlier order is not checked again. */
async function isNewAndCharged(
  { stage, cast }: Play,
  { deal, provider }: { readonly deal: PlannedDeal; readonly provider: DemoOrganisation },
): Promise<boolean> {
  if (!chargesForCheck({ buyer: deal.buyer, provider })) return false;
  const organisationOf = (one: DemoOrganisation) => cast.actorOf(one).organisationId ?? "";
  const client: Client = {
    service: "payment",
    buyerOrganisationId: organisationOf(deal.buyer),
    providerOrganisationId: organisationOf(provider),
  };
  return !(await stage.isClientKnown(client, deal.at));
}

async function scheduleBids(play: Play, deal: PlannedDeal, asked: Asked): Promise<void> {
  const { queue, random, cast, stage } = play;
  const { planned } = asked;
  if (planned.service === "customs" && planned.spec.side !== "transit" && random() < UNANSWERED_SHARE) return;
  const priced = pricedOn(cast.referenceData, deal, planned);
  const isLoading = planned.spec.type === "container_loading";
  const of = { service: planned.service, movement: deal.movement, isLoading };
  const serving = cast.providers.filter(
    (provider) => isMember(provider, deal.at) && canBid(cast.referenceData, provider, of),
  );
  const able = shuffled(
    random,
    planned.service === "customs" ? serving.filter((one) => isAtHome(one, planned, deal)) : serving,
  );
  const bidders = able.slice(
    0,
    Math.min(BIDDERS_MAX, Math.max(2, Math.round(able.length * between(random, 0.4, 0.9)))),
  );
  for (const provider of bidders) {
    const window = planned.closesAt - deal.at;
    const drawn = instant(deal.at + 15 * MINUTE_MS + between(random, 0.02, 0.9) * (window - 20 * MINUTE_MS));
    const at = whileOpen(
      drawn,
      { posted: deal.at, closes: planned.closesAt, isPresent: deal.isPresent },
      ZONES[provider.country],
    );
    const isCheckCharged = planned.service === "payment" && (await isNewAndCharged(play, { deal, provider }));
    const offer = offerOn(random, cast.referenceData, { deal, planned, priced, provider, at, isCheckCharged });
    if (!offer) continue;
    queue.schedule(at, async () => {
      const receipt = await stage.act(at, cast.actorOf(provider), submitBid, {
        requestId: asked.requestId,
        ...offer,
        ...demoGateAnswers(planned.service, deal.buyer.id === DEMO_BUYER),
      });
      if (!receipt) return;
      const costCny = estimate(offer, { quantities: priced.quantities, amounts: priced.basisAmounts }, cast.toCny);
      const days = (offer.transitDays as { max: number }).max;
      asked.bids.push({ bidId: receipt.id, costCny, days, reliability: provider.reliability ?? 0.9 });
    });
  }
}

/** Where the day's rates or a rounding put another first by a hair, the buyer took them for equal; it is kept in no other case. */
const AT_EQUAL_PRICE = "折算后报价相当。 · Converted at the day's rates the prices are as good as equal.";

// Buyers do not always decide: some let the time pass, which the market counts against them.
const LAPSE_SHARE = 0.05;

/** What the buyer asks its bidders between the opening and the decision. */
function playTalk(
  { queue, talk, cast }: Play,
  of: { readonly deal: PlannedDeal; readonly asked: readonly Asked[]; readonly from: Instant; readonly to: Instant },
): void {
  const { deal, asked, from, to } = of;
  queue.schedule(from, async () => {
    for (const { planned, bids } of asked)
      await talk?.playBefore({
        ...{ service: planned.service, buyer: deal.buyer, cast, from, to },
        bidIds: bids.map(({ bidId }) => bidId),
      });
  });
}

function scheduleDecision(play: Play, deal: PlannedDeal, asked: readonly Asked[], dealId: string): void {
  const { queue, random, stage, cast } = play;
  const first = asked[0] as Asked;
  const { closesAt, decideBy } = first.planned;
  for (const one of asked)
    queue.schedule(
      instant(closesAt + 1000),
      async () =>
        void (await stage.act(instant(closesAt + 1000), SYSTEM, closeDueRequest, { requestId: one.requestId })),
    );
  if (random() < LAPSE_SHARE) {
    const at = instant(decideBy + 1000);
    for (const one of asked)
      queue.schedule(at, async () => void (await stage.act(at, SYSTEM, lapseRequest, { requestId: one.requestId })));
    return;
  }
  const drawn = inOffice(instant(closesAt + between(random, 2, 30) * HOUR_MS));
  const at = instant(Math.min(decideBy - HOUR_MS, deal.isPresent ? drawn : afterRest(drawn)));
  playTalk(play, { deal, asked, from: instant(closesAt + 2000), to: at });
  queue.schedule(at, async () => {
    const choiceOf = ({ planned: { service } }: Asked) => ({
      ...{ service, character: cast.characterOf(deal.buyer) },
      criteria: demoTerms(service, deal.buyer.id === DEMO_BUYER).criteria,
    });
    const chosen = asked
      .filter((one) => one.bids.length > 0)
      .map((one) => ({ one, ...chooseWinner(random, one.bids, choiceOf(one)) }));
    if (chosen.length === 0) return;
    const input = {
      dealId,
      bids: chosen.map(({ winner, reason }) => ({ bidId: winner.bidId, reason: reason || AT_EQUAL_PRICE })),
      currency: first.planned.currency,
    };
    const made = await stage.act(at, cast.actorOf(deal.buyer), awardBids, input);
    const orderIds = made?.orders ?? [];
    if (orderIds.length > 0) playOrders({ ...play, deal }, { dealId, orderIds, at });
  });
}

/** A deal from its posting to its award, each step at its time; what follows is the orders' play. */
export function playDeal(play: Play, deal: PlannedDeal): void {
  const { queue, stage, cast } = play;
  queue.schedule(deal.at, async () => {
    const buyer = cast.actorOf(deal.buyer);
    const created = await stage.act(deal.at, buyer, createDeal, deal.deal);
    if (!created) return;
    const asked: Asked[] = [];
    for (const planned of deal.requests) {
      const { mode, closesAt, decideBy, currency } = planned;
      const bidding = {
        mode,
        closesAt: toIso(closesAt),
        decideBy: toIso(decideBy),
        currency,
        mayCloseEarly: false,
        twoPersonOpening: false,
        ...demoTerms(planned.service, deal.buyer.id === DEMO_BUYER),
      };
      const request = await stage.act(deal.at, buyer, createRequest, {
        dealId: created.id,
        service: planned.service,
        spec: planned.spec,
        bidding,
        publish: true,
      });
      if (request) asked.push({ requestId: request.id, planned, bids: [] });
    }
    for (const one of asked) await scheduleBids(play, deal, one);
    if (asked.length > 0) scheduleDecision(play, deal, asked, created.id);
  });
}
