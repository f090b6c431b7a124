import type { Reader } from "../../db/database";
import type { StoredOrder } from "../../db/repositories/orders";
import { entriesOfDisputes, runningDisputesOf } from "../../db/repositories/disputes";
import { disputeStep } from "../../domain/disputes/dispute-step";
import type { DisputeStep } from "../../domain/orders/order";
import type { Instant } from "../../domain/shared/time";

type KnownDisputed = Pick<StoredOrder, "id" | "buyerOrganisationId" | "disputedSince">;

/** What is to be done next in the dispute of each of these orders that is in one, by order. */
export async function disputeStepsOf(
  db: Reader,
  orders: readonly KnownDisputed[],
  now: Instant,
): Promise<ReadonlyMap<string, DisputeStep>> {
  const disputed = new Map(orders.flatMap((one) => (one.disputedSince === null ? [] : [[one.id, one] as const])));
  const running = await runningDisputesOf(db, [...disputed.keys()]);
  const written = await entriesOfDisputes(
    db,
    running.map(({ id }) => id),
  );
  return new Map(
    running.flatMap((dispute): [string, DisputeStep][] => {
      const buyerId = disputed.get(dispute.orderId)?.buyerOrganisationId;
      const partyOf = (organisationId: string): "buyer" | "provider" =>
        organisationId === buyerId ? "buyer" : "provider";
      const own = written.filter(({ disputeId }) => disputeId === dispute.id);
      const entries = own.map(({ organisationId, offer }) => ({ by: partyOf(organisationId), offer }));
      const step = disputeStep({ ...dispute, openedBy: partyOf(dispute.openedByOrganisationId), entries }, now);
      return step ? [[dispute.orderId, step]] : [];
    }),
  );
}
