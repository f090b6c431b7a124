import { haveCounted } from "@/db/repositories/provider-figures";
import type { Reaction } from "./reaction";

/** When an order of a provider moves on, its figures in the directory are counted anew, by the worker. */
export const recountProvider: Reaction = async ({ tx }, event) => {
  if ("providerOrganisationId" in event) await haveCounted(tx, event.providerOrganisationId);
};
