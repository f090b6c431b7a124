import { z } from "zod";
import { CURRENCIES, type Money, MINOR_MAX } from "./money";

/** Money as JSON carries it: `minor` is a whole number of minor units of an ISO 4217 currency. */
export type WireMoney = { readonly minor: number; readonly currency: Money["currency"] };

const LIMIT = Number(MINOR_MAX);

export const wireMoneySchema = z.strictObject({
  minor: z.int().min(-LIMIT).max(LIMIT).meta({ description: "Whole minor units (fen, cents, tiyn)" }),
  currency: z.enum(CURRENCIES).meta({ description: "ISO 4217 code" }),
});

export const toWireMoney = ({ minor, currency }: Money): WireMoney => ({ minor: Number(minor), currency });

export const readWireMoney = ({ minor, currency }: WireMoney): Money => ({ minor: BigInt(minor), currency });

/** Reads wire money into exact `Money`; `z.encode` writes it back, so a stored JSON document round-trips. */
export const moneySchema = z.codec(wireMoneySchema, z.custom<Money>(), {
  decode: readWireMoney,
  encode: toWireMoney,
});

/** Wire money of zero or more, as prices are. */
export const priceSchema = moneySchema.refine(({ minor }) => minor >= 0n, "amount_negative");
