import type { EventOf } from "../../events";
import type { Hearing } from "../hearing";
import { client, FULFILLING, inbox, mail } from "./told";

type GateEvent = EventOf<"chain.gate_opened" | "chain.gate_closed" | "chain.gate_waived">;

/** Those whose order stands behind the gate, and the buyer's programs. One that closes again is told with what it holds. */
export function ofGate(event: GateEvent): Hearing[] {
  const { dealId, reference, gate } = event;
  const told = { body: { dealId, reference, gate }, facts: { reference }, href: "/work" };
  const behind = event.providerOrganisationIds.map((organisationId): Hearing => {
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
