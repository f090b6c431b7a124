import type { EventOf } from "./events";
import { BUYING, FULFILLING, type NotificationRule, client, inbox, mail } from "./notification-rule";

type GateEvent = EventOf<"chain.gate_opened" | "chain.gate_closed" | "chain.gate_waived">;

/** Those whose order stands behind the gate, and the buyer's programs. One that closes again is told with what it holds. */
function ofGate(event: GateEvent): NotificationRule[] {
  const { dealId, reference, gate } = event;
  const told = { body: { dealId, reference, gate }, facts: { reference }, href: "/work" };
  const behind = event.providerOrganisationIds.map((organisationId): NotificationRule => {
    const to = { organisationId };
    switch (event.type) {
      case "chain.gate_opened":
        return inbox(told)({ to, roles: FULFILLING, kind: "gate_opened" });
      case "chain.gate_closed":
        return client(to, told);
      case "chain.gate_waived":
        return mail(told)({ to, roles: FULFILLING, kind: "gate_waived", facts: { reason: event.reason } });
    }
  });
  return [client({ organisationId: event.buyerOrganisationId }, told), ...behind];
}

type UnprovidedEvent = EventOf<"chain.need_stated" | "chain.fallback_chosen">;

const KIND_OF_FALLBACK = {
  again: "service_asked_again",
  self: "service_done_by_buyer",
  dropped: "service_dropped",
} as const;

/** What becomes of a service that nobody was chosen for: those who wait for it hear the buyer's choice, and each of its own statements; of a release its number. */
function ofUnprovided(event: UnprovidedEvent): NotificationRule[] {
  const { dealId, reference, service } = event;
  const about = { dealId, reference, service };
  const release = event.type === "chain.need_stated" ? event.release : undefined;
  const body =
    event.type === "chain.need_stated"
      ? { ...about, need: event.need, ...release }
      : { ...about, fallback: event.fallback };
  const told = { body, facts: { reference, service }, href: "/work" };
  const waiting = event.providerOrganisationIds.map((organisationId): NotificationRule => {
    const of = { to: { organisationId }, roles: FULFILLING };
    if (release) return mail(told)({ ...of, kind: "release_stated", facts: release });
    return event.type === "chain.need_stated"
      ? inbox(told)({ ...of, kind: "need_stated" })
      : mail(told)({ ...of, kind: KIND_OF_FALLBACK[event.fallback] });
  });
  return [client({ organisationId: event.buyerOrganisationId }, told), ...waiting];
}

type RerouteEvent = EventOf<"chain.reroute_asked" | "chain.reroute_ended">;

/** The other side has to answer; whoever asked learns the answer; who else works on the deal hears of another hub once it is one. */
function ofReroute(event: RerouteEvent): NotificationRule[] {
  const { dealId, reference, number, by, hubId, hubEn, hubZh } = event;
  const href = `/deals/${dealId}/chain`;
  const told = { body: { dealId, reference, number, hubId }, facts: { reference, hubId, hubEn, hubZh }, href };
  const buyer = { to: { organisationId: event.buyerOrganisationId }, roles: BUYING };
  const carrier = { to: { organisationId: event.providerOrganisationId }, roles: FULFILLING };
  const [asker, other] = by === "buyer" ? [buyer, carrier] : [carrier, buyer];
  if (event.type === "chain.reroute_asked")
    return [client(asker.to, told), mail(told)({ ...other, kind: "reroute_asked", facts: { reason: event.reason } })];
  const { outcome } = event;
  const ended = { ...told, body: { ...told.body, outcome } };
  if (outcome === "withdrawn") return [client(asker.to, ended), client(other.to, ended)];
  if (outcome === "declined") return [mail(ended)({ ...asker, kind: "reroute_declined" }), client(other.to, ended)];
  const others = event.otherOrganisationIds.map((organisationId) =>
    mail(ended)({ to: { organisationId }, roles: FULFILLING, kind: "route_changed" }),
  );
  return [mail(ended)({ ...asker, kind: "reroute_agreed" }), client(other.to, ended), ...others];
}

/** What happens to the gates and to the way of a deal. */
export function ofChain(
  event: EventOf<"chain.changed"> | GateEvent | UnprovidedEvent | RerouteEvent,
): NotificationRule[] {
  switch (event.type) {
    case "chain.changed":
      return [];
    case "chain.reroute_asked":
    case "chain.reroute_ended":
      return ofReroute(event);
    case "chain.need_stated":
    case "chain.fallback_chosen":
      return ofUnprovided(event);
    default:
      return ofGate(event);
  }
}
