import { sql } from "drizzle-orm";
import type { AwardState } from "../../domain/award/award";
import type { ChoiceReason } from "../../domain/bidding/debrief";
import type { RankedBid } from "../../domain/award/scoring";
import type { KeptDiscount } from "../../domain/award/package-discounts";
import type { Mode } from "../../domain/hubs/place";
import type { KeptEvidence } from "../../domain/orders/evidence";
import type { LineState, Service } from "../../domain/shared/vocabulary";
import type { Currency } from "../../domain/shared/money";
import {
  bigInteger,
  boolean,
  index,
  instant,
  integer,
  json,
  minorUnits,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from "../dialect";
import { organisations, users } from "./accounts";
import { bids, requests } from "./requests";
import { deals } from "./deals";
import type { SlotKind } from "../../domain/orders/slots/fees";
import type { Fault, Side, SlotState, ToldMarks } from "../../domain/orders/slots/slot";
import type { SlotDriver } from "../../domain/orders/slots/slot-fields";
import type { Declared, SlotSystem } from "../../domain/orders/slots/systems";
import { files } from "./files";

/** What a decision was made from. */
type AwardComparison = {
  readonly currency: Currency;
  readonly day: string;
  /** What was quoted, with what is paid at cost. */
  readonly totals: Record<string, string>;
  /** The bidders' own prices, by which bids are ranked; awards from before 0034 have none and were ranked by totals. */
  readonly ownPrices?: Record<string, string>;
  readonly rates: string[];
  /** By the request's criteria and the panel's points, the first first; awards from before there were any have none. */
  readonly ranking?: readonly RankedBid[];
  /** Why it was not the first by those criteria, which the bidders read; none where it was. */
  readonly choice?: ChoiceReason;
};

/** Decisions. One effective award a request; the rates it was compared at are kept with it. */
export const awards = table(
  "awards",
  {
    id: text().primaryKey(),
    dealId: text()
      .notNull()
      .references(() => deals.id),
    requestId: text()
      .notNull()
      .references(() => requests.id),
    bidId: text()
      .notNull()
      .references(() => bids.id),
    // Which offer of the bid: 0 the main one, else the alternative by its number.
    alternative: integer().notNull().default(0),
    // The package that the bids of this award reached together; its amount is taken off the contract price.
    packageDiscount: json<KeptDiscount>(),
    state: text().$type<AwardState>().notNull(),
    awardedByUserId: text()
      .notNull()
      .references(() => users.id),
    awardedAt: instant().notNull(),
    effectiveAt: instant(),
    comparison: json<AwardComparison>().notNull(),
  },
  (award) => [uniqueIndex("awards_one_per_request").on(award.requestId), index("awards_by_deal").on(award.dealId)],
);

/** What follows an award, a row a service; its route is its deal's way. Written by the award, milestones and acceptance; read by both parties and the traffic figures. */
export const orders = table(
  "orders",
  {
    id: text().primaryKey(),
    reference: text().notNull(),
    dealId: text()
      .notNull()
      .references(() => deals.id),
    requestId: text()
      .notNull()
      .references(() => requests.id),
    awardId: text()
      .notNull()
      .references(() => awards.id),
    bidId: text()
      .notNull()
      .references(() => bids.id),
    buyerOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    providerOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    // Where both are established on the day of contractedAt: an organisation that moves changes no figure of what was sold before.
    buyerCountry: text().notNull().default(""),
    providerCountry: text().notNull().default(""),
    service: text().$type<Service>().notNull(),
    // How far it is on its line; what keeps it from going on stands in the times beside it.
    state: text().$type<LineState>().notNull(),
    // By a gate that failed, by a party that says the work has stopped, by a dispute: null where nothing does.
    heldSince: instant(),
    exceptionSince: instant(),
    disputedSince: instant(),
    title: text().notNull(),
    hubId: text().notNull(),
    isBorderHub: boolean().notNull(),
    corridor: text().notNull(),
    originId: text().notNull(),
    destinationId: text().notNull(),
    mode: text().$type<Mode>().notNull(),
    contractMinor: minorUnits().notNull(),
    contractCurrency: text().$type<Currency>().notNull(),
    // The contract price in CNY at the rate of the day of contractedAt.
    contractCnyMinor: minorUnits().notNull(),
    // Of that what the provider pays for the buyer at cost, duty, tax and state fees among it: the rest is the value measure of the traffic share.
    passThroughCnyMinor: minorUnits().notNull().default(sql`0`),
    // Of the rest what is a margin on an exchange of money, and no fee that is charged by itself.
    marginCnyMinor: minorUnits().notNull().default(sql`0`),
    grossWeightGrams: bigInteger().notNull(),
    contractedAt: instant().notNull(),
    // Calendar month of contractedAt in the market's zone.
    contractedMonth: text().notNull(),
    deliveredAt: instant(),
    acceptedAt: instant(),
    completedAt: instant(),
    cancelledAt: instant(),
    cancelReason: text(),
    // When acceptance follows by itself.
    autoAcceptAt: instant(),
    version: integer().notNull(),
  },
  (order) => [
    uniqueIndex("orders_by_reference").on(order.reference),
    uniqueIndex("orders_one_per_award").on(order.awardId),
    index("orders_by_buyer").on(order.buyerOrganisationId, order.contractedAt, order.id),
    index("orders_by_provider").on(order.providerOrganisationId, order.contractedAt, order.id),
    // What a provider has under way, of the little that is beside all that is over.
    index("orders_by_provider_and_state").on(order.providerOrganisationId, order.state, order.contractedAt),
    index("orders_by_deal").on(order.dealId),
    // What a search of requests has found, to orders.
    index("orders_by_request").on(order.requestId),
    // The page behind each traffic figure.
    index("orders_by_hub_and_time").on(order.hubId, order.contractedAt, order.id),
    index("orders_by_time").on(order.contractedAt, order.id),
    index("orders_by_acceptance").on(order.state, order.autoAcceptAt),
    // What is under way, of all that is over: the clock goes through it.
    index("orders_by_state").on(order.state, order.id),
  ],
);

/** The service's milestones, made with the order; a report fills its row once, and once more where the step was reopened. */
export const orderMilestones = table(
  "order_milestones",
  {
    orderId: text()
      .notNull()
      .references(() => orders.id),
    position: integer().notNull(),
    code: text().notNull(),
    occurredAt: instant(),
    reportedAt: instant(),
    reportedByUserId: text().references(() => users.id),
    note: text(),
    // What was said beside it: numbers, weights, place, pictures.
    evidence: json<KeptEvidence>(),
    // The time before which it cannot have happened, where it was reported as earlier, and why it was all the same.
    earliestAt: instant(),
    earlyReason: text(),
  },
  (milestone) => [
    primaryKey({ columns: [milestone.orderId, milestone.position] }),
    uniqueIndex("order_milestones_by_code").on(milestone.orderId, milestone.code),
    // What happened lately, of one kind of step: how long borders took.
    index("order_milestones_by_time").on(milestone.code, milestone.occurredAt),
  ],
);

/** The numbers of declarations that stand with steps. Triggers keep it, so that a number is found wherever it was told. */
export const toldDeclarations = table(
  "told_declarations",
  {
    orderId: text()
      .notNull()
      .references(() => orders.id),
    code: text().notNull(),
    country: text().notNull(),
    number: text().notNull(),
  },
  (told) => [
    primaryKey({ columns: [told.orderId, told.code, told.country, told.number] }),
    index("told_declarations_by_number").on(told.number, told.country),
  ],
);

/**
 * What a step had been told with before it was reopened: a delivery that is done again, money that came back, goods that go by another hub.
 * Written by whatever reopens a step, where it stands when and why; read beside the step by both parties.
 */
export const reopenedSteps = table(
  "reopened_steps",
  {
    orderId: text()
      .notNull()
      .references(() => orders.id),
    // From 1 within the order, as they were reopened.
    seq: integer().notNull(),
    code: text().notNull(),
    occurredAt: instant().notNull(),
    reportedAt: instant().notNull(),
    reportedByUserId: text().references(() => users.id),
    note: text(),
    evidence: json<KeptEvidence>(),
    earliestAt: instant(),
    earlyReason: text(),
  },
  (step) => [primaryKey({ columns: [step.orderId, step.seq] })],
);

/** That the buyer of an order was told of a step that is late. Written by the clock, once a step; never read but to know that it was. */
export const lateStepNotices = table(
  "late_step_notices",
  {
    orderId: text()
      .notNull()
      .references(() => orders.id),
    code: text().notNull(),
    dueAt: instant().notNull(),
    at: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.orderId, row.code] })],
);

/**
 * Slots of trucks at border crossings, one a truck and booking, kept for ever with what replaced what. Written by whoever books, by the
 * provider that drives, and by the market's clock; read by both parties, by the gate before dispatch and by the delay clock.
 */
export const borderSlots = table(
  "border_slots",
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    // Of its order, from 1: what people say on the phone.
    number: integer().notNull(),
    system: text().$type<SlotSystem>().notNull(),
    // Why it is another system than the bid names; null where it is the bid's, or the bid names none.
    systemReason: text(),
    kind: text().$type<SlotKind>().notNull(),
    state: text().$type<SlotState>().notNull(),
    placeId: text().notNull(),
    windowFrom: instant().notNull(),
    windowTo: instant().notNull(),
    tractorPlate: text().notNull(),
    trailerPlate: text(),
    drivers: json<readonly SlotDriver[]>().notNull(),
    declared: json<readonly Declared[]>().notNull(),
    bookingNumber: text(),
    // What the system charges, and who pays it; null where it charges nothing.
    feeMinor: minorUnits(),
    feeCurrency: text().$type<Currency>(),
    feePaidBy: text().$type<Side>(),
    // Receipt or confirmation, as it lies with the order.
    proofFileId: text().references(() => files.id),
    // The one whose place it takes, and whose fault that is, in code and words.
    replacesId: text(),
    atFault: text().$type<Fault>(),
    faultWords: text(),
    bookedBy: text().$type<Side>().notNull(),
    bookedByUserId: text().references(() => users.id),
    requestedAt: instant().notNull(),
    paidAt: instant(),
    confirmedAt: instant(),
    calledAt: instant(),
    enteredAt: instant(),
    crossedAt: instant(),
    // When it was forfeited or called off; for one that the clock ended, the time that was missed.
    endedAt: instant(),
    endWords: text(),
    // When each mark was told, and what was unusual of its time; that its truck carries another order's goods too. Null of slots from before that was kept, and where nothing was told.
    told: json<ToldMarks>(),
    // How often its window was moved.
    moveCount: integer().notNull(),
    // When the market's clock looks at it; null where it waits for nothing.
    dueAt: instant(),
    version: integer().notNull(),
  },
  (slot) => [
    uniqueIndex("border_slots_by_number").on(slot.orderId, slot.number),
    // The timer.
    index("border_slots_by_due").on(slot.dueAt, slot.id),
    // Which other truck has the same hours or the same number.
    index("border_slots_by_window").on(slot.windowTo, slot.windowFrom),
    index("border_slots_by_booking").on(slot.bookingNumber, slot.system),
    // A file that is deleted must be none's proof.
    index("border_slots_by_proof").on(slot.proofFileId),
  ],
);
