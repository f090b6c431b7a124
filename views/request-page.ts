import type { PlannedRoute } from "../domain/requests/planned-route";
import type { IncotermRule } from "../domain/tariff/incoterm";
import type { CargoLine } from "../domain/deals/deal";
import type { Direction } from "../domain/shared/direction";
import type { ShownEstimate } from "../domain/tariff/duty-estimate";
import type { NamedHub } from "../domain/shared/named";
import type { FallbackChoice } from "../domain/requests/fallback";
import type { Request } from "../domain/requests/request";
import type { RequestRow } from "../domain/requests/request-view";
import type { Waiting } from "../domain/bidding/waiting";
import type { Figure, LocalPart, Quantities } from "../domain/services/kind";
import type { ChargeCode, Basis } from "../domain/services/charge";
import type { SpecWarning } from "../domain/services/spec-issue";
import type { Instant } from "../domain/shared/instant";
import type { LocalDate } from "../domain/shared/local-date";
import type { OwnBidDraft } from "../domain/bidding/bid-draft";
import type { OwnBid, ShownBid } from "./bids";

/** What a bid form of this request begins with and may use. */
export type BidContext = {
  readonly codes: readonly ChargeCode[];
  readonly quantities: Quantities;
  readonly suggested: readonly { readonly code: ChargeCode; readonly basis: Basis }[];
  readonly percentBases: readonly Basis[];
  /** What of a term's values a bid may choose, by the field's name; fields that it leaves out have all of theirs. */
  readonly termChoices: Readonly<Record<string, readonly string[]>>;
  /** Parts bound to a country in which the bidder is not established: its bid names who does them. */
  readonly partsToName: readonly LocalPart[];
};

/** A request with all that this viewer may know of it. */
export type RequestPage = RequestRow &
  Pick<
    Request,
    | "mayCloseEarly"
    | "twoPersonOpening"
    | "buyerOrganisationId"
    | "terms"
    | "amendmentCount"
    | "extensionCount"
    | "isRejected"
    | "fallback"
  > & {
    readonly dealReference: string;
    readonly direction: Direction;
    readonly incoterm: { readonly rule: IncotermRule; readonly place: string };
    readonly readyDate: LocalDate;
    /** When the goods are planned to leave; to who may read what is asked for, later than the ready date where the haul's pick-up is. */
    readonly leaveDay: LocalDate;
    readonly cargo: readonly CargoLine[];
    readonly grossWeightGrams: number;
    readonly volumeCm3: number;
    readonly hubZone: string;
    /** The last number of its log, as of which all this is true. */
    readonly logSeq: number;
    readonly publishedAt: Instant | null;
    readonly closedAt: Instant | null;
    readonly openedAt: Instant | null;
    readonly cancelReason: string | null;
    /** As the kind's own schema reads it; null for visitors without an account: it holds addresses and names. */
    readonly spec: unknown;
    /** False of a spec that an older version stored in a form that is read no longer: then it is shown to nobody. */
    readonly isSpecRead: boolean;
    readonly figures: readonly Figure[];
    /** What the state would charge for the import; null to visitors, for other services, and where nothing is charged. */
    readonly dutyEstimate: ShownEstimate | null;
    readonly warnings: readonly SpecWarning[];
    /** Hubs that the spec names beside the deal's. */
    readonly otherHubs: readonly NamedHub[];
    /** What waits for an answer or for papers, as far as the viewer may know of it, in the order in which it is told. */
    readonly waiting: readonly Waiting[];
    readonly ownBid: OwnBid | null;
    /** What the viewer's organisation has typed and not sent. */
    readonly draft: OwnBidDraft | null;
    /** The planner's way, beside an own bid for carriage. */
    readonly plannedRoute: PlannedRoute | null;
    /** Null while amounts are sealed, and for those who may never read them. */
    readonly bids: readonly ShownBid[] | null;
    /** Who of the buyer's people has said "open", for the buyer. */
    readonly opening: { readonly approvals: number; readonly isApprovedByViewer: boolean } | null;
    readonly context: BidContext | null;
    /** What its buyer may make of it, where nobody was chosen; nothing to all others. */
    readonly choices: readonly FallbackChoice[];
    /** The request that was asked in its place, where the viewer may see it. */
    readonly successor: { readonly id: string; readonly reference: string } | null;
    /** Whether the viewer could bid but for the market's check, which it lacks or which has ended. */
    readonly needsCheck: boolean;
  };
