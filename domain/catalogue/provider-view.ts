import type { Service } from "../shared/service";
import type { Instant } from "../shared/instant";
import type { Listing } from "./listing";
import type { OnTime } from "./track-record";

/** What anybody may know of a provider before an award: no address, telephone or person. */
export type ProviderFacts = {
  readonly id: string;
  readonly nameOwn: string;
  readonly nameLatin: string;
  readonly country: string;
  readonly city: string;
};

export type ProviderRow = ProviderFacts & {
  readonly services: readonly Service[];
  readonly hubIds: readonly string[];
  readonly languages: readonly string[];
};

export type ListingView = Listing & { readonly updatedAt: Instant };

export type ProviderPage = ProviderFacts & {
  readonly description: string;
  readonly foundedYear: string | null;
  readonly memberSince: Instant;
  readonly listings: readonly ListingView[];
  readonly completed: Readonly<Partial<Record<Service, number>>>;
  /** Of the latest completed orders, at most two hundred. */
  readonly onTime: OnTime;
};
