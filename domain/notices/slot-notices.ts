import type { EventOf, EventType } from "./events";
import { unreachable } from "../shared/assert";
import { BUYING, FULFILLING, type NotificationRule, client, inbox, mail } from "./notification-rule";

type SlotEvent = EventOf<Extract<EventType, `slot.${string}`>>;
type DelayEvent = EventOf<Extract<EventType, `delay.${string}`>>;

function sidesOf(event: SlotEvent | DelayEvent) {
  const buyer = { to: { organisationId: event.buyerOrganisationId }, roles: BUYING };
  const provider = { to: { organisationId: event.providerOrganisationId }, roles: FULFILLING };
  return {
    buyer,
    provider,
    own: event.by === "buyer" ? buyer : provider,
    other: event.by === "buyer" ? provider : buyer,
  };
}

/** Of a slot the side hears that did not do it; of one that was lost both, for the clock did it and waiting costs money from then on. */
export function ofSlot(event: SlotEvent): NotificationRule[] {
  const { orderId, reference, dealId, service, slotId, number } = event;
  const { buyer, provider, own, other } = sidesOf(event);
  const body = { orderId, reference, dealId, service, slotId, number };
  const told = { body, facts: { reference, number }, href: `/orders/${orderId}/slots/${slotId}` };
  switch (event.type) {
    case "slot.requested":
      return [client(own.to, told), inbox(told)({ ...other, kind: "slot_requested" })];
    case "slot.confirmed":
      return [client(own.to, told), inbox(told)({ ...other, kind: "slot_confirmed" })];
    case "slot.changed":
      return [own, other].map(({ to }) => client(to, { ...told, body: { ...body, what: event.what } }));
    case "slot.marked":
      return [own, other].map(({ to }) => client(to, { ...told, body: { ...body, state: event.state } }));
    case "slot.cancelled":
      if (event.by === null) return [buyer, provider].map((side) => inbox(told)({ ...side, kind: "slot_lapsed" }));
      return [client(own.to, told), inbox(told)({ ...other, kind: "slot_cancelled", facts: { reason: event.reason } })];
    case "slot.forfeited":
      return [buyer, provider].map((side) => mail(told)({ ...side, kind: "slot_forfeited" }));
    default:
      return unreachable(event);
  }
}

/** A reason for a wait says who pays for it, so the other side is asked whether it sees it so. */
export function ofDelay(event: DelayEvent): NotificationRule[] {
  const { orderId, reference, dealId, service, segmentId, reason } = event;
  const { own, other } = sidesOf(event);
  const body = { orderId, reference, dealId, service, segmentId, reason };
  const told = { body, facts: { reference, delay: reason }, href: `/orders/${orderId}#delay` };
  switch (event.type) {
    case "delay.reported":
      return [client(own.to, told), mail(told)({ ...other, kind: "delay_reported" })];
    case "delay.changed":
      return [own, other].map(({ to }) => client(to, { ...told, body: { ...body, change: event.change } }));
    case "delay.objected":
      return [client(own.to, told), mail(told)({ ...other, kind: "delay_objected" })];
    default:
      return unreachable(event);
  }
}
