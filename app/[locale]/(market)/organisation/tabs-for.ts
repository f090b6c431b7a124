import type { OrganisationTab } from "@/components/accounts/organisation/organisation-tabs";
import type { Actor } from "@/domain/access/actor";
import { mayEver } from "@/domain/access/policy";

/** The parts of the organisation that the person may open. */
export function tabsFor(actor: Actor): readonly OrganisationTab[] {
  return [
    "profile",
    "members",
    ...(mayEver(actor, "api_keys.read") ? (["keys"] as const) : []),
    ...(mayEver(actor, "listing.change") ? (["listings"] as const) : []),
  ];
}
