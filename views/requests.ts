import { z } from "zod";
import type { OwnBidDraft } from "../domain/bidding/bid-draft";
import type { Waiting } from "../domain/bidding/waiting";
import { MODES } from "../domain/hubs/place";
import {
  type FallbackChoice,
  FALLBACKS,
  type Request as RequestFacts,
  REQUEST_STATES,
} from "../domain/requests/request";
import { BID_MODES, CRITERION_KINDS, FEEDBACKS, VISIBILITIES } from "../domain/requests/request-choices";
import type { PlannedRoute } from "../domain/requests/planned-route";
import { type RequestSide, type RequestTurn, TURN_ACTS, TURN_HOLDERS } from "../domain/requests/request-turn";
import type { Figure } from "../domain/services/kind";
import type { SpecWarning } from "../domain/services/spec-issue";
import {
  DIRECTIONS,
  type HubWithClock,
  type NamedHub,
  type NamedParty,
  type NamedPlace,
  SERVICES,
} from "../domain/shared/vocabulary";
import type { Instant, LocalDate } from "../domain/shared/time";
import { CURRENCIES, type Money } from "../domain/shared/money";
import type { BidContext, OwnBid, ShownBid } from "./bids";
import { cargoLine, incoterm } from "./deals";
import { dutyEstimate } from "./duties";
import { type View, day, id, money, party, time } from "./fields";

const row = {
  id,
  reference: z.string().meta({ example: "KR-2611-7F3K2Q" }),
  dealId: id,
  service: z.enum(SERVICES),
  state: z.enum(REQUEST_STATES),
  title: z.string(),
  direction: z.enum(DIRECTIONS),
  originId: z.string(),
  hubId: z.string(),
  destinationId: z.string(),
  corridor: z.string(),
  mode: z.enum(MODES),
  readyDate: day,
  buyer: party.extend({ country: z.string() }).nullable().meta({ id: "Buyer", description: "Null without a key" }),
  isOwn: z.boolean(),
  bidding: z
    .object({
      mode: z.enum(BID_MODES),
      visibility: z.enum(VISIBILITIES),
      closesAt: time,
      decideBy: time,
      currency: z.enum(CURRENCIES),
      mayCloseEarly: z.boolean(),
      twoPersonOpening: z.boolean(),
      feedback: z.enum(FEEDBACKS),
      negotiationRounds: z.int(),
      questionsUntil: time.nullable(),
      criteria: z.array(z.object({ kind: z.enum(CRITERION_KINDS), title: z.string(), weight: z.int() })),
      gates: z.array(z.object({ question: z.string(), mustBe: z.enum(["yes", "no"]).nullable() })),
    })
    .meta({ id: "BiddingTerms" }),
  bidCount: z.int().meta({ description: "Bids that stand; until the close also those that an amendment made stale" }),
  amendmentCount: z.int(),
  createdAt: time,
  publishedAt: time.nullable(),
  closedAt: time.nullable(),
  openedAt: time.nullable(),
  awardedAt: time.nullable(),
  version: z.int(),
};

/** A request as a line of a list. Of its bids only the number: it says nothing of an amount. */
export const requestRow = z.object(row).meta({ id: "RequestRow" });

/** One request, as far as its reader may know of it. */
export const request = z
  .object({
    ...row,
    cancelReason: z.string().nullable(),
    fallback: z.enum(FALLBACKS).nullable().meta({
      description: "Where nobody was chosen, what its buyer has made of it: asked again, done by itself, or dropped",
    }),
    replacesId: id.nullable().meta({ description: "The request in whose place it was asked" }),
    spec: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: "As it was asked for, with what is reckoned from it; null without a key" }),
    deal: z
      .object({ incoterm, goodsValue: money, cargo: z.array(cargoLine) })
      .meta({ description: "What bidders price by; without a key its lines have no marks" }),
    dutyEstimate: dutyEstimate
      .nullable()
      .meta({ description: "Of a request for customs with an import side; null otherwise and without a key" }),
    turn: z
      .object({
        holder: z.enum(TURN_HOLDERS),
        act: z.enum(TURN_ACTS).meta({ description: "What is done next" }),
        by: time.nullable().meta({ description: "By when; null where no time is set" }),
        isYours: z.boolean(),
        orderId: id.nullable().meta({ description: "The order under way whose turn it is, to its parties" }),
        step: z.string().nullable().meta({ description: "The step of the order that its provider reports next" }),
        task: z.string().nullable().meta({ description: "What a room of the order asks of a side" }),
      })
      .meta({ id: "RequestTurn", description: "Whose turn the request is, as its page says to the same reader" }),
    invitedIds: z.array(id).nullable().meta({ description: "To the buyer only" }),
  })
  .meta({ id: "Request" });

export type RequestRow = View<typeof requestRow>;
export type Request = View<typeof request>;

/** A request as a line of a list on the screen, with the names of its places and whose turn it is. */
export type RequestLine = Pick<
  RequestRow,
  "id" | "reference" | "dealId" | "title" | "service" | "state" | "mode" | "bidCount"
> &
  Pick<RequestFacts, "bidMode" | "visibility" | "comparisonCurrency" | "closesAt" | "decideBy"> & {
    readonly origin: NamedPlace;
    readonly destination: NamedPlace;
    readonly hub: HubWithClock;
    readonly goodsValue: Money;
    readonly side: RequestSide;
    readonly turn: RequestTurn;
  };

/** A request that waits for an administrator, with what is needed to judge it. */
export type HeldRequest = Pick<
  RequestLine,
  "id" | "reference" | "title" | "service" | "origin" | "destination" | "hub" | "mode" | "goodsValue" | "closesAt"
> & {
  readonly buyer: NamedParty;
  readonly goods: readonly string[];
  /** Read by the kind's own schema. */
  readonly spec: unknown;
  readonly createdAt: Instant;
};

/** A request with all that this viewer may know of it. */
export type RequestPage = RequestLine &
  Request["deal"] &
  Pick<
    Request,
    | "corridor"
    | "direction"
    | "readyDate"
    | "publishedAt"
    | "closedAt"
    | "openedAt"
    | "amendmentCount"
    | "fallback"
    | "cancelReason"
    | "dutyEstimate"
  > &
  Pick<
    RequestFacts,
    "mayCloseEarly" | "twoPersonOpening" | "buyerOrganisationId" | "terms" | "extensionCount" | "isRejected"
  > & {
    readonly dealReference: string;
    /** When the goods are planned to leave; to who may read what is asked for, later than the ready date where the haul's pick-up is. */
    readonly leaveDay: LocalDate;
    readonly grossWeightGrams: number;
    readonly volumeCm3: number;
    readonly hubZone: string;
    /** The last number of its log, as of which all this is true. */
    readonly logSeq: number;
    /** Of an awarded request how far its deal had gone before this was read, to the parties who may watch its orders; null to all others. */
    readonly dealSeq: number | null;
    /** As the kind's own schema reads it; null for visitors without an account: it holds addresses and names. */
    readonly spec: unknown;
    /** False of a spec that an older version stored in a form that is read no longer: then it is shown to nobody. */
    readonly isSpecRead: boolean;
    readonly figures: readonly Figure[];
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
    readonly opening: {
      readonly isApprovedByViewer: boolean;
      /** The names of who has, and of who still may. */
      readonly agreed: readonly string[];
      readonly awaited: readonly string[];
    } | null;
    readonly context: BidContext | null;
    /** What its buyer may make of it, where nobody was chosen; nothing to all others. */
    readonly choices: readonly FallbackChoice[];
    /** The request that was asked in its place, where the viewer may see it. */
    readonly successor: { readonly id: string; readonly reference: string } | null;
    /** Whether the viewer could bid but for the market's check, which it lacks or which has ended. */
    readonly needsCheck: boolean;
  };
