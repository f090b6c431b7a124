import type { Bidding } from "../domain/requests/bidding-schema";
import type { PlannedDeal } from "./deals";
import type { FoundTown, TownBeyond } from "./hubs";
import type { HubReason, OtherHub } from "../domain/hubs/suggest-hub";
import type { OfferedEntry } from "../domain/services/address-book";
import type { Instant } from "../domain/shared/time";
import type { HubKind, Way } from "../domain/hubs/place";
import type { NamedHub, NamedParty, NamedPlace, Service } from "../domain/shared/vocabulary";
import type { Figure } from "../domain/services/kind";
import type { SpecWarning } from "../domain/services/spec-issue";

/** Places that words may mean, and towns called so that no way leads to. */
export type MeantPlaces = { readonly places: readonly FoundTown[]; readonly beyond: readonly TownBeyond[] };

/** What the posting form offers to choose from. */
export type PostingOptions = {
  readonly places: readonly (NamedPlace & { readonly country: string })[];
  readonly hubs: readonly (NamedHub & { readonly kind: HubKind })[];
  readonly providers: readonly (NamedParty & { readonly services: readonly Service[] })[];
  /** What an end may mean that is written in words and names no one place. */
  readonly meant: Readonly<Partial<Record<"originId" | "destinationId", MeantPlaces>>>;
  /** Of the address book of the organisation that posts, the last used first. */
  readonly book: readonly OfferedEntry[];
};

/** An entry of the address book as its page shows it. */
export type BookRow = OfferedEntry & { readonly usedAt: Instant };

/** A way that the planner offers for what is typed; the suggested one says why. */
export type ShownWay = Pick<Way, "distanceKm" | "days" | "borderWait" | "isEstimate"> & {
  readonly hub: NamedHub;
  readonly reason: HubReason | null;
  readonly nextHub: NamedHub | null;
};

/** The way through the hub that is chosen, or that would be taken, with the best one through another. */
export type ChosenWay = Pick<ShownWay, "hub" | "distanceKm" | "days" | "borderWait"> & {
  readonly other: (Omit<OtherHub, "hubId"> & { readonly hub: NamedHub }) | null;
};

/** A posting with nothing left to mend, as its check page shows it. */
export type CheckedPosting = {
  readonly title: string;
  readonly deal: PlannedDeal;
  readonly services: readonly {
    readonly service: Service;
    readonly spec: unknown;
    /** What follows from it, as bidders will see it. */
    readonly figures: readonly Figure[];
    readonly warnings: readonly SpecWarning[];
    readonly otherHubs: readonly NamedHub[];
  }[];
  readonly bidding: Bidding;
  readonly invited: readonly NamedParty[];
};
