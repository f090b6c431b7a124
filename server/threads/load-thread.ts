import { z } from "zod";
import type { Reader, Writer } from "../../db/database";
import { findThread, findTalk, type StoredThread, type Talk } from "../../db/repositories/threads";
import { lockDealsOfBids } from "../../db/repositories/requests";
import { type Action, type Actor, may } from "../../domain/access/policy";
import type { Said } from "../../domain/notices/thread-notices";
import type { Side } from "../../domain/orders/slots/slot";
import { hasBegun } from "../../domain/threads/thread";
import { orderFacts } from "../../domain/orders/order";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";

/** Which thread: that of the bid. */
export const ofBid = { bidId: z.string().min(1).max(64) };

/** What a thread's command answers: its bid, and the number of its last message. */
export const threadReceiptShape = z.strictObject({ bidId: idText, seq: z.int() }).meta({ id: "ThreadReceipt" });
export type ThreadReceipt = Readonly<z.output<typeof threadReceiptShape>>;

/** How most of what is done in a thread is called. */
export const threadHttp = { method: "POST", scope: "messages:write", output: threadReceiptShape } as const;

/** The lock of what is said in a thread: the deal of its bid, by which its order goes too. */
export const lockThread = (tx: Writer, { bidId }: { readonly bidId: string }): Promise<void> =>
  lockDealsOfBids(tx, [bidId]);

export type LoadedThread = Talk & {
  /** Null until anything was said. */
  readonly thread: StoredThread | null;
  /** Which one the actor's organisation is. */
  readonly side: Side;
};

/**
 * The thread of a bid to its two sides, if the actor may do `action` there: to others it is not there, and to the buyer not before it may read the bid,
 * so that nobody learns from it who bids.
 */
export async function loadThread(
  db: Reader,
  actor: Actor,
  { bidId, action }: { readonly bidId: string; readonly action: Action },
): Promise<Result<LoadedThread, Refusal<"not_found" | "not_permitted">>> {
  const talk = await findTalk(db, bidId);
  if (!talk || actor.organisationId === null) return refuse("not_found");
  const { buyerOrganisationId } = talk.request;
  const { providerOrganisationId } = talk.bid;
  const organisationIds = [buyerOrganisationId, providerOrganisationId];
  if (!organisationIds.includes(actor.organisationId)) return refuse("not_found");
  const side = actor.organisationId === buyerOrganisationId ? "buyer" : "provider";
  const thread = (await findThread(db, bidId)) ?? null;
  if (side === "buyer" && !hasBegun(talk.facts) && thread === null) return refuse("not_found");
  if (!may(actor, action, { organisationIds })) return refuse("not_permitted");
  return accept({ ...talk, thread, side });
}

/** The event of something said in a thread: of its order where there is one, which those who look at the order hear. */
export function saidEvent({ bid, request, order, side }: LoadedThread, seq: number | null): Said {
  const said = { bidId: bid.id, by: side };
  if (order) {
    const facts = { ...said, ...orderFacts(order) };
    return seq === null ? { type: "order.reminded", ...facts } : { type: "order.written", seq, ...facts };
  }
  const { id: ofRequestId, reference, dealId, service, buyerOrganisationId } = request;
  const { providerOrganisationId } = bid;
  const facts = { ...said, ofRequestId, reference, dealId, service, buyerOrganisationId, providerOrganisationId };
  return seq === null ? { type: "thread.reminded", ...facts } : { type: "thread.written", seq, ...facts };
}
