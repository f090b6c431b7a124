import type { EventOf } from "./events";
import { BUYING, client, FULFILLING, mail, type NotificationRule, QUOTING, type Told } from "./notification-rule";

type Said = EventOf<"thread.written" | "thread.reminded" | "order.written" | "order.reminded">;

/** The other side's people read it, and by mail: whoever writes waits for an answer. Its own side's programs hear that it was said. */
export function ofSaid(event: Said, { body, facts, href }: Told): NotificationRule[] {
  const { bidId, by } = event;
  const isWritten = event.type === "thread.written" || event.type === "order.written";
  const told: Told = {
    body: { ...body, bidId, by, ...(isWritten ? { seq: event.seq } : {}) },
    facts,
    href: `${href}#thread-${bidId}`,
  };
  const buyer = { to: { organisationId: event.buyerOrganisationId }, roles: BUYING };
  const provider = {
    to: { organisationId: event.providerOrganisationId },
    roles: event.type.startsWith("order.") ? FULFILLING : QUOTING,
  };
  const [own, other] = by === "buyer" ? [buyer, provider] : [provider, buyer];
  return [client(own.to, told), mail(told)({ ...other, kind: isWritten ? "thread_message" : "thread_reminder" })];
}

/** Of a thread whose bid has no order yet. */
export function ofThread(event: EventOf<"thread.written" | "thread.reminded">): NotificationRule[] {
  const { ofRequestId: requestId, reference, dealId, service } = event;
  const body = { requestId, reference, dealId, service };
  return ofSaid(event, { body, facts: { reference, service }, href: `/requests/${requestId}` });
}
