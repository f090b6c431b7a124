import type { Reader } from "@/db/database";
import { rulesAt } from "@/db/repositories/market-rules";
import { type StoredRequest, countPublished, invitedTo, requestsOfDeal } from "@/db/repositories/requests";
import { checkWindow, type PublishRules, termsOf, type WindowRefusal } from "@/domain/requests/request";
import { dayOf, type Instant, MINUTE_MS } from "@/domain/shared/time";
import { type Bidding, type BiddingRefusal, checkBidding } from "@/domain/requests/bidding-schema";
import { checkQuestionsEnd, type QuestionsEndRefusal } from "@/domain/requests/questions";
import { asRead, faultsBeside } from "@/domain/requests/request-conflicts";
import { shipmentOf } from "@/domain/deals/deal";
import type { shipmentSoFar } from "@/domain/deals/shipment-so-far";
import type { Place } from "@/domain/hubs/place";
import type { StoredDeal } from "@/db/repositories/deals";
import { type Ends, waysOfRoute } from "@/domain/deals/plan-deal";
import { contactIssues } from "@/domain/services/contact-issues";
import { pastDays } from "@/domain/services/past-days";
import { kindOf } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import type { Shipment, ShipmentHubs } from "@/domain/services/kind";
import { ALL_READ, type Unread } from "@/domain/services/spec-rule";
import type { SpecIssue } from "@/domain/services/spec-issue";
import { accept, checkAll, everyRefusal, type Refusal, refuse } from "@/domain/shared/result";
import type { DealInput } from "@/domain/deals/deal-schema";
import type { ReferenceData } from "../hubs/queries/network";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { convert } from "@/domain/shared/exchange-rate";
import type { Money } from "@/domain/shared/money";

/** The market's rules on publishing as they hold at `now`, and how much the organisation has published before. */
export async function publishRules(db: Reader, organisationId: string, now: Instant): Promise<PublishRules> {
  const rules = await rulesAt(db, ["min_open_minutes", "first_requests_in_review"], now);
  const firstInReview = rules.first_requests_in_review;
  return {
    minOpenMs: rules.min_open_minutes * MINUTE_MS,
    firstInReview,
    // Counting costs a look at all of them, so it is left out where nobody asks.
    publishedBefore: firstInReview > 0 ? await countPublished(db, organisationId) : 0,
  };
}

/** The member of the bidding at which a rule is told. */
const BIDDING_MEMBER: Readonly<Record<BrokenBidding["code"], keyof Bidding>> = {
  mode_not_offered: "mode",
  opening_without_seal: "twoPersonOpening",
  feedback_of_sealed: "feedback",
  questions_end_after_close: "questionsUntil",
  nobody_invited: "invitedIds",
  closes_too_soon: "closesAt",
  decides_before_close: "decideBy",
  window_too_long: "decideBy",
};

type BrokenBidding = BiddingRefusal | QuestionsEndRefusal | WindowRefusal;

/** What is refused of the bidding as far as it is read, each with its member as `field`; its times only where it is to be published now. */
export async function biddingRefusals(
  db: Reader,
  bidding: Partial<Bidding>,
  {
    organisationId,
    publish,
    now,
  }: { readonly organisationId: string; readonly publish: boolean; readonly now: Instant },
): Promise<readonly BrokenBidding[]> {
  const { minOpenMs } = await publishRules(db, organisationId, now);
  const checked = checkAll<BrokenBidding>([
    checkBidding(bidding),
    checkQuestionsEnd(bidding, now),
    publish ? checkWindow(bidding, minOpenMs, now) : accept(undefined),
  ]);
  const broken = checked.ok ? [] : (everyRefusal(checked.refusal) as readonly BrokenBidding[]);
  return broken.map(({ code, details }) => ({ code, details: { ...details, field: BIDDING_MEMBER[code] } }));
}

/** How bids on a request were taken, but for its times: the end of questions was a time of that request, the next has its own. */
export async function biddingOf(db: Reader, request: StoredRequest): Promise<Omit<Bidding, "closesAt" | "decideBy">> {
  const { bidMode, comparisonCurrency, mayCloseEarly, twoPersonOpening, visibility } = request;
  const invitedIds = await invitedTo(db, request.id);
  const terms = { ...termsOf(request), questionsUntil: null, criteria: [...termsOf(request).criteria] };
  const said = { mode: bidMode, currency: comparisonCurrency, mayCloseEarly, twoPersonOpening, visibility, invitedIds };
  return { ...said, ...terms, gates: [...terms.gates] };
}

/** The goods' value in US dollars by the dated rates of that day; undefined where no rate is known, which each rule answers for itself. */
async function valueUsd(db: Reader, value: Money, at: Instant): Promise<Money | undefined> {
  const day = dayOf(at);
  const converted = convert(value, "USD", await ratesUpTo(db, day), day);
  return converted.ok ? converted.value.amount : undefined;
}

type Routed = Partial<Pick<StoredDeal, "originId" | "destinationId" | "mode" | "hubId" | "readyDate">> &
  Partial<Pick<StoredDeal | DealInput, "inlandMode">>;

// More hubs than one mode has, so that each one with a way is among them.
const WAYS_COMPARED = 40;

/** Through which hubs the deal could go, as far as it says so; looked up only for a spec that names others. */
function hubsOf(referenceData: ReferenceData, deal: Routed): ShipmentHubs | undefined {
  const { originId, destinationId, mode, inlandMode, hubId, readyDate } = deal;
  if (!originId || !destinationId || !mode || !hubId || !readyDate) return undefined;
  const ways = waysOfRoute(
    referenceData,
    { originId, destinationId, mode, inlandMode, readyDate },
    { k: WAYS_COMPARED },
  );
  return {
    takenId: hubId,
    knownIds: new Set(referenceData.hubs.keys()),
    passableIds: new Set(ways.ok ? ways.value.map((way) => way.hubId) : []),
  };
}

type AskedSpec = { readonly service: Service; readonly spec: unknown; readonly unread?: Unread };

/** What is found in any spec by itself: days that are past where the goods are, and ways to reach the buyer. */
function ownIssues(
  { service, spec, unread = ALL_READ }: AskedSpec,
  { origin, now }: { readonly origin: Place | undefined; readonly now: Instant },
): readonly SpecIssue[] {
  const planned = (kindOf(service).plannedDays ?? []).filter((member) => !unread.has(member));
  return [...(origin ? pastDays(planned, spec, { now, zone: origin.zone }) : []), ...contactIssues(spec)];
}

type Known = { readonly referenceData: ReferenceData; readonly now: Instant };

type OfDealSoFar = ReturnType<typeof shipmentSoFar> & { readonly deal: Routed; readonly origin: Place | undefined };

/** What the kind's own rules find in a spec, against its deal, today and the day's rates: each as soon as what it reads of spec and deal is read. */
export async function specIssuesSoFar(
  db: Reader,
  asked: AskedSpec,
  of: OfDealSoFar & Known,
): Promise<readonly SpecIssue[]> {
  const { deal, referenceData, shipment, now } = of;
  const kind = kindOf(asked.service);
  const unread = new Set([...of.unread, ...(asked.unread ?? [])]);
  const namesHubs = !unread.has("otherHubIds") && (kind.otherHubIds?.(asked.spec) ?? []).length > 0;
  const hubs = namesHubs ? hubsOf(referenceData, deal) : undefined;
  const known: Shipment = {
    ...shipment,
    hubKind: referenceData.hubs.get(deal.hubId ?? "")?.kind,
    goodsValueUsd: unread.has("deal.goodsValue") ? undefined : await valueUsd(db, shipment.goodsValue, now),
    ...(hubs ? { hubs } : {}),
  };
  return [...kind.checkSpec(asked.spec, known, unread), ...ownIssues(asked, of)];
}

type OfDeal = Parameters<typeof shipmentOf>[0] & Routed;

/** The same of a deal that is read as a whole. */
export const specIssues = (
  db: Reader,
  asked: AskedSpec,
  { deal, ends, ...known }: Known & { readonly deal: OfDeal; readonly ends: Ends },
): Promise<readonly SpecIssue[]> => {
  const shipment = shipmentOf(deal, { origin: ends.origin.country, destination: ends.destination.country });
  return specIssuesSoFar(db, asked, { ...known, deal, origin: ends.origin, shipment, unread: ALL_READ });
};

/** What a spec, as far as it is read, asks that cannot be beside the other requests of its deal; of those that were called off nothing is held against it. */
export async function faultsInDeal(
  db: Reader,
  dealId: string,
  { service, spec, unread = ALL_READ }: AskedSpec,
): Promise<readonly SpecIssue[]> {
  const read = Object.entries(spec ?? {}).filter(([name]) => !unread.has(name));
  const others = (await requestsOfDeal(db, dealId)).filter(({ state }) => state !== "cancelled");
  return faultsBeside({ service, spec: Object.fromEntries(read) }, asRead(others));
}

/** A spec's broken rule as the one refusal of specs: `rule` names it and `field` says where. */
export const specInvalid = (issue: {
  path: readonly PropertyKey[];
  message: string;
  values?: SpecIssue["values"];
}): { ok: false; refusal: Refusal<"spec_invalid"> } =>
  refuse("spec_invalid", {
    field: [...(issue.path[0] === "deal" ? [] : ["spec"]), ...issue.path.map(String)].join("."),
    rule: issue.message.replace(/^issue\./, ""),
    ...issue.values,
  });
