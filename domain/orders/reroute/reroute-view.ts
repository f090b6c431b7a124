import type { NamedPlace } from "../../shared/named";
import type { Instant } from "../../shared/instant";
import type { Money } from "../../shared/money";
import type { Side } from "../slots/sides";
import type { RerouteState } from "./reroute";

/** Another way that somebody has asked for, as the parties of the deal see it. */
export type RerouteView = {
  readonly number: number;
  /** `overtaken` where nobody answered before the goods had crossed or the order was over. */
  readonly state: RerouteState | "overtaken";
  readonly from: NamedPlace;
  readonly to: NamedPlace;
  readonly askedBy: Side;
  readonly askedAt: Instant;
  readonly reason: string;
  /** What the buyer pays for it on top of the contract price; null to all but buyer and carrier, and where it is nothing. */
  readonly extra: Money | null;
  /** Later (or, negative, sooner) and further than by the deal's way: as planned now while it waits for an answer, else as planned when it was asked for. */
  readonly laterMs: number;
  readonly furtherKm: number;
  readonly answeredAt: Instant | null;
  readonly answerWords: string | null;
  /** Whether the viewer's side answers, or may take it back. */
  readonly isViewersTurn: boolean;
  readonly mayWithdraw: boolean;
};
