import "server-only";
import type { Reader } from "@/db/database";
import { listMembers } from "@/db/repositories/members";
import {
  countMembers,
  findOrganisation,
  type OrganisationSearch,
  type StoredOrganisation,
  searchOrganisations,
} from "@/db/repositories/organisations";
import { findUser } from "@/db/repositories/users";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { Role } from "@/domain/access/role";
import type { OrganisationKind } from "@/domain/accounts/organisation";

export type ReviewedOrganisation = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly nameOwn: string;
  readonly nameLatin: string;
  readonly country: string;
  readonly city: string;
  readonly registrationNumber: string;
  readonly createdAt: number;
  readonly suspendedAt: number | null;
  readonly suspensionReason: string | null;
};

const viewOf = ({ description: _description, foundedYear: _year, ...row }: StoredOrganisation): ReviewedOrganisation =>
  row;

export type ReviewPage = {
  readonly rows: readonly (ReviewedOrganisation & { readonly memberCount: number })[];
  readonly next: { readonly nameLatin: string; readonly id: string } | null;
};

/** Organisations as administrators look through them, by Latin name. */
export async function organisationsToReview(
  read: Reader,
  viewer: Actor,
  search: OrganisationSearch,
): Promise<ReviewPage> {
  if (!may(viewer, "organisations.review")) return { rows: [], next: null };
  const found = await searchOrganisations(read, { ...search, limit: search.limit + 1 });
  const page = found.slice(0, search.limit);
  const counts = await countMembers(
    read,
    page.map((row) => row.id),
  );
  const last = found.length > search.limit ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => ({ ...viewOf(row), memberCount: counts.get(row.id) ?? 0 })),
    next: last ? { nameLatin: last.nameLatin, id: last.id } : null,
  };
}

export type ReviewedPerson = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly suspendedAt: number | null;
  readonly suspensionReason: string | null;
  readonly isYou: boolean;
};

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
