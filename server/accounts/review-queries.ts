import "server-only";
import type { Reader } from "@/db/database";
import {
  type OrganisationSearch,
  type StoredOrganisation,
  checksOf,
  countMembers,
  findOrganisation,
  latestCheck,
  searchOrganisations,
} from "@/db/repositories/organisations";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { CheckEntry, ShownCheck } from "@/domain/accounts/organisation-check";
import type { Instant } from "@/domain/shared/instant";
import { listMembers } from "@/db/repositories/members";
import { findUser } from "@/db/repositories/users";
import type { AuditEntry, CountedOrganisation, ReviewedOrganisation, ReviewedPerson } from "@/views/accounts";
import { type AuditSearch, listAudit } from "@/db/repositories/audit";

/** How the market's check of an organisation stands, as everybody may know it; null where there never was one. */
export async function shownCheck(read: Reader, organisationId: string, now: Instant): Promise<ShownCheck | null> {
  const { check, standing } = await latestCheck(read, organisationId, now);
  if (!check || standing === "none") return null;
  const { register, checkedAt, expiresOn } = check;
  return { standing, register, checkedAt, expiresOn };
}

/** Every look at an organisation's registration, the latest first, for administrators; nothing to others. */
export async function checksToReview(
  read: Reader,
  viewer: Actor,
  of: { readonly organisationId: string; readonly now: Instant },
): Promise<{ readonly current: ShownCheck | null; readonly entries: readonly CheckEntry[] }> {
  if (!may(viewer, "organisations.review")) return { current: null, entries: [] };
  const rows = await checksOf(read, of.organisationId);
  const entries = rows.map(({ organisationId: _, checkedByUserId: __, ...entry }) => entry);
  return { current: await shownCheck(read, of.organisationId, of.now), entries };
}

const viewOf = ({ description: _description, foundedYear: _year, ...row }: StoredOrganisation): ReviewedOrganisation =>
  row;

export type ReviewPage = {
  readonly rows: readonly CountedOrganisation[];
  readonly next: { readonly nameLatin: string; readonly id: string } | null;
};

/** Organisations as administrators look through them, by Latin name, with how the check of each stands. */
export async function organisationsToReview(
  read: Reader,
  viewer: Actor,
  search: OrganisationSearch & { readonly now: Instant },
): Promise<ReviewPage> {
  if (!may(viewer, "organisations.review")) return { rows: [], next: null };
  const found = await searchOrganisations(read, { ...search, limit: search.limit + 1 });
  const page = found.slice(0, search.limit);
  const counts = await countMembers(
    read,
    page.map((row) => row.id),
  );
  const rows: CountedOrganisation[] = [];
  for (const row of page) {
    const check = await shownCheck(read, row.id, search.now);
    rows.push({ ...viewOf(row), memberCount: counts.get(row.id) ?? 0, check });
  }
  const last = found.length > search.limit ? page.at(-1) : undefined;
  return {
    rows,
    next: last ? { nameLatin: last.nameLatin, id: last.id } : null,
  };
}

/** One organisation with its people; null where it is not there, or the viewer is no administrator. */
export async function organisationToReview(
  read: Reader,
  viewer: Actor,
  id: string,
): Promise<{ organisation: ReviewedOrganisation; people: readonly ReviewedPerson[] } | null> {
  const row = may(viewer, "organisations.review") ? await findOrganisation(read, id) : undefined;
  if (!row) return null;
  const members = await listMembers(read, id);
  const people = members.map(async ({ userId, name, email, role, suspendedAt }) => ({
    userId,
    name,
    email,
    role,
    suspendedAt,
    suspensionReason: suspendedAt === null ? null : ((await findUser(read, userId))?.suspensionReason ?? null),
    isYou: userId === viewer.userId,
  }));
  return { organisation: viewOf(row), people: await Promise.all(people) };
}

export type AuditPage = {
  readonly entries: readonly AuditEntry[];
  readonly next: { readonly at: number; readonly id: string } | null;
};

const NOBODY = {
  organisationName: null,
  organisationNameOwn: null,
  ip: null,
  apiKeyId: null,
  userName: null,
  organisationId: null,
};

/**
 * Who did what, also what was refused; for administrators. Who has acted on a bid, a draft or the files beside one is withheld until its
 * request is opened or has ended.
 */
export async function auditLog(read: Reader, viewer: Actor, search: AuditSearch): Promise<AuditPage> {
  if (!may(viewer, "audit.read")) return { entries: [], next: null };
  const found = await listAudit(read, { ...search, limit: search.limit + 1 });
  const entries = found.slice(0, search.limit).map((entry) => (entry.isWithheld ? { ...entry, ...NOBODY } : entry));
  const last = found.length > search.limit ? entries.at(-1) : undefined;
  return { entries, next: last ? { at: last.at, id: last.id } : null };
}
