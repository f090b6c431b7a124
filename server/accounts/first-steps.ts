import "server-only";
import type { Reader } from "@/db/database";
import { begunBy, findOrganisation, latestCheck } from "@/db/repositories/organisations";
import type { Actor } from "@/domain/access/policy";
import { type FirstStep, firstStepsOf, type ShownFirstStep, type Side, SIDES } from "@/domain/accounts/first-steps";
import type { Instant } from "@/domain/shared/time";

/** What the session knows of its person already. */
type Known = { readonly isEmailVerified: boolean; readonly hasListing: boolean };

export type Beginnings = {
  /** The sides on which the organisation has done anything. */
  readonly sides: ReadonlySet<Side>;
  /** What is left of the first steps of each side; empty once all are done. */
  readonly steps: Readonly<Record<Side, readonly ShownFirstStep[]>>;
};

/** How far the viewer's own organisation has come with what newcomers do first; without an organisation only the person's own steps count. */
export async function beginningsOf(
  read: Reader,
  viewer: Actor,
  { isEmailVerified, hasListing, now }: Known & { readonly now: Instant },
): Promise<Beginnings> {
  const { organisationId } = viewer;
  const done = new Set<FirstStep>();
  const note = (step: FirstStep, is: boolean) => is && done.add(step);
  note("confirm_mail", isEmailVerified);
  note("name_organisation", organisationId !== null);
  note("list_service", hasListing);
  if (organisationId !== null) {
    const { hasDeal, hasOrdered, hasBid } = await begunBy(read, organisationId);
    note("post_request", hasDeal);
    note("choose_bid", hasOrdered);
    note("first_bid", hasBid);
    const organisation = await findOrganisation(read, organisationId);
    const { standing } = await latestCheck(read, organisationId, now);
    note("ask_check", standing === "holds" || (organisation?.checkAskedAt ?? null) !== null);
  }
  const begun: Readonly<Record<Side, boolean>> = {
    buyer: done.has("post_request"),
    provider: hasListing || done.has("first_bid"),
  };
  return {
    sides: new Set(SIDES.filter((side) => begun[side])),
    steps: { buyer: firstStepsOf("buyer", done), provider: firstStepsOf("provider", done) },
  };
}
