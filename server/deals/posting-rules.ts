import type { Reader } from "@/db/database";
import { ruleAt } from "@/db/repositories/market-rules";
import { type StoredRequest, countPublished, invitedTo } from "@/db/repositories/requests";
import type { PublishRules } from "@/domain/requests/request-transitions";
import { type Instant, MINUTE_MS } from "@/domain/shared/instant";
import type { Bidding } from "@/domain/requests/bidding-schema";
import { termsOf } from "@/domain/requests/terms";
import { shipmentOf } from "@/domain/deals/deal";
import type { StoredDeal } from "@/db/repositories/deals";
import { type Ends, waysOfRoute } from "@/domain/deals/plan-deal";
import { contactIssues } from "@/domain/services/contact-issues";
import { pastDays } from "@/domain/services/past-days";
import { kindOf } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/service";
import type { ShipmentHubs } from "@/domain/services/shipment";
import type { DealSoFar } from "@/domain/services/requirement";
import type { SpecIssue } from "@/domain/services/spec-issue";
import { type Refusal, refuse } from "@/domain/shared/result";
import type { DealInput } from "@/domain/deals/deal-schema";
import type { ReferenceData } from "../hubs/queries/network";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { convert } from "@/domain/shared/exchange-rate";
import { dayOf } from "@/domain/shared/local-date";
import type { Money } from "@/domain/shared/money";

/** The market's rules on publishing as they hold at `now`, and how much the organisation has published before. */
export async function publishRules(db: Reader, organisationId: string, now: Instant): Promise<PublishRules> {
  const firstInReview = await ruleAt(db, "first_requests_in_review", now);
  return {
    minOpenMs: (await ruleAt(db, "min_open_minutes", now)) * MINUTE_MS,
    firstInReview,
    // Counting costs a look at all of them, so it is left out where nobody asks.
    publishedBefore: firstInReview > 0 ? await countPublished(db, organisationId) : 0,
  };
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

type OfDeal = Pick<
  StoredDeal,
  "direction" | "mode" | "incoterm" | "goodsValue" | "readyDate" | "cargo" | "originId" | "destinationId" | "hubId"
> &
  Partial<Pick<StoredDeal | DealInput, "inlandMode" | "incoterm">>;

// More hubs than one mode has, so that each one with a way is among them.
const WAYS_COMPARED = 40;

/** Through which hubs the deal could go; looked up only for a spec that names others. */
function hubsOf(referenceData: ReferenceData, deal: OfDeal): ShipmentHubs {
  const ways = waysOfRoute(referenceData, deal, { k: WAYS_COMPARED });
  return {
    takenId: deal.hubId,
    knownIds: new Set(referenceData.hubs.keys()),
    passableIds: new Set(ways.ok ? ways.value.map((way) => way.hubId) : []),
  };
}

type AskedSpec = { readonly service: Service; readonly spec: unknown };

/** What is found in any spec by itself: days that are past where the goods are, and ways to reach the buyer. */
const ownIssues = (
  { service, spec }: AskedSpec,
  { ends, now }: { readonly ends: Ends; readonly now: Instant },
): readonly SpecIssue[] => [
  ...pastDays(kindOf(service).plannedDays ?? [], spec, { now, zone: ends.origin.zone }),
  ...contactIssues(spec),
];

/** What the kind's own rules find in a spec, against its deal, today and the day's rates. */
export async function specIssues(
  db: Reader,
  asked: AskedSpec,
  of: { readonly deal: OfDeal; readonly ends: Ends; readonly referenceData: ReferenceData; readonly now: Instant },
): Promise<readonly SpecIssue[]> {
  const countries = { origin: of.ends.origin.country, destination: of.ends.destination.country };
  const shipment = { ...shipmentOf(of.deal, countries), hubKind: of.referenceData.hubs.get(of.deal.hubId)?.kind };
  const kind = kindOf(asked.service);
  const namesHubs = (kind.otherHubIds?.(asked.spec) ?? []).length > 0;
  const known = namesHubs ? { ...shipment, hubs: hubsOf(of.referenceData, of.deal) } : shipment;
  const broken = kind.checkSpec(asked.spec, known, await valueUsd(db, of.deal.goodsValue, of.now));
  return [...broken, ...ownIssues(asked, of)];
}

/** What is found in a spec while its deal cannot be read as a whole. */
export const specIssuesSoFar = (
  asked: AskedSpec,
  of: { readonly deal: DealSoFar; readonly ends: Ends; readonly now: Instant },
): readonly SpecIssue[] => [
  ...(kindOf(asked.service).checkSoFar?.(asked.spec, of.deal) ?? []),
  ...ownIssues(asked, of),
];

/** A spec's broken rule as the one refusal of specs: `rule` names it and `field` says where. */
export const specInvalid = (issue: {
  path: readonly PropertyKey[];
  message: string;
  values?: SpecIssue["values"];
}): { ok: false; refusal: Refusal<"spec_invalid"> } =>
  refuse("spec_invalid", {
    field: ["spec", ...issue.path.map(String)].join("."),
    rule: issue.message.replace(/^issue\./, ""),
    ...issue.values,
  });
