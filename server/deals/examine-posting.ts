import type { Reader } from "@/db/database";
import { hasActiveListing } from "@/db/repositories/listings";
import type { DealInput, ReadDeal } from "@/domain/deals/deal-schema";
import { type DealPlan, type Ends, planDeal, type PlanRefusal } from "@/domain/deals/plan-deal";
import { BIDDING_FIELDS, postingZone } from "@/domain/deals/posting/posting-fields";
import type { IssueRoom, PostingIssue } from "@/domain/requests/posting-issue";
import { conflictsAmong } from "@/domain/requests/request-conflicts";
import { fieldOfDeal, type Posting, readPosting } from "@/domain/deals/posting/read-posting";
import { inFormOrder } from "@/domain/deals/posting/form-order";
import { shipmentSoFar } from "@/domain/deals/shipment-so-far";
import { directionOf } from "@/domain/hubs/corridor";
import type { Bidding } from "@/domain/requests/bidding-schema";
import { fieldAt } from "@/domain/services/form-field";
import { valuesUnder } from "@/domain/services/read-form";
import { kindOf } from "@/domain/services/registry";
import type { SpecIssue } from "@/domain/services/spec-issue";
import type { Direction, Service } from "@/domain/shared/vocabulary";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { dayOf, type Instant } from "@/domain/shared/time";
import { type Refusal, refuse } from "@/domain/shared/result";
import type { ReferenceData } from "../hubs/queries/network";
import { fieldPath } from "../platform/form/issue-words";
import { biddingRefusals, specIssuesSoFar } from "./posting-rules";
import { readSubheadings } from "@/db/reference/read-tariff";
import { checkDeal, type DealIssue } from "@/domain/deals/posting/check-deal";
import type { Place } from "@/domain/hubs/place";

export type Examined = {
  readonly deal: DealInput | null;
  readonly ends: Ends | null;
  readonly plan: DealPlan | null;
  readonly services: Posting["services"];
  readonly bidding: Bidding | null;
  /** What has to be mended before it can be published; empty where nothing has. */
  readonly issues: readonly PostingIssue[];
};

type Reading = {
  readonly db: Reader;
  readonly referenceData: ReferenceData;
  readonly organisationId: string;
  readonly now: Instant;
};

type BrokenRule = Pick<Refusal, "details"> & { readonly code: string };

const asIssue = ({ code, details }: BrokenRule, field: string, room: IssueRoom): PostingIssue => ({
  field,
  room,
  code,
  values: details ?? {},
});

/** A refusal of the deal at the form's field for its member; of a broken rule its own code. */
function dealIssue({ code, details = {} }: DealRefusal): PostingIssue {
  const field = fieldOfDeal(fieldPath(String(details.field ?? "")));
  return asIssue({ code: String(details.rule ?? code), details }, field, "deals");
}

async function biddingIssues(bidding: Partial<Bidding>, { db, organisationId, now }: Reading): Promise<PostingIssue[]> {
  const refusals = await biddingRefusals(db, bidding, { organisationId, publish: true, now });
  return refusals.map((refusal) =>
    asIssue(refusal, fieldAt(BIDDING_FIELDS, [String(refusal.details?.field)]), "requests"),
  );
}

/** Who of the invited offers the service: a posting of several services has one list for them all. */
export async function invitedFor(
  db: Reader,
  bidding: Pick<Bidding, "invitedIds">,
  of: { service: Posting["services"][number]["service"]; buyerId: string },
): Promise<string[]> {
  const ids: string[] = [];
  for (const id of bidding.invitedIds)
    if (id !== of.buyerId && (await hasActiveListing(db, id, of.service))) ids.push(id);
  return ids;
}

async function invitationIssues(posting: Posting, { db, organisationId }: Reading): Promise<PostingIssue[]> {
  const { visibility, invitedIds = [] } = posting.biddingSoFar;
  if (visibility !== "invited" || invitedIds.length === 0) return [];
  const found: PostingIssue[] = [];
  for (const { service } of posting.services) {
    const invited = await invitedFor(db, { invitedIds }, { service, buyerId: organisationId });
    if (invited.length === 0)
      found.push({ field: "invited", room: "requests", code: "nobody_invited_for", values: { service } });
  }
  return found;
}

type OfDeal = Reading & Pick<ExaminedDeal, "ends" | "plan">;

/** A broken rule of a service's spec at the form's field for its member, or for the member of the deal. */
function specFault(service: Service, { path, message, values = {} }: SpecIssue, typed: FormValues): PostingIssue {
  const prefix = `services.${service}.`;
  const code = message.replace(/^issue\./, "");
  if (path[0] === "deal") return asIssue({ code, details: values }, fieldOfDeal(path.slice(1)), `service-${service}`);
  const field = fieldAt(kindOf(service).specForm, path, valuesUnder(typed, prefix));
  return asIssue({ code, details: values }, field === "" ? "wanted" : prefix + field, `service-${service}`);
}

/** What the rules of each ticked service say of its spec, as far as spec and deal are read. */
async function specRuleIssues(posting: Posting, values: FormValues, reading: OfDeal): Promise<PostingIssue[]> {
  const { ends, plan } = reading;
  const deal = { ...posting.dealSoFar, ...(plan ? { hubId: plan.hubId } : {}) };
  const known = { ...reading, ...shipmentSoFar(deal, ends), deal, origin: ends.origin };
  const found: PostingIssue[] = [];
  for (const asked of posting.services) {
    for (const issue of await specIssuesSoFar(reading.db, asked, known))
      found.push(specFault(asked.service, issue, values));
  }
  return found;
}

/** What a ticked service asks that cannot be beside what another asks, as far as both are read. */
function conflictIssues({ services }: Posting, typed: FormValues): PostingIssue[] {
  const read = services.map(({ service, spec, unread }) => {
    const members = Object.entries(spec ?? {}).filter(([name]) => !unread.has(name));
    return { service, spec: Object.fromEntries(members) };
  });
  return [...conflictsAmong(read)].flatMap(([service, conflicts]) =>
    conflicts.flatMap(({ fault }) => (fault ? [specFault(service, fault, typed)] : [])),
  );
}

/** Which way goods go between the typed ends; null where one is not known, or both lie on one side of China's border. */
function typedDirection({ places }: ReferenceData, values: FormValues): Direction | null {
  const [origin, destination] = ["originId", "destinationId"].map((field) => places.get(valueOf(values, field)));
  return origin && destination ? directionOf(origin, destination) : null;
}

/**
 * Everything that stands between what was typed and its publication, by the form's field names and in the order of the form; nothing is written. Each rule is held as soon
 * as what it reads could be read; a field that could not be is told that first.
 */
export async function examinePosting(values: FormValues, reading: Reading): Promise<Examined> {
  const direction = typedDirection(reading.referenceData, values);
  const posting = readPosting(values, { zone: postingZone(values), direction });
  const { ends, plan, refusals } = examineDeal(posting.dealSoFar, reading);
  const unread = new Set(posting.issues.map(({ field }) => field));
  const broken = [
    ...refusals.map(dealIssue),
    ...(await specRuleIssues(posting, values, { ...reading, ends, plan })),
    ...conflictIssues(posting, values),
    ...(await biddingIssues(posting.biddingSoFar, reading)),
    ...(await invitationIssues(posting, reading)),
  ];
  const issues = inFormOrder([...posting.issues, ...broken.filter(({ field }) => !unread.has(field))]);
  const { deal, services, bidding } = posting;
  const { origin, destination } = ends;
  return { deal, ends: origin && destination ? { origin, destination } : null, plan, services, bidding, issues };
}

export type DealRefusal = PlanRefusal | Refusal<"deal_invalid">;

/** A broken rule as the one refusal of deals: `rule` names it and `field` says where. */
const dealInvalid = (issue: DealIssue): Refusal<"deal_invalid"> =>
  refuse("deal_invalid", { rule: issue.code, ...issue.details }).refusal;

type Known = { readonly referenceData: ReferenceData; readonly now: Instant };

export type ExaminedDeal = {
  /** Those that are known places. */
  readonly ends: Partial<Ends>;
  readonly plan: DealPlan | null;
  readonly refusals: readonly DealRefusal[];
};

function placeOf({ places }: ReferenceData, deal: ReadDeal, field: "originId" | "destinationId") {
  const placeId = deal[field];
  const place: Place | undefined = placeId === undefined ? undefined : places.get(placeId);
  const isUnknown = placeId !== undefined && place === undefined;
  return { place, unknown: isUnknown ? [refuse("place_unknown", { field, placeId }).refusal] : [] };
}

/** The way of a deal of which so much is read as a way is planned by; null where it is not. */
function planSoFar(referenceData: ReferenceData, deal: ReadDeal) {
  const { originId, destinationId, hubId, mode, inlandMode, readyDate, unread } = deal;
  if (!originId || !destinationId || !hubId || !mode || !readyDate || unread?.has("inlandMode")) return null;
  return planDeal(referenceData, { originId, destinationId, hubId, mode, inlandMode, readyDate });
}

/**
 * A deal as far as it could be read, held to its rules, the world and the day that it is now where the goods are, with the way that it takes: the
 * same for the posting form, for what is posted over the API and for what is kept. Every refusal is told, each with its member.
 */
export function examineDeal(deal: ReadDeal, { referenceData, now }: Known): ExaminedDeal {
  const { place: origin, unknown: noOrigin } = placeOf(referenceData, deal, "originId");
  const { place: destination, unknown: noDestination } = placeOf(referenceData, deal, "destinationId");
  const today = origin && dayOf(now, origin.zone);
  const broken = checkDeal(deal, { origin, destination, today, subheadings: readSubheadings() });
  const isWithin = broken.some(({ code }) => code === "not_across_china_border");
  const plan = origin && destination && !isWithin ? planSoFar(referenceData, deal) : null;
  return {
    ends: { ...(origin ? { origin } : {}), ...(destination ? { destination } : {}) },
    plan: plan?.ok ? plan.value : null,
    refusals: [...noOrigin, ...noDestination, ...broken.map(dealInvalid), ...(plan && !plan.ok ? [plan.refusal] : [])],
  };
}
