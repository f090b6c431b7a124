import type { Request } from "../requests/request";

type Named = Pick<Request, "id" | "dealId" | "service" | "buyerOrganisationId"> & { readonly reference: string };

/** What every event of a request says of it. */
export const requestFacts = ({ id, reference, dealId, service, buyerOrganisationId }: Named) => ({
  requestId: id,
  reference,
  dealId,
  service,
  buyerOrganisationId,
});

/** What every event of a bid says: whose, on which request; never an amount. */
export const bidFacts = (request: Named, bid: { readonly id: string; readonly providerOrganisationId: string }) => ({
  ...requestFacts(request),
  bidId: bid.id,
  providerOrganisationId: bid.providerOrganisationId,
});
