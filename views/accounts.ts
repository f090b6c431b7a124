import type { Role, Scope } from "../domain/access/policy";
import type { OrganisationFacts, OrganisationKind } from "../domain/accounts/organisation";
import type { ShownCheck } from "../domain/accounts/organisation-check";
import type { Service } from "../domain/shared/vocabulary";

/** The reader as a person. */
export type Person = {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly isEmailVerified: boolean;
};

/** One of the reader's open sign-ins. */
export type Session = {
  readonly idHash: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly ip: string | null;
  readonly userAgent: string | null;
};

/** An organisation that the reader works for. */
export type Membership = {
  readonly organisationId: string;
  readonly name: string;
  readonly role: Role;
  readonly isSuspended: boolean;
};

/** The reader's organisation. */
export type OwnOrganisation = Omit<OrganisationFacts, "country"> & {
  readonly country: string;
  readonly kind: OrganisationKind;
  /** Since when it waits for a look at its registration; null where it waits for none. */
  readonly checkAskedAt: number | null;
};

/** Somebody of the reader's organisation. */
export type Member = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly isSuspended: boolean;
  readonly isYou: boolean;
};

/** Somebody who was invited to it. */
export type Invited = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: number;
};

/** A key of the organisation, which is told to nobody again. */
export type ApiKey = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly madeByName: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  readonly expiresAt: number | null;
  readonly state: "active" | "expired" | "revoked";
};

/** Somebody of the demo market who is signed in with one click. */
export type DemoEntrance = {
  readonly handle: string;
  readonly name: string;
  readonly locale: string;
  readonly nameOwn: string;
  readonly nameLatin: string;
  readonly city: string;
  readonly part: "buyer" | "provider" | "administrator";
  readonly services: readonly Service[];
};

/** What an invitation's link says. */
export type Invitation = {
  readonly organisation: string;
  readonly organisationOwn: string;
  readonly inviter: string;
  readonly email: string;
  readonly role: Role;
};

/** An organisation as administrators read it. */
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
  /** Since when it may not trade, though it signs in; null where it may. */
  readonly restrictedAt: number | null;
  readonly restrictionReason: string | null;
};

/** Somebody of it. */
export type ReviewedPerson = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly suspendedAt: number | null;
  readonly suspensionReason: string | null;
  readonly isYou: boolean;
};

/** With how many people it has, and how the market's check of it stands; null without one. */
export type CountedOrganisation = ReviewedOrganisation & {
  readonly memberCount: number;
  readonly check: ShownCheck | null;
};

/** Something that was done or refused, in the log that administrators read. */
export type AuditEntry = {
  readonly id: string;
  readonly at: number;
  readonly command: string;
  readonly outcome: string;
  readonly subjectId: string | null;
  readonly ip: string | null;
  readonly apiKeyId: string | null;
  readonly userName: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  /** In its own script. */
  readonly organisationNameOwn: string | null;
  /** Who it was would tell who bids. */
  readonly isWithheld: boolean;
};
