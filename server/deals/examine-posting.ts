import type { Reader } from "@/db/database";
import { readSubheadings } from "@/db/reference/read-tariff";
import { hasActiveListing } from "@/db/repositories/listings";
import { cargoLineOf } from "@/domain/deals/cargo";
import { checkDeal } from "@/domain/deals/posting/check-deal";
import type { DealInput, ReadDeal } from "@/domain/deals/deal-schema";
import { type DealPlan, type Ends, endsOf, planDeal } from "@/domain/deals/plan-deal";
import { postingZone } from "@/domain/deals/posting/posting-fields";
import type { IssueRoom, PostingIssue } from "@/domain/requests/posting-issue";
import { fieldOfDeal, type Posting, readPosting } from "@/domain/deals/posting/read-posting";
import { directionOf } from "@/domain/hubs/corridor";
import { type Bidding, checkBidding } from "@/domain/requests/bidding-schema";
import { checkQuestionsEnd } from "@/domain/requests/questions";
import { checkWindow } from "@/domain/requests/request";
import { fieldAt } from "@/domain/services/form-field";
import { valuesUnder } from "@/domain/services/read-form";
import { kindOf } from "@/domain/services/registry";
import type { FormValues } from "@/domain/shared/form-state";
import { valueOf } from "@/domain/shared/form-state";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import type { Refusal } from "@/domain/shared/result";
import type { ReferenceData } from "../hubs/queries/network";
import { fieldPath } from "../platform/form/issue-words";
import { publishRules, specIssues, specIssuesSoFar } from "./posting-rules";

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

const ruleOf = (refusal: BrokenRule, field: string, room: IssueRoom): PostingIssue => ({
  field,
  room,
  code: refusal.code,
  values: refusal.details ?? {},
});

const BIDDING_FIELD: Readonly<Record<string, string>> = {
  mode_not_offered: "bidMode",
  opening_without_seal: "twoPersonOpening",
  feedback_of_sealed: "feedback",
  questions_end_after_close: "questionsUntil",
  nobody_invited: "invited",
  closes_too_soon: "closesAt",
  decides_before_close: "decideBy",
  window_too_long: "decideBy",
};

async function biddingIssues(bidding: Bidding, { db, organisationId, now }: Reading): Promise<PostingIssue[]> {
  const found: PostingIssue[] = [];
  const rules = await publishRules(db, organisationId, now);
  for (const result of [
    checkBidding(bidding),
    checkWindow(bidding, rules.minOpenMs, now),
    checkQuestionsEnd(bidding, now),
  ])
    if (!result.ok) found.push(ruleOf(result.refusal, BIDDING_FIELD[result.refusal.code] ?? "bidMode", "requests"));
  return found;
}

/** Who of the invited offers the service: a posting of several services has one list for them all. */
export async function invitedFor(
  db: Reader,
  bidding: Bidding,
  of: { service: Posting["services"][number]["service"]; buyerId: string },
): Promise<string[]> {
  const ids: string[] = [];
  for (const id of bidding.invitedIds)
    if (id !== of.buyerId && (await hasActiveListing(db, id, of.service))) ids.push(id);
  return ids;
}

async function invitationIssues(posting: Posting, { db, organisationId }: Reading): Promise<PostingIssue[]> {
  if (posting.bidding?.visibility !== "invited" || posting.bidding.invitedIds.length === 0) return [];
  const found: PostingIssue[] = [];
  for (const { service } of posting.services) {
    const invited = await invitedFor(db, posting.bidding, { service, buyerId: organisationId });
    if (invited.length === 0)
      found.push({ field: "invited", room: "requests", code: "nobody_invited_for", values: { service } });
  }
  return found;
}

function endsOfForm(referenceData: ReferenceData, values: FormValues): { ends: Ends | null; issues: PostingIssue[] } {
  const [originId, destinationId] = [valueOf(values, "originId"), valueOf(values, "destinationId")];
  if (originId === "" || destinationId === "") return { ends: null, issues: [] };
  const ends = endsOf(referenceData, { originId, destinationId });
  return ends.ok
    ? { ends: ends.value, issues: [] }
    : { ends: null, issues: [ruleOf(ends.refusal, String(ends.refusal.details?.field ?? "originId"), "deals")] };
}

/** The way of a deal of which so much is read as a way is planned by; null where it is not. */
function planSoFar(referenceData: ReferenceData, deal: ReadDeal) {
  const { originId, destinationId, hubId, mode, inlandMode, readyDate } = deal;
  if (!originId || !destinationId || !hubId || !mode || !readyDate) return null;
  return planDeal(referenceData, { originId, destinationId, hubId, mode, inlandMode, readyDate });
}

function dealIssues(deal: ReadDeal, ends: Ends, reading: Reading): { plan: DealPlan | null; issues: PostingIssue[] } {
  const broken = checkDeal(deal, {
    ...ends,
    today: dayOf(reading.now, ends.origin.zone),
    subheadings: readSubheadings(),
  });
  const issues = broken.map((issue) =>
    ruleOf(issue, fieldOfDeal(fieldPath(String(issue.details?.field ?? ""))), "deals"),
  );
  if (broken.some((issue) => issue.code === "not_across_china_border")) return { plan: null, issues };
  const plan = planSoFar(reading.referenceData, deal);
  if (plan === null) return { plan, issues };
  return plan.ok
    ? { plan: plan.value, issues }
    : {
        plan: null,
        issues: [...issues, ruleOf(plan.refusal, String(plan.refusal.details?.field ?? "hubId"), "deals")],
      };
}

type OfEnds = Reading & { readonly ends: Ends; readonly plan: DealPlan | null };

async function ruleIssues(posting: Posting, values: FormValues, reading: OfEnds): Promise<PostingIssue[]> {
  const { deal: read, dealSoFar } = posting;
  const deal = read && { ...read, cargo: read.cargo.map(cargoLineOf), hubId: reading.plan?.hubId ?? read.hubId };
  const found: PostingIssue[] = [];
  for (const asked of posting.services) {
    const prefix = `services.${asked.service}.`;
    const broken = deal
      ? await specIssues(reading.db, asked, { ...reading, deal })
      : specIssuesSoFar(asked, { ...reading, deal: dealSoFar });
    for (const issue of broken) {
      const field = fieldAt(kindOf(asked.service).specForm, issue.path, valuesUnder(values, prefix));
      found.push({
        field: field === "" ? "wanted" : prefix + field,
        room: `service-${asked.service}`,
        code: issue.message.replace(/^issue\./, ""),
        values: issue.values ?? {},
      });
    }
  }
  return found;
}

/** Everything that stands between what was typed and its publication, by the form's field names; nothing is written. */
export async function examinePosting(values: FormValues, reading: Reading): Promise<Examined> {
  const { ends, issues: unknown } = endsOfForm(reading.referenceData, values);
  const direction = ends && directionOf(ends.origin, ends.destination);
  const posting = readPosting(values, { zone: postingZone(values), direction });
  const ofDeal = ends ? dealIssues(posting.dealSoFar, ends, reading) : { plan: null, issues: [] };
  const unread = new Set(posting.issues.map(({ field }) => field));
  const issues = [
    ...posting.issues,
    ...unknown,
    ...ofDeal.issues.filter(({ field }) => !unread.has(field)),
    ...(ends ? await ruleIssues(posting, values, { ...reading, ends, plan: ofDeal.plan }) : []),
    ...(posting.bidding ? await biddingIssues(posting.bidding, reading) : []),
    ...(await invitationIssues(posting, reading)),
  ];
  return { deal: posting.deal, ends, plan: ofDeal.plan, services: posting.services, bidding: posting.bidding, issues };
}
