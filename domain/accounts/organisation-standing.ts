import type { CheckStanding } from "./organisation-check";

/** Where an organisation stands with the market; restricted and suspended lie over whatever its check says. */
export const ORGANISATION_STANDINGS = [
  "unchecked",
  "pending",
  "verified",
  "expired",
  "restricted",
  "suspended",
] as const;
export type OrganisationStanding = (typeof ORGANISATION_STANDINGS)[number];

/** What an organisation in a standing may do, and what others see of it. Its orders under way go on in every standing. */
type Effect = {
  /** Its listings stand in the directory, its page is there, and requests find it. */
  readonly isListed: boolean;
  readonly mayBid: boolean;
  /** Also on requests for checked organisations. */
  readonly mayBidAsChecked: boolean;
  /** A bid of it that stands may win. */
  readonly mayBeAwarded: boolean;
  /** Its page says that the market has checked it. */
  readonly hasBadge: boolean;
  readonly maySignIn: boolean;
};

const FREE = { isListed: true, mayBid: true, mayBeAwarded: true, maySignIn: true } as const;
const BARRED = {
  isListed: false,
  mayBid: false,
  mayBidAsChecked: false,
  mayBeAwarded: false,
  hasBadge: false,
} as const;

export const EFFECTS: Readonly<Record<OrganisationStanding, Effect>> = {
  unchecked: { ...FREE, mayBidAsChecked: false, hasBadge: false },
  pending: { ...FREE, mayBidAsChecked: false, hasBadge: false },
  verified: { ...FREE, mayBidAsChecked: true, hasBadge: true },
  expired: { ...FREE, mayBidAsChecked: false, hasBadge: false },
  restricted: { ...BARRED, maySignIn: true },
  suspended: { ...BARRED, maySignIn: false },
};

/** What the standing follows from. */
export type StandingFacts = {
  readonly suspendedAt: number | null;
  readonly restrictedAt: number | null;
  readonly check: CheckStanding;
  /** Whether the organisation has asked for a check that is not decided. */
  readonly isAsked: boolean;
};

/** Whether an organisation is shut out of trading, by a restriction or a suspension. */
export const isBarred = ({ suspendedAt, restrictedAt }: Pick<StandingFacts, "suspendedAt" | "restrictedAt">): boolean =>
  suspendedAt !== null || restrictedAt !== null;

/**
 * Where an organisation stands: a suspension before a restriction, that before its check. A check that holds stays in force while the next
 * one is asked for, and one that has ended says so until the next one is granted.
 */
export function organisationStanding({ check, isAsked, ...limits }: StandingFacts): OrganisationStanding {
  if (limits.suspendedAt !== null) return "suspended";
  if (limits.restrictedAt !== null) return "restricted";
  if (check === "holds") return "verified";
  if (check === "expired") return "expired";
  return isAsked ? "pending" : "unchecked";
}
