import type { Way } from "../hubs/way";
import type { NamedHub, NamedPlace } from "../shared/named";
import type { FallbackChoice } from "../requests/fallback";
import type { BidMode, RequestState } from "../requests/request";
import type { RequestTurn } from "../requests/request-turn";
import type { SpecWarning } from "../services/spec-issue";
import type { Service } from "../shared/service";
import type { Instant } from "../shared/instant";
import type { LocalDate } from "../shared/local-date";
import type { Deal } from "./deal";

/** One of a deal's requests, on its page and in its row. */
export type DealRequest = {
  readonly id: string;
  readonly reference: string;
  readonly service: Service;
  readonly state: RequestState;
  readonly bidMode: BidMode;
  readonly bidCount: number;
  readonly closesAt: Instant;
  readonly decideBy: Instant;
  readonly turn: RequestTurn;
  /** What its buyer may make of it, where nobody was chosen. */
  readonly choices: readonly FallbackChoice[];
};

/** A deal as a line of the buyer's list. */
export type DealRow = Pick<Deal, "id" | "reference" | "title" | "mode" | "readyDate" | "goodsValue"> & {
  readonly origin: NamedPlace;
  readonly destination: NamedPlace;
  readonly hub: NamedHub;
  readonly requests: readonly DealRequest[];
  readonly createdAt: Instant;
};

/** Where a way stops: its name, country, and whether it is the gate of the route. */
export type DealStop = NamedPlace & { readonly country: string; readonly isBorderHub: boolean };

/** Everything that the buyer sees of its deal. */
export type DealPage = Omit<DealRow, "origin" | "destination"> &
  Pick<Deal, "inlandMode" | "direction" | "incoterm" | "cargo" | "hubChoice"> & {
    readonly origin: DealStop;
    readonly destination: DealStop;
    readonly way: Way;
    /** What its requests do not agree in. */
    readonly conflicts: readonly { readonly service: Service; readonly warnings: readonly SpecWarning[] }[];
    /** When the goods are planned to leave: later than the ready date where the haul's pick-up is. */
    readonly leaveDay: LocalDate;
    readonly stops: readonly DealStop[];
    /** The hub's own zone: deadlines are kept there. */
    readonly hubZone: string;
    readonly grossWeightGrams: number;
    readonly volumeCm3: number;
    readonly packages: number;
  };

/** A posting that is still being written, in the buyer's list. */
export type DraftRow = { readonly id: string; readonly title: string; readonly updatedAt: Instant };
