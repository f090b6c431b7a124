import type { DomainEvent, EventOf } from "./events";
import { BUYING, client, FULFILLING, mail, type NotificationRule, QUOTING, type Told } from "./notification-rule";

/** What is said in the thread that an order goes on with. */
export type SaidInOrder = "order.written" | "order.reminded";

/** What is said in a thread, before its bid has an order and after. */
export type Said = EventOf<"thread.written" | "thread.reminded" | SaidInOrder>;

export const isSaid = (event: DomainEvent): event is Said => /^(thread|order)\.(written|reminded)$/.test(event.type);

/** Where it is read, and what programs are told of where it belongs. */
function placeOf(event: Said): Told {
  const { reference, dealId, service, bidId, by } = event;
  const common = { reference, dealId, service, bidId, by, ...("seq" in event ? { seq: event.seq } : {}) };
  const facts = { reference, service };
  if ("orderId" in event) {
    const { orderId } = event;
    return { body: { orderId, ...common }, facts, href: `/orders/${orderId}#thread-${bidId}` };
  }
  const { ofRequestId: requestId } = event;
  return { body: { requestId, ...common }, facts, href: `/requests/${requestId}#thread-${bidId}` };
}

/** The other side's people read it, and by mail: whoever writes waits for an answer. Its own side's programs hear that it was said. */
export function ofSaid(event: Said): NotificationRule[] {
  const told = placeOf(event);
  const buyer = { to: { organisationId: event.buyerOrganisationId }, roles: BUYING };
  const provider = {
    to: { organisationId: event.providerOrganisationId },
    roles: "orderId" in event ? FULFILLING : QUOTING,
  };
  const [own, other] = event.by === "buyer" ? [buyer, provider] : [provider, buyer];
  const kind = "seq" in event ? "thread_message" : "thread_reminder";
  return [client(own.to, told), mail(told)({ ...other, kind })];
}
