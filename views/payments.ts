import { z } from "zod";
import { REFERENCE_KINDS } from "../domain/remittance/payment-reference";
import type { AgreedRate, WorseRate } from "../domain/remittance/rate-lock";
import { type EntryEvent, type EntryReason, REMITTANCE_STATES, RETURN_REASONS } from "../domain/remittance/remittance";
import { COST_BASES } from "../domain/remittance/return-cost";
import type { PaymentTransition } from "../domain/remittance/transitions";
import { CHANNELS, RETURN_COST_BEARERS } from "../domain/services/payment/choices";
import { payeeSchema } from "../domain/services/payment/schema";
import type { LocalDate } from "../domain/shared/time";
import { CURRENCIES, type Currency, type Money } from "../domain/shared/money";
import { wireMoneySchema } from "../domain/shared/wire-fields";
import { type View, id, money, time } from "./fields";

const lock = z.object({
  id,
  number: z.int(),
  base: z.enum(CURRENCIES),
  quote: z.enum(CURRENCIES),
  rate: z.string().meta({ description: "1 `base` is so many `quote`" }),
  reference: z.string(),
  lockedAt: time,
  expiresAt: time.meta({ description: "From this millisecond on it holds no more" }),
  needsConfirmation: z.boolean().meta({ description: "Worse than the contract's: holds once the buyer has taken it" }),
  confirmedAt: time.nullable(),
});

const sending = z.object({
  id,
  attempt: z.int(),
  state: z.enum(REMITTANCE_STATES),
  amount: money.nullable(),
  channel: z.enum(CHANNELS).nullable(),
  referenceKind: z.enum(REFERENCE_KINDS).nullable(),
  reference: z.string().nullable(),
  sentAt: time,
  receivedAt: time.nullable(),
  returned: z
    .object({
      at: time,
      reason: z.enum(RETURN_REASONS),
      amount: money,
      cost: money,
      borneBy: z.enum(RETURN_COST_BEARERS).nullable(),
      basis: z
        .enum(COST_BASES)
        .meta({ description: "By the bid's clause, open because it has none, or taken on by whoever bears it" }),
    })
    .nullable(),
  entries: z.array(
    z.object({
      event: z.string() as unknown as z.ZodType<EntryEvent, string>,
      occurredAt: time,
      reason: z.string().nullable() as unknown as z.ZodType<EntryReason | null, string | null>,
      words: z.string(),
      fileIds: z.array(id),
    }),
  ),
});

const balance = z
  .object({
    received: wireMoneySchema,
    sent: wireMoneySchema.meta({ description: "With the payee or on its way" }),
    fees: wireMoneySchema.meta({
      description:
        "Fees and costs that the provider withheld of the payment itself; once it was called off, what its return has cost, with what exchanging it back has cost or, below zero, brought",
    }),
    returned: wireMoneySchema.meta({ description: "To whoever had paid" }),
    held: wireMoneySchema.meta({
      description: "In the provider's account: all of it before it is sent, a surplus after",
    }),
    surplus: z
      .object({
        amount: wireMoneySchema,
        state: z.enum(["open", "asked", "declined", "kept"]).meta({
          description:
            "For the provider to settle, asked of the buyer, to be returned, or held for the next instalment",
        }),
        mayBeKept: z.boolean().meta({
          description:
            "Whether the buyer can be asked to have it held: another instalment follows, and it was not asked",
        }),
      })
      .nullable(),
    hold: z
      .object({
        remitter: z.string(),
        amount: wireMoneySchema.meta({ description: "What is left of the credit once a part of it went back" }),
        question: z.string().nullable().meta({ description: "What the buyer was asked last" }),
        state: z
          .enum(["to_explain", "to_decide"])
          .meta({ description: "The buyer owes a word, or the provider decides" }),
      })
      .nullable()
      .meta({ description: "Money of a third-party payer, which is not sent on before the provider has accepted it" }),
    refund: z
      .object({
        remitters: z.array(z.string()).meta({ description: "To whom it goes" }),
        amount: wireMoneySchema.meta({ description: "Whole, in the currency in which it is held" }),
        isFromBank: z
          .boolean()
          .meta({ description: "Whether the payment had been sent and came back from the bank, less its costs" }),
      })
      .nullable()
      .meta({ description: "What goes back next, where the order was called off" }),
    refunds: z
      .array(
        z.object({
          amount: wireMoneySchema,
          valueDate: z.string() as unknown as z.ZodType<LocalDate, string>,
          reference: z.string(),
        }),
      )
      .meta({ description: "What went back of money that had come back from the bank" }),
  })
  .meta({
    id: "FundsBalance",
    description: "In the payer's currency: received = sent + fees + returned + held, to the minor unit",
  });

/** The rates and sendings of a payment order. */
export const orderPayment = z
  .object({
    orderId: id,
    promisedLockMinutes: z.int().nullable(),
    payee: payeeSchema.nullable().meta({
      description: "Who is to be paid now. To the two parties only; null where the request names none",
    }),
    payees: z
      .array(
        z.object({
          attempt: z.int().meta({ description: "The sending that came back" }),
          at: time,
          payee: payeeSchema,
          before: payeeSchema.nullable(),
        }),
      )
      .meta({
        description: "What the buyer gave anew after money came back, the oldest first; to the two parties only",
      }),
    channel: z.enum(CHANNELS).nullable(),
    returnCostBorneBy: z.enum(RETURN_COST_BEARERS).nullable(),
    funds: balance.nullable().meta({ description: "Null before anything has come in" }),
    locks: z.array(lock),
    sendings: z.array(sending),
    version: z.int().meta({ description: "Of the order" }),
  })
  .meta({ id: "OrderPayment" });

/** How money fares on a corridor, from the market's own orders. */
export const corridorHealth = z
  .object({
    payerCountry: z.string(),
    payeeCountry: z.string(),
    currency: z.enum(CURRENCIES),
    channel: z.enum(CHANNELS).nullable().meta({ description: "Null where bids named none" }),
    orders: z.int(),
    sendings: z.int(),
    returned: z.int(),
    returnRateBps: z.int().meta({ description: "Of all sendings; hundredths of a percent" }),
    received: z.int(),
    medianSettleMs: z.int().nullable().meta({ description: "From sent to received" }),
    p90SettleMs: z.int().nullable(),
    frozen: z.int(),
  })
  .meta({ id: "CorridorHealth" });

export type Sending = Omit<View<typeof sending>, "entries"> & {
  /** Each with its number in the history. */
  readonly entries: readonly (View<typeof sending>["entries"][number] & { readonly seq: number })[];
};

export type RateLock = View<typeof lock> & {
  readonly isLive: boolean;
  /** Whether the next lock ended it before the buyer had taken it. */
  readonly isReplaced: boolean;
  /** Whether money was sent under it. */
  readonly isUsed: boolean;
  /** By how much it is worse than agreed while the buyer has not taken it; null of any other. */
  readonly worse: WorseRate | null;
};

/** The rates and sendings of a payment order, to its two parties. */
export type OrderPayment = Omit<View<typeof orderPayment>, "locks" | "sendings"> & {
  readonly locks: readonly RateLock[];
  readonly sendings: readonly Sending[];
  /** Null where no currencies are exchanged. */
  readonly pair: { readonly payerCurrency: Currency; readonly payeeCurrency: Currency } | null;
  readonly currencies: readonly Currency[];
  readonly amount: Money | null;
  /** Below what a locked rate waits for the buyer. */
  readonly agreedRate: AgreedRate;
  readonly returnDays: number | null;
  /** What came back exchanged and is sent again under no other rate; null where there is none. */
  readonly exchanged: Money | null;
  /** The first sending whose return has cost what nobody bears yet; null where there is none. */
  readonly openCostOf: number | null;
  /** What the viewer may do now. */
  readonly transitions: readonly PaymentTransition[];
};
