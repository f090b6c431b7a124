import type { OrganisationKind } from "../../domain/accounts/organisation";
import type { Role, Scope } from "../../domain/access/policy";
import type { ListName } from "../../domain/accounts/list-view";
import { boolean, bytes, index, instant, json, primaryKey, table, text, uniqueIndex } from "../dialect";

/** People. Written by sign-up, reset, suspension; read by every sign-in (by e-mail). */
export const users = table(
  "users",
  {
    id: text().primaryKey(),
    // Lower case, NFKC: the form in which it is compared.
    email: text().notNull(),
    emailVerifiedAt: instant(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    locale: text().notNull(),
    timeZone: text().notNull(),
    suspendedAt: instant(),
    suspensionReason: text(),
    createdAt: instant().notNull(),
  },
  (user) => [uniqueIndex("users_by_email").on(user.email)],
);

/** Companies, and the platform's own. Written by accounts commands; read wherever a party is named. */
export const organisations = table(
  "organisations",
  {
    id: text().primaryKey(),
    kind: text().$type<OrganisationKind>().notNull(),
    nameOwn: text().notNull(),
    nameLatin: text().notNull(),
    // ISO 3166-1 alpha-2.
    country: text().notNull(),
    city: text().notNull(),
    registrationNumber: text().notNull(),
    description: text().notNull(),
    foundedYear: text(),
    suspendedAt: instant(),
    suspensionReason: text(),
    // Who suspended it: somebody else lets it in again. Not of suspensions from before that was asked.
    suspendedByUserId: text(),
    // Since when it may neither be listed nor bid nor win, though it signs in and carries out what it has.
    restrictedAt: instant(),
    restrictionReason: text(),
    restrictedByUserId: text(),
    // Since when it waits for the market's look at its registration; a look ends it.
    checkAskedAt: instant(),
    createdAt: instant().notNull(),
  },
  (organisation) => [
    // One registration is one organisation.
    uniqueIndex("organisations_by_registration").on(organisation.country, organisation.registrationNumber),
    // Those that wait for a look, the longest first.
    index("organisations_by_check_asked").on(organisation.checkAskedAt),
    // The directory, a page at a time.
    index("organisations_by_name").on(organisation.nameLatin, organisation.id),
  ],
);

/** Who works where, in which role. Read with every session check. */
export const memberships = table(
  "memberships",
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    role: text().$type<Role>().notNull(),
    createdAt: instant().notNull(),
  },
  (membership) => [
    primaryKey({ columns: [membership.userId, membership.organisationId] }),
    index("memberships_by_organisation").on(membership.organisationId),
  ],
);

/** Colleagues asked to join; the link's token is stored as a hash. */
export const memberInvitations = table(
  "member_invitations",
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    email: text().notNull(),
    role: text().$type<Role>().notNull(),
    tokenHash: text().notNull(),
    invitedByUserId: text()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
  },
  (invitation) => [
    uniqueIndex("member_invitations_by_token").on(invitation.tokenHash),
    index("member_invitations_by_organisation").on(invitation.organisationId),
  ],
);

/** Live sign-ins. The cookie carries an opaque id; only its SHA-256 is here, and every request checks it. */
export const sessions = table(
  "sessions",
  {
    idHash: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id),
    // The organisation the user acts for at the moment; null before the first one is made.
    organisationId: text().references(() => organisations.id),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    ip: text(),
    userAgent: text(),
  },
  (session) => [
    index("sessions_by_user").on(session.userId),
    index("sessions_by_organisation").on(session.organisationId),
  ],
);

/** Links sent by mail that work once: password reset and e-mail verification. Stored as hashes. */
export const oneTimeTokens = table(
  "one_time_tokens",
  {
    tokenHash: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id),
    purpose: text().$type<"password_reset" | "email_verification">().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (token) => [index("one_time_tokens_by_user").on(token.userId, token.purpose)],
);

/** Keys of the public API. The secret is shown once; only its SHA-256 is kept. */
export const apiKeys = table(
  "api_keys",
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    madeByUserId: text()
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    secretHash: text().notNull(),
    scopes: json<Scope[]>().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
    expiresAt: instant(),
    revokedAt: instant(),
  },
  (key) => [index("api_keys_by_organisation").on(key.organisationId)],
);

/** Each organisation's own sealing key, wrapped by the master key, which is never in the database. */
export const organisationKeys = table("organisation_keys", {
  organisationId: text()
    .primaryKey()
    .references(() => organisations.id),
  wrappedKey: bytes().notNull(),
  createdAt: instant().notNull(),
});

/** Who may be signed in with one click on the sign-in page: filled by the demo market only. */
export const demoUsers = table("demo_users", {
  // buyer, buyer2, buyer-colleague, provider, provider2, admin, admin2
  handle: text().primaryKey(),
  userId: text()
    .notNull()
    .references(() => users.id),
  isShown: boolean().notNull(),
});

/** Views of lists that a person keeps under names: what the list's address asks. Written and read by that person alone. */
export const listViews = table(
  "list_views",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id),
    list: text().$type<ListName>().notNull(),
    name: text().notNull(),
    query: text().notNull(),
    createdAt: instant().notNull(),
  },
  (view) => [uniqueIndex("list_views_by_name").on(view.userId, view.list, view.name)],
);

/** The columns of a list that a person has chosen; without a row those that everybody sees. */
export const listColumns = table(
  "list_columns",
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    list: text().$type<ListName>().notNull(),
    columns: json<string[]>().notNull(),
  },
  (chosen) => [primaryKey({ columns: [chosen.userId, chosen.list] })],
);
