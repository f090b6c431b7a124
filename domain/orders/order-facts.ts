import type { Service } from "../shared/service";

type Facts = {
  readonly reference: string;
  readonly dealId: string;
  readonly service: Service;
  readonly buyerOrganisationId: string;
  readonly providerOrganisationId: string;
};

/** What every event of an order says of it: ids and its number, no amount. */
export const orderFacts = (order: { readonly id: string } & Facts) => ({
  orderId: order.id,
  reference: order.reference,
  dealId: order.dealId,
  service: order.service,
  buyerOrganisationId: order.buyerOrganisationId,
  providerOrganisationId: order.providerOrganisationId,
});
