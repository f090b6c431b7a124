import type { EventOf } from "../../events";
import type { Hearing } from "../hearing";
import { BUYING, client, FULFILLING, mail } from "./told";

type RerouteEvent = EventOf<"chain.reroute_asked" | "chain.reroute_ended">;

/** The other side has to answer; whoever asked learns the answer; who else works on the deal hears of another hub once it is one. */
export function ofReroute(event: RerouteEvent): Hearing[] {
  const { dealId, reference, number, by, hubId, hubEn, hubZh } = event;
  const href = `/deals/${dealId}/chain`;
  const told = { body: { dealId, reference, number, hubId }, facts: { reference, hubEn, hubZh }, href };
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
