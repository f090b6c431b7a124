import type { RequestPage } from "@/domain/bidding/bid-view";
import type { OwnCorridor } from "@/domain/remittance/corridor-health";
import type { ShownTemplates } from "../bid/load-templates";
import type { Step } from "@/domain/bidding/steps-for";
import type { Instant } from "@/domain/shared/instant";

/** What the parts of the page are told: the request, what its reader may do, the page's own address, when and in which zone. */
export type ShownRequest = {
  readonly request: RequestPage;
  /** How payments like this one have fared; null for other services. */
  readonly corridor: OwnCorridor | null;
  readonly steps: readonly Step[];
  readonly here: string;
  readonly now: Instant;
  readonly zone: string;
  /** Changes where the bid form is to be drawn anew from what is kept. */
  readonly drawing: string;
  /** It ended with a rejection of all bids. */
  readonly isRejected: boolean;
  /** The reader gave it up, and may post the like of its deal again. */
  readonly mayRepeat: boolean;
  /** What a bid may begin from. */
  readonly templates: ShownTemplates;
};
