import { z } from "zod";
import { FIELD_ROLES } from "../domain/access/field-role";
import { MODES } from "../domain/hubs/place";
import { DISPUTED_SUMS } from "../domain/orders/dispute-ruling";
import { DECLARED_IN, type DeclaredIn } from "../domain/orders/document-numbers";
import type { Due, DueStart } from "../domain/orders/due";
import { positionSchema } from "../domain/orders/evidence-schema";
import type { DisputeStep, Milestone } from "../domain/orders/order";
import type { Mover, OrderTurn } from "../domain/orders/order-turn";
import type { SlotPlates } from "../domain/orders/slots/plates";
import { EVIDENCE_KINDS, type EvidenceField } from "../domain/services/evidence";
import { RELATIONSHIPS } from "../domain/services/payment/choices";
import { LATE_REASONS } from "../domain/services/work-reasons";
import type { LocalDate } from "../domain/shared/time";
import type { Money } from "../domain/shared/money";
import { wireMoneySchema } from "../domain/shared/wire-fields";
import {
  type HubWithClock,
  type LineState,
  type NamedPlace,
  ORDER_STATES,
  type OrderState,
  type Service,
  SERVICES,
} from "../domain/shared/vocabulary";
import { charge, commercialTerms } from "./bids";
import type { ChainGate } from "./chain";
import { exchangeRate } from "./duties";
import { type View, day, id, money, party, time } from "./fields";
import { lateStep } from "./late-step";
import { way } from "./deals";

const row = {
  id,
  reference: z.string().meta({ example: "KO-2611-7F3K2Q" }),
  service: z.enum(SERVICES),
  state: z.enum(ORDER_STATES),
  title: z.string(),
  side: z.enum(["buyer", "provider"]).meta({ description: "Which one your organisation is" }),
  buyer: party,
  provider: party,
  hubId: z.string(),
  isBorderHub: z.boolean(),
  originId: z.string(),
  destinationId: z.string(),
  mode: z.enum(MODES),
  price: money,
  contractedAt: time,
  late: lateStep.nullable().meta({
    description:
      "The step that the provider is late with now, else the last one reported where that was late; of a completed order the step that was late by most; null where it was cancelled or goes as was promised",
  }),
};

/** An order as a line of a list: who, what, through which hub. */
export const orderRow = z.object(row).meta({ id: "OrderRow" });

const place = z.object({ latE6: z.int(), lonE6: z.int() });

const evidence = z
  .object({
    seals: z.array(z.string()).optional(),
    containerNumber: z.string().optional(),
    wagonNumber: z.string().optional(),
    airWaybill: z.string().optional(),
    cmrNumber: z.string().optional(),
    roadWaybill: z.string().optional(),
    smgsNumber: z.string().optional(),
    tirCarnet: z.string().optional(),
    declarations: z.array(z.object({ country: z.enum(DECLARED_IN), number: z.string() })).optional(),
    tractorPlate: z.string().optional(),
    trailerPlate: z.string().optional(),
    grossWeightGrams: z.int().optional(),
    position: positionSchema
      .nullable()
      .optional()
      .meta({ description: "Null where whoever reported did not want to say where they were" }),
    photos: z
      .array(
        z.object({
          fileId: id,
          originalSha256: z.string().meta({ description: "Of the picture as the camera made it" }),
          takenAt: time.nullable(),
          takenPosition: place.nullable(),
        }),
      )
      .optional(),
    field: z
      .object({
        linkId: id,
        role: z.enum(FIELD_ROLES),
        person: z.string(),
        clockDriftMs: z.int().meta({ description: "How far the phone's clock was ahead when it sent" }),
      })
      .optional()
      .meta({ description: "Where it came by a field link" }),
    struck: z
      .object({ reason: z.string(), by: z.string(), at: time })
      .optional()
      .meta({ description: "Of a report from the field that was struck: why, by whom and when" }),
    confirmed: z.array(z.string()).optional().meta({
      description: "Codes of what was doubtful of the numbers, where whoever told of them says that they are right",
    }),
    papersReason: z.string().optional().meta({ description: "Why papers were complete although some were missing" }),
    passedReason: z.string().optional().meta({ description: "Why steps before it did not occur" }),
    late: z
      .object({
        dueAt: time,
        reason: z
          .enum(LATE_REASONS)
          .nullable()
          .meta({ description: "Null where nobody could be asked, as of a phone in the field" }),
        words: z.string().nullable(),
      })
      .optional()
      .meta({
        description: "Of a step that was done after it was due: by when it was to be done, and why it came later",
      }),
    funds: z
      .object({
        receipts: z.array(
          z.object({
            amount: wireMoneySchema,
            valueDate: z.string() as unknown as z.ZodType<LocalDate, string>,
            remitter: z.string(),
            thirdPartyReason: z
              .string()
              .nullable()
              .meta({ description: "Where somebody else than the buyer has paid, or a payee itself" }),
            isPayee: z
              .literal(true)
              .optional()
              .meta({ description: "Where the payee of a collection itself has paid" }),
            contract: z.string().optional().meta({ description: "Under which a customer pays, of a collection" }),
            returns: z
              .array(
                z.object({
                  amount: wireMoneySchema,
                  valueDate: z.string() as unknown as z.ZodType<LocalDate, string>,
                  reference: z.string(),
                  recordedAt: time,
                }),
              )
              .optional()
              .meta({ description: "What of it went back to the remitter" }),
            explanations: z
              .array(
                z.object({
                  askedAt: time,
                  question: z.string(),
                  answer: z.object({ at: time, relationship: z.enum(RELATIONSHIPS), words: z.string() }).nullable(),
                }),
              )
              .optional()
              .meta({ description: "What the buyer was asked of a payer that was not to pay, and has said" }),
            accepted: z
              .object({ relationship: z.enum(RELATIONSHIPS), document: z.string(), recordedAt: time })
              .optional()
              .meta({ description: "Why the provider takes the money of such a payer" }),
          }),
        ),
        surplus: wireMoneySchema
          .optional()
          .meta({ description: "What is more than the amount asks for, in the payer's currency" }),
        kept: z
          .object({ askedAt: time, answeredAt: time.nullable(), isAgreed: z.boolean().nullable() })
          .optional()
          .meta({
            description: "That the buyer was asked to have the surplus held for the next instalment, and its answer",
          }),
        difference: wireMoneySchema
          .nullable()
          .meta({ description: "Below zero what is still missing of the amount, above zero what is too much" }),
      })
      .optional()
      .meta({ description: "What came in from the payer; the step waits until nothing is missing" }),
    registered: z
      .array(z.object({ country: z.string(), number: z.string() }))
      .optional()
      .meta({ description: "Of a step that a declaration has taken: the numbers that the customs have given" }),
  })
  .meta({ id: "Evidence" });

const milestone = z.object({
  code: z.string(),
  isDelivery: z.boolean(),
  occurredAt: time.nullable(),
  reportedAt: time.nullable(),
  note: z.string().nullable(),
  earliestAt: time.nullable().meta({
    description:
      "Where it was reported as happening sooner than it can have: the time before which it cannot. It counts for no figure",
  }),
  earlyReason: z.string().nullable().meta({ description: "Why it happened so early all the same" }),
  evidence: evidence.nullable().meta({ description: "What was said beside it" }),
  missingEvidence: z
    .array(z.enum(EVIDENCE_KINDS))
    .meta({ description: "What the step is expected to bring and has not; nothing while it has not happened" }),
  fileIds: z.array(id).meta({ description: "What was put to it: `GET /api/v1/files/{fileId}`" }),
});

const openCharge = z.object({
  ...{ disputeId: id, about: z.enum(["waiting", "charge"]), amount: money, since: time },
  isInTotal: z.boolean().meta({ description: "Whether `total` holds it, as it does no charge on top" }),
});

const paidTaxes = z
  .object({
    estimated: money.meta({ description: "Duty, tax and fees that the contract price holds" }),
    paid: z.array(money).meta({ description: "By the receipts, in the currencies in which the customs were paid" }),
    converted: money.nullable().meta({ description: "In the currency of the contract; null where a rate is missing" }),
    rates: z.array(exchangeRate),
    day: day.meta({ description: "Of the contract, whose rates hold" }),
    paidBy: z.enum(["buyer", "provider"]).meta({
      description:
        "The buyer from its own account with the customs, which it owes the provider nothing for; or the provider",
    }),
  })
  .meta({ id: "PaidTaxes" });

/** One order, as both its parties read it. */
export const order = z
  .object({
    ...row,
    ...{ dealId: id, requestId: id },
    bidId: id.meta({ description: "The bid that won, by which the thread of the order is named" }),
    grossWeightGrams: z.int(),
    charges: z.array(charge),
    ...commercialTerms,
    alternative: z
      .string()
      .nullable()
      .meta({ description: "What the bidder called the alternative that was awarded; null for its main offer" }),
    packageDiscount: z
      .object({ services: z.array(z.enum(SERVICES)), discountBps: z.int(), amount: money })
      .nullable()
      .meta({ description: "Taken off the sum of the charges: the bids of one award reached this package together" }),
    agreedExtras: z
      .array(z.object({ hubId: id, amount: money, agreedAt: time }))
      .meta({ description: "What the buyer pays on top of `price` for going through another hub, as both agreed" }),
    visitCharges: z.array(z.object({ round: z.int(), amount: money, checkedInAt: time })).meta({
      description:
        "What re-inspections cost the buyer on top of `price`, at the bid's price for one and from the arrival of the inspector on",
    }),
    rulings: z
      .array(
        z.object({
          ...{ disputeId: id, at: time, isAgreed: z.boolean() },
          about: z.enum(DISPUTED_SUMS),
          ...{ inDispute: money, shareBps: z.int(), toProvider: money, toBuyer: money },
          earlier: id.optional().meta({
            description:
              "Of a charge that had been in dispute before: that dispute, of which this divides what is left",
          }),
        }),
      )
      .meta({
        description:
          "The last ruling or agreement about the contract price and about the waiting charge, and each about a charge on top that was not agreed",
      }),
    openCharge: openCharge.nullable().meta({ description: "In a dispute that has not ended: not payable until then" }),
    sumDue: z
      .object({
        ...{ contract: money, extras: money, reinspections: money },
        ...{ waiting: money, openWaiting: money, disputedCharges: money, total: money },
        taxes: paidTaxes.nullable(),
      })
      .meta({
        description:
          "What the buyer owes as of now: the contract price, what was agreed on top, the re-inspections that were made and the waiting charge, less what rulings leave to the buyer; of a clearance whose taxes are paid with what the provider paid in place of what the contract price estimates. `openWaiting` is what no ruling has settled of the waiting charge, `disputedCharges` the charges that were not agreed and of which rulings say how much is due",
      }),
    transitDays: z.object({ min: z.number(), max: z.number() }).nullable().meta({
      description:
        "As the bid promised, null where it promised hours in place of days; of customs they run from complete papers, with the goods before the customs where the deal has a logistics order",
    }),
    promisedHours: z.object({ field: z.string(), hours: z.int() }).nullable().meta({
      description:
        "The hours by which the delivery is due in place of the days, and the term of the bid that says them; null where the days count",
    }),
    milestones: z.array(milestone).meta({ description: "In the order of reporting" }),
    witnesses: z
      .array(
        z.object({
          code: z.string(),
          occurredAt: time,
          receivedAt: time,
          note: z.string().nullable(),
          evidence: evidence,
          isReopened: z.boolean().meta({ description: "What the step had been told with before it was reopened" }),
          reporterName: z.string().nullable().meta({ description: "Who told it by an account" }),
        }),
      )
      .meta({
        description: "What has been told beside the steps' own reports, by field links and before a step was reopened",
      }),
    changeRequests: z
      .array(z.object({ round: z.int(), words: z.string(), requestedAt: time, requesterName: z.string() }))
      .meta({ description: "Deliveries that the buyer did not take: what is to be changed, the first first" }),
    way,
    deliveredAt: time.nullable(),
    acceptedAt: time.nullable(),
    autoAcceptAt: time.nullable().meta({ description: "When acceptance follows by itself" }),
    completedAt: time.nullable(),
    cancelledAt: time.nullable(),
    cancelReason: z.string().nullable(),
    contacts: z.array(z.object({ name: z.string(), email: z.string() })).meta({ description: "Of the other party" }),
    version: z.int(),
  })
  .meta({ id: "Order" });

export type OrderRow = View<typeof orderRow> & {
  /** How far it is, whatever keeps it from going on. */
  readonly line: LineState;
  readonly hub: HubWithClock;
  readonly origin: NamedPlace;
  readonly destination: NamedPlace;
  readonly turn: OrderTurn;
  readonly mover: Mover;
  /** What is to be done next in its dispute; null where none runs. */
  readonly dispute: DisputeStep | null;
  /** Messages of the other side that the viewer's organisation has not read. */
  readonly unread: number;
};

type Order = View<typeof order>;

export type OrderMilestone = Milestone & Order["milestones"][number];

/** Where a step is done that no report tells: in a room of the order, by what is done there, to which of its records where there are several. */
export type StepForm = {
  readonly room: "clearance" | "remittance" | "inspections";
  readonly transition: string | null;
  readonly of: string | null;
};

/** What the bid that won promised and charges, and what the order comes to. */
export type OrderBill = Pick<
  Order,
  | keyof typeof commercialTerms
  | "charges"
  | "alternative"
  | "packageDiscount"
  | "visitCharges"
  | "rulings"
  | "openCharge"
  | "sumDue"
  | "transitDays"
  | "promisedHours"
> & {
  readonly requestReference: string;
  /** The first one first. */
  readonly agreedExtras: readonly (Order["agreedExtras"][number] & { readonly to: NamedPlace })[];
};

/** Everything that both parties see of their order. */
export type OrderPage = Omit<Order, "milestones" | "witnesses" | "agreedExtras"> &
  OrderRow &
  OrderBill & {
    readonly dealReference: string;
    /** By when what the order waits for now is due; null where nobody promised. */
    readonly due: Due | null;
    /** From what the next promised time is counted, or what it waits for; null where its kind says nothing of it. */
    readonly dueStart: DueStart | null;
    /** How far the deal's log and its hub's board had gone before the order was read. */
    readonly dealSeq: number;
    readonly milestones: readonly OrderMilestone[];
    /** What has been told beside the steps' own reports, in the order in which it came. */
    readonly witnesses: readonly Witness[];
    /** The plates of the trucks and of the trailers whose slots are open or were used. */
    readonly slotPlates: SlotPlates;
    /** Steps whose report would be refused whatever it says: a closed gate stops them, or they follow from a record that the order keeps. */
    readonly stoppedCodes: readonly string[];
    /** Where the next step is done, of one that follows from such a record; null where it is reported. */
    readonly nextForm: StepForm | null;
    /** Whether the buyer may ask for changes of what is delivered: what is kept on site is decided on there. */
    readonly takesChanges: boolean;
    /** The closed gates that it waits for, one by one, and whether the viewer may open or state them for the buyer. */
    readonly waits: { readonly gates: readonly ChainGate[]; readonly mayWaive: boolean; readonly mayState: boolean };
    /** The numbers and weights that a report of its steps can give. */
    readonly fields: readonly EvidenceField[];
    /** The countries whose declarations a report can give the number of. */
    readonly declaredIn: readonly DeclaredIn[];
    readonly places: Readonly<Record<string, NamedPlace & { readonly country: string }>>;
    /** The deal's orders that the viewer is a party of, this one too, in the order of services. */
    readonly siblings: readonly {
      readonly id: string;
      readonly reference: string;
      readonly service: Service;
      readonly state: OrderState;
    }[];
  };

/** Beside a step's own report: what came by a link once it was reported or from a party that does not report, and what it had been told with before it was reopened. */
export type Witness = Order["witnesses"][number] & { readonly id: string };

/** What a finished order of a deal came to. */
export type OrderDue = Pick<OrderRow, "id" | "reference" | "service"> & { readonly due: Money };

/** What the orders of a finished deal came to, service by service, and their sums, one a currency. */
export type DealSum = { readonly rows: readonly OrderDue[]; readonly totals: readonly Money[] };
