import type { StoredRequest } from "../../db/repositories/requests";

type Known = Pick<StoredRequest, "id" | "reference" | "dealId" | "service" | "buyerOrganisationId">;

/** What every event of a request says of it. */
export const requestFacts = ({ id, reference, dealId, service, buyerOrganisationId }: Known) => ({
  requestId: id,
  reference,
  dealId,
  service,
  buyerOrganisationId,
});
