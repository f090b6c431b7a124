import type { Mode } from "../hubs/place";
import type { HubWithClock, NamedParty, NamedPlace } from "../shared/named";
import type { Service } from "../shared/service";
import type { Instant } from "../shared/instant";
import type { Currency, Money } from "../shared/money";
import type { BidMode, RequestState, Visibility } from "./request";
import type { RequestSide, RequestTurn } from "./request-turn";

/** A request as a line of a list. Of its bids only the number: it says nothing of an amount. */
export type RequestRow = {
  readonly id: string;
  readonly reference: string;
  readonly dealId: string;
  readonly title: string;
  readonly service: Service;
  readonly state: RequestState;
  readonly bidMode: BidMode;
  readonly visibility: Visibility;
  readonly comparisonCurrency: Currency;
  readonly origin: NamedPlace;
  readonly destination: NamedPlace;
  readonly hub: HubWithClock;
  readonly mode: Mode;
  readonly goodsValue: Money;
  readonly bidCount: number;
  readonly closesAt: Instant;
  readonly decideBy: Instant;
  readonly side: RequestSide;
  readonly turn: RequestTurn;
};

/** A request that waits for an administrator, with what is needed to judge it. */
export type HeldRequest = Pick<
  RequestRow,
  "id" | "reference" | "title" | "service" | "origin" | "destination" | "hub" | "mode" | "goodsValue" | "closesAt"
> & {
  readonly buyer: NamedParty;
  readonly goods: readonly string[];
  /** Read by the kind's own schema. */
  readonly spec: unknown;
  readonly createdAt: Instant;
};
