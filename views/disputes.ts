import { z } from "zod";
import { DISPUTE_CODES, DISPUTE_STATES, type DividedCharge } from "../domain/disputes/dispute";
import { endingSchema } from "../domain/disputes/dispute-schema";
import { DISPUTED_SUMS } from "../domain/orders/dispute-ruling";
import type { ShownFile } from "../domain/files/file";
import type { KeptLate } from "../domain/orders/due";
import type { OrderBill, OrderMilestone, OrderPage } from "./orders";
import { SERVICES } from "../domain/shared/vocabulary";
import type { Instant } from "../domain/shared/time";
import type { DelayWait, GivenReason } from "./delay";
import { type View, id, money, party, time } from "./fields";
import type { BorderSlot } from "./slots";

const side = z.enum(["buyer", "provider"]);

const entry = z.object({
  seq: z.int(),
  by: side,
  at: time,
  words: z.string(),
  fileIds: z.array(id),
  offer: endingSchema.nullable(),
  isStanding: z.boolean().meta({ description: "Whether its offer can be taken: the last one of its writer" }),
});

/** A dispute as its parties and administrators read it. */
export const dispute = z
  .object({
    id,
    orderId: id,
    order: z
      .object({
        reference: z.string(),
        title: z.string(),
        service: z.enum(SERVICES),
        price: money,
        buyer: party,
        provider: party,
      })
      .meta({ description: "The order that it is about" }),
    state: z.enum(DISPUTE_STATES),
    code: z.enum(DISPUTE_CODES),
    words: z.string(),
    openedBy: side,
    openedAt: time,
    mayEscalateAt: time.meta({ description: "From when on a party may take it to the market" }),
    escalatesAt: time.meta({ description: "When it goes to the market by itself" }),
    escalatedAt: time.nullable(),
    evidenceEndsAt: time.nullable(),
    decideBy: time.nullable(),
    about: z.enum(DISPUTED_SUMS).meta({
      description:
        "What an ending shares: the contract price, of a clearance the broker's own price without duty and tax, what the buyer owes for the waits of a haul, or a charge on top of the contract price that was not agreed",
    }),
    earlier: id.nullable().meta({
      description:
        "Of a charge that had been in dispute before: that dispute, of which this one divides what it left to the provider",
    }),
    inDispute: money.meta({
      description: "The sum that `shareBps` is a share of; of a waiting charge as of now, once it has ended as of then",
    }),
    entries: z.array(entry),
    ending: endingSchema.extend({ words: z.string(), at: time, isAgreed: z.boolean() }).nullable(),
  })
  .meta({ id: "Dispute" });

export type Dispute = View<typeof dispute>;
export type DisputeEntry = View<typeof entry>;

/** A step of the order: when it was to happen and did, why it was late, and what was shown of it. */
export type DisputedStep = Pick<OrderMilestone, "code" | "occurredAt" | "reportedAt" | "evidence"> & {
  readonly note: string;
  /** Null where nobody promised it. */
  readonly dueAt: Instant | null;
  readonly late: KeptLate | null;
};

/**
 * A slot of one of the order's trucks, as far as a dispute can be about it: `faultWords` say why the one that it replaces was booked anew,
 * `endWords` why it was itself called off.
 */
export type DisputedSlot = Pick<
  BorderSlot,
  | ("number" | "windowFrom" | "windowTo" | "state" | "tractorPlate" | "crossing")
  | ("replaces" | "atFault" | "faultWords" | "endWords")
>;

/** What has happened to the order that a dispute is about and what it promised and charges, for the market that decides it. */
export type DisputedOrder = OrderBill &
  Pick<OrderPage, "id" | "service" | "mode" | "line" | "contractedAt" | "price" | "grossWeightGrams" | "slotPlates"> & {
    /** In the order of the kind. */
    readonly steps: readonly DisputedStep[];
    /** The waits of a carriage, with the free time, the closed hours and the prices of its bid. */
    readonly waits: readonly DelayWait[];
    readonly segments: readonly GivenReason[];
    readonly slots: readonly DisputedSlot[];
    readonly files: readonly ShownFile[];
  };

/** The disputes of an order as one of its parties sees them. */
export type OrderDisputes = {
  readonly side: "buyer" | "provider";
  readonly order: Dispute["order"];
  readonly mayOpen: boolean;
  readonly mayWrite: boolean;
  /** Its own and the other's files of the order, to point to. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly disputes: readonly Dispute[];
  /** Charges that its disputes have divided, each by the last one about it. */
  readonly dividedCharges: readonly DividedCharge[];
};
