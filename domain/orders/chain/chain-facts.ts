import type { Milestone, SideTimes } from "../order";
import type { LineState, Service } from "../../shared/vocabulary";
import type { Instant, LocalDate } from "../../shared/time";

/** What the gates of a deal are judged by, of one of its orders. */
export type ChainOrder = SideTimes & {
  readonly id: string;
  readonly service: Service;
  readonly state: LineState;
  readonly milestones: readonly Milestone[];
};

/**
 * Whether the goods may be taken: `passed` is the computed verdict of the last inspection on site, `decided` the buyer's decision to take
 * them all the same; `refused` a buyer who does not, `pending` a verdict that waits for somebody, `none` nothing on record.
 */
export type Verdict = {
  readonly kind: "none" | "pending" | "passed" | "failed" | "decided" | "refused";
  readonly at: Instant | null;
  /** Of a pending one: the visit that is still to bring a report; absent where the report waits for its buyer. */
  readonly visit?: AwaitedVisit;
};

/** How far a visit to the goods is whose report is to come: to be booked, booked for a day, under way, or over. */
export type AwaitedVisit = {
  readonly state: "asked" | "booked" | "on_site" | "left";
  readonly day: LocalDate | null;
};

/**
 * `stands` has a slot that is confirmed or used for each truck, `some` has one that stands and fewer than it has trucks; `lost` had one that
 * was forfeited or called off, and has no other that stands.
 */
export type SlotFact = {
  readonly kind: "none" | "asked" | "some" | "stands" | "lost";
  readonly at: Instant | null;
  /** When each truck had a slot for the first time, where others stand since or not all do any more: trucks that have left went by those. */
  readonly firstAt?: Instant;
};

export type PapersFact = {
  readonly kind: "ready" | "missing" | "blocked";
  readonly missing: number;
  readonly blocked: number;
};

export type Waiver = {
  readonly gateKey: string;
  readonly reason: string;
  readonly waivedAt: Instant;
  readonly waivedByUserId: string;
};

/** What the buyer says of a release that the customs have given: the number of the release note or of the declaration, the day, and how it knows. */
export type Release = { readonly number: string; readonly releasedOn: LocalDate; readonly reason: string };

/** The buyer's own word that what a gate waits for has come, of a service that it does itself or of a release of the customs. */
export type Statement = {
  /** As the gate's key names it. */
  readonly need: string;
  readonly statedAt: Instant;
  readonly statedByUserId: string;
  /** Of a release alone; one from before a release had to be shown by its number has none. */
  readonly release: Release | null;
};

/** Services of a deal that nobody was chosen for: those whose buyer has yet to say how it goes on, and those that it does itself. */
export type Unprovided = { readonly undecided: readonly Service[]; readonly own: readonly Service[] };

/** All that a deal's gates are judged by, read in one transaction. */
export type ChainFacts = {
  readonly orders: readonly ChainOrder[];
  readonly verdict: Verdict;
  readonly slot: SlotFact;
  readonly papers: PapersFact;
  readonly waivers: readonly Waiver[];
  readonly unprovided: Unprovided;
  readonly statements: readonly Statement[];
};
