import { PAYEE } from "../domain/services/examples";
import type { Actor } from "../domain/access/policy";
import { HOUR_MS, later, toIso } from "../domain/shared/time";
import { biddingMarket, CLOSES, offerOfThree } from "./bidding-market";

/** Ten thousand dollars to a supplier in China. */
export const PAYMENT = {
  need: "supplier_payment",
  payerCurrency: "USD",
  payeeCurrency: "CNY",
  ...PAYEE,
  amount: { minor: 1_000_000, currency: "USD" },
};

/** Six hours after the close. */
export const QUOTE_ENDS = later(CLOSES, 6 * HOUR_MS);

type Quote = { readonly spreadBps?: number; readonly feeMinor?: number; readonly terms?: object };

/** A quote in dollars: a spread, a fee a payout, and terms. */
export const quoteOf = ({ spreadBps = 30, feeMinor = 3_500, terms = {} }: Quote = {}) => ({
  ...offerOfThree("USD"),
  charges: [
    { code: "FXS", basis: "bps_of_amount", rateBps: spreadBps },
    { code: "PAY", basis: "payout", unitPrice: { minor: feeMinor, currency: "USD" } },
  ],
  exclusions: [],
  remarks: "",
  terms,
});

export const EXPIRING = { channel: "cips", lockMinutes: 1_440, expiresAt: toIso(QUOTE_ENDS) };

/** A deal with an open request for a payment beside its request for customs, and two providers who may quote. */
export async function paymentMarket(bidding: object = {}, spec: object = PAYMENT) {
  const made = await biddingMarket(bidding);
  for (const provider of ["provider", "provider2"] as const) await made.list(provider, "payment");
  const paymentId = await made.ask("payment", spec);
  return {
    ...made,
    paymentId,
    quote: (by: Actor = made.actors.provider, quote: Quote = {}) => made.bid(by, quoteOf(quote), paymentId),
    closePayment: () => made.closeAtItsTime(paymentId),
  };
}
