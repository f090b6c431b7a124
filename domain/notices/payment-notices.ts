import type { EventOf, EventType } from "./events";
import { isOfPayee } from "../remittance/remittance";
import { unreachable } from "../shared/result";
import {
  BUYING,
  FULFILLING,
  type Facts,
  type NotificationRule,
  type Told,
  client,
  inbox,
  mail,
  minuteInUtc,
} from "./notification-rule";

type PaymentEvent = EventOf<Extract<EventType, `payment.${string}`>>;

/** The lock or the sending that an event is about; funds come before either. */
function subjectOf(event: PaymentEvent): Facts {
  if ("lockId" in event) return { lockId: event.lockId, number: event.number };
  return "remittanceId" in event ? { remittanceId: event.remittanceId, attempt: event.attempt } : {};
}

/** The provider reads what the buyer has said of who paid, and the buyer all else; whoever has to act gets a mail. */
function ofPayer(
  { stage, buyerOrganisationId, providerOrganisationId }: EventOf<"payment.payer">,
  { body, ...told }: Told,
): NotificationRule[] {
  const [buyer, provider] = [{ organisationId: buyerOrganisationId }, { organisationId: providerOrganisationId }];
  const staged = { ...told, body: { ...body, stage } };
  if (stage === "explained")
    return [mail(staged)({ to: provider, roles: FULFILLING, kind: "payment_payer_explained" }), client(buyer, staged)];
  const tells = stage === "asked" || stage === "returned" ? mail : inbox;
  return [tells(staged)({ to: buyer, roles: BUYING, kind: `payment_payer_${stage}` }), client(provider, staged)];
}

/** The buyer reads what became of its money, and the provider what the buyer has said; whoever has to act gets a mail. */
function ofSurplus(
  { stage, buyerOrganisationId, providerOrganisationId }: EventOf<"payment.surplus">,
  { body, ...told }: Told,
): NotificationRule[] {
  const [buyer, provider] = [{ organisationId: buyerOrganisationId }, { organisationId: providerOrganisationId }];
  const staged = { ...told, body: { ...body, stage } };
  if (stage === "kept" || stage === "declined")
    return [mail(staged)({ to: provider, roles: FULFILLING, kind: `payment_surplus_${stage}` }), client(buyer, staged)];
  const tells = stage === "received" ? inbox : mail;
  return [tells(staged)({ to: buyer, roles: BUYING, kind: `payment_surplus_${stage}` }), client(provider, staged)];
}

/** Ids, states, reasons and times; never an amount or a rate. */
export function ofPayment(event: PaymentEvent): NotificationRule[] {
  const { orderId, reference, dealId, service } = event;
  const buyer = { organisationId: event.buyerOrganisationId };
  const provider = { organisationId: event.providerOrganisationId };
  const body: Facts = { orderId, reference, dealId, service, ...subjectOf(event) };
  const told = { body, facts: { reference }, href: `/orders/${orderId}#remittance` };
  switch (event.type) {
    case "payment.locked": {
      const { expiresAt, needsConfirmation } = event;
      const locked = { ...told, body: { ...body, expiresAt } };
      const facts = { by: minuteInUtc(expiresAt) };
      return [
        needsConfirmation
          ? mail(locked)({ to: buyer, roles: BUYING, kind: "payment_lock_to_confirm", facts })
          : inbox(locked)({ to: buyer, roles: BUYING, kind: "payment_locked", facts }),
        client(provider, locked),
      ];
    }
    case "payment.lock_confirmed":
      return [mail(told)({ to: provider, roles: FULFILLING, kind: "payment_lock_confirmed" }), client(buyer, told)];
    case "payment.funds_short":
      return [mail(told)({ to: buyer, roles: BUYING, kind: "payment_funds_short" }), client(provider, told)];
    case "payment.funds_returned":
      return [mail(told)({ to: buyer, roles: BUYING, kind: "payment_funds_returned" }), client(provider, told)];
    case "payment.payer":
      return ofPayer(event, told);
    case "payment.surplus":
      return ofSurplus(event, told);
    case "payment.sent":
      return event.attempt > 1
        ? [inbox(told)({ to: buyer, roles: BUYING, kind: "payment_sent_again" }), client(provider, told)]
        : [client(buyer, told), client(provider, told)];
    case "payment.received":
      return [client(buyer, told), client(provider, told)];
    case "payment.returned": {
      const returned = { ...told, body: { ...body, reason: event.reason, borneBy: event.borneBy } };
      const facts = { paymentReason: `return.${event.reason}` };
      const kind = isOfPayee(event.reason) ? "payment_returned_payee" : "payment_returned";
      return [mail(returned)({ to: buyer, roles: BUYING, kind, facts }), client(provider, returned)];
    }
    case "payment.payee":
      return [mail(told)({ to: provider, roles: FULFILLING, kind: "payment_payee" }), client(buyer, told)];
    case "payment.cost_borne": {
      const borne = { ...told, body: { ...body, borneBy: event.borneBy } };
      return event.borneBy === "payer"
        ? [inbox(borne)({ to: provider, roles: FULFILLING, kind: "payment_cost_borne_by_buyer" }), client(buyer, borne)]
        : [inbox(borne)({ to: buyer, roles: BUYING, kind: "payment_cost_borne_by_provider" }), client(provider, borne)];
    }
    case "payment.frozen": {
      const frozen = { ...told, body: { ...body, reason: event.reason } };
      const facts = { paymentReason: `freeze.${event.reason}` };
      return [mail(frozen)({ to: buyer, roles: BUYING, kind: "payment_frozen", facts }), client(provider, frozen)];
    }
    case "payment.unfrozen":
      return [inbox(told)({ to: buyer, roles: BUYING, kind: "payment_unfrozen" }), client(provider, told)];
    case "payment.recalled": {
      const recalled = { ...told, body: { ...body, reason: event.reason } };
      const facts = { paymentReason: `recall.${event.reason}` };
      return [
        inbox(recalled)({ to: buyer, roles: BUYING, kind: "payment_recalled", facts }),
        client(provider, recalled),
      ];
    }
    default:
      return unreachable(event);
  }
}
