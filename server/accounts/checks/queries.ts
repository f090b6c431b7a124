import "server-only";
import type { Reader } from "@/db/database";
import {
  countQueue,
  entriesOfCase,
  findCase,
  latestCase,
  listQueue,
  openCaseOf,
  papersOfCase,
  type StoredCase,
} from "@/db/repositories/checks";
import { checksOf, findOrganisation, latestCheck, type StoredOrganisation } from "@/db/repositories/organisations";
import { findUser } from "@/db/repositories/users";
import { type Actor, may } from "@/domain/access/policy";
import { mayChangePapers, QUEUE_STATES } from "@/domain/accounts/check-case";
import { firstEnd } from "@/domain/accounts/check-papers";
import { type CheckEntry, mayAskAgain, type ShownCheck } from "@/domain/accounts/organisation-check";
import { type OrganisationStanding, organisationStanding } from "@/domain/accounts/organisation-standing";
import type { Instant } from "@/domain/shared/time";
import type { CaseEntry, OwnStanding, QueuedCase, ReviewedCase } from "@/views/checks";
import { othersThan, todayOf } from "./case-in-hand";

/** How the market's check of an organisation stands, as everybody may know it, with the papers that it rests on; null where there never was one. */
export async function shownCheck(read: Reader, organisationId: string, now: Instant): Promise<ShownCheck | null> {
  const { check, standing } = await latestCheck(read, organisationId, now);
  if (!check || standing === "none") return null;
  const { register, checkedAt, expiresOn, registrationNumber, caseId } = check;
  const papers = standing === "holds" && caseId !== null ? await papersOfCase(read, caseId) : [];
  return {
    ...{ standing, register, checkedAt, expiresOn, registrationNumber },
    papers: papers.map(({ kind, number, issuer, expiresOn: until }) => ({ kind, number, issuer, expiresOn: until })),
  };
}

/** Where an organisation stands with the market at this moment. */
async function standingNow(
  read: Reader,
  organisation: StoredOrganisation,
  now: Instant,
): Promise<OrganisationStanding> {
  const { standing: check } = await latestCheck(read, organisation.id, now);
  const open = await openCaseOf(read, organisation.id);
  const isAsked = open !== undefined && open.state !== "gathering";
  return organisationStanding({ ...organisation, check, isAsked });
}

/** The same, by the organisation's id; null where there is no such organisation. */
export async function standingOfOrganisation(
  read: Reader,
  organisationId: string,
  now: Instant,
): Promise<OrganisationStanding | null> {
  const organisation = await findOrganisation(read, organisationId);
  return organisation ? standingNow(read, organisation, now) : null;
}

const BY_ADMINISTRATORS: readonly CaseEntry["event"][] = [
  "take",
  "question",
  "propose",
  "send_back",
  "grant",
  "decline",
];
/** What an organisation reads of its case; the rest is between administrators. */
const TOLD: readonly CaseEntry["event"][] = ["ask", "question", "answer", "grant", "decline", "withdraw"];

/** How the viewer's own organisation stands with the market, its check and its latest case; null for the platform, and who has none. */
export async function ownStanding(read: Reader, viewer: Actor, now: Instant): Promise<OwnStanding | null> {
  const id = viewer.organisationId;
  const mayRead = id !== null && may(viewer, "organisation.read", { organisationIds: [id] });
  const organisation = mayRead ? await findOrganisation(read, id) : undefined;
  if (!organisation || organisation.kind === "platform") return null;
  const check = await shownCheck(read, organisation.id, now);
  const last = await latestCase(read, organisation.id);
  const entries = last ? await entriesOfCase(read, last.id) : [];
  const { restrictedAt, restrictionReason } = organisation;
  return {
    organisationId: organisation.id,
    name: organisation.nameLatin,
    country: organisation.country,
    registrationNumber: organisation.registrationNumber,
    standing: await standingNow(read, organisation, now),
    restriction: restrictedAt === null ? null : { since: restrictedAt, reason: restrictionReason ?? "" },
    check,
    latest: last
      ? {
          ...{ id: last.id, state: last.state, changedAt: last.changedAt, papers: await papersOfCase(read, last.id) },
          isOpenToPapers: mayChangePapers(last.state),
          entries: entries
            .filter(({ event }) => TOLD.includes(event))
            .map((one) => ({ ...one, by: BY_ADMINISTRATORS.includes(one.event) ? null : one.by })),
        }
      : null,
    mayAsk: mayAskAgain(check?.standing ?? "none", check?.expiresOn ?? null, todayOf(organisation, now)),
  };
}

/** How many cases wait for an administrator, for administrators; null to others. */
export const waitingChecks = async (read: Reader, viewer: Actor): Promise<number | null> =>
  may(viewer, "organisations.review") ? await countQueue(read) : null;

/** Whose turn a case is for this administrator: nobody's in hand or their own, and of what is proposed only what another has proposed. */
function isTurnOf({ state, takenByUserId, proposedByUserId }: StoredCase, userId: string | null): boolean {
  if (state === "proposed") return proposedByUserId !== userId;
  return state === "asked" || (state === "taken" && takenByUserId === userId);
}

const QUEUE_MAX = 200;

/** The cases that lie before administrators, first those that are the viewer's turn, each kind the longest waiting first; nothing to others. */
export async function checkQueue(read: Reader, viewer: Actor): Promise<readonly QueuedCase[]> {
  if (!may(viewer, "organisations.review")) return [];
  const rows = (await listQueue(read, QUEUE_MAX)).map((one) => ({
    ...{ id: one.id, organisationId: one.organisationId, nameOwn: one.nameOwn, nameLatin: one.nameLatin },
    ...{ country: one.country, state: one.state, changedAt: one.changedAt, takenBy: one.takenBy },
    isYours: isTurnOf(one, viewer.userId),
  }));
  const order = (row: QueuedCase) => QUEUE_STATES.findIndex((state) => state === row.state) - (row.isYours ? 10 : 0);
  return rows.sort((a, b) => order(a) - order(b) || a.changedAt - b.changedAt);
}

/** Every look at an organisation's registration, the latest first. */
async function entriesOf(read: Reader, organisationId: string): Promise<CheckEntry[]> {
  const rows = await checksOf(read, organisationId);
  return rows.map(
    ({ organisationId: _, checkedByUserId: __, confirmedByUserId: ___, caseId: ____, ...entry }) => entry,
  );
}

/** Every look at an organisation's registration, the latest first, with its open case, for administrators; nothing to others. */
export async function checksToReview(
  read: Reader,
  viewer: Actor,
  of: { readonly organisationId: string; readonly now: Instant },
): Promise<{
  readonly current: ShownCheck | null;
  readonly entries: readonly CheckEntry[];
  readonly openCaseId: string | null;
}> {
  if (!may(viewer, "organisations.review")) return { current: null, entries: [], openCaseId: null };
  const { organisationId, now } = of;
  const open = await openCaseOf(read, organisationId);
  const current = await shownCheck(read, organisationId, now);
  return { current, entries: await entriesOf(read, organisationId), openCaseId: open?.id ?? null };
}

/** One case as an administrator has it before them; null where it is not there, or the viewer is none. */
export async function caseToReview(
  read: Reader,
  viewer: Actor,
  of: { readonly caseId: string; readonly now: Instant },
): Promise<ReviewedCase | null> {
  const one = may(viewer, "organisations.review") ? await findCase(read, of.caseId) : undefined;
  const organisation = one && (await findOrganisation(read, one.organisationId));
  if (!one || !organisation) return null;
  const { id, organisationId, state, changedAt, takenByUserId, proposedByUserId, proposal, reason } = one;
  const { nameOwn, nameLatin, country, city, registrationNumber } = organisation;
  const papers = await papersOfCase(read, id);
  const taker = takenByUserId === null ? undefined : await findUser(read, takenByUserId);
  return {
    ...{ id, organisationId, nameOwn, nameLatin, country, city, registrationNumber, state, changedAt, papers },
    takenBy: taker?.name ?? null,
    standing: await standingNow(read, organisation, of.now),
    current: await shownCheck(read, organisationId, of.now),
    entries: await entriesOfCase(read, id),
    checks: await entriesOf(read, organisationId),
    proposal: proposal && { kind: proposal, register: one.register, expiresOn: one.expiresOn, reason: reason ?? "" },
    isInHand: takenByUserId === viewer.userId,
    isOwnProposal: proposedByUserId === viewer.userId,
    deciders: proposedByUserId === null ? [] : await othersThan(read, proposedByUserId, organisationId),
    papersEndOn: firstEnd(papers),
  };
}
