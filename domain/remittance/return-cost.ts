import { checkWholeSent } from "../services/payment/funds";
import { RETURN_COST_BEARERS } from "../services/payment/choices";
import { type Currency, type Money, money, toDecimal } from "../shared/money";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import { isToBeSent, type RemittanceState } from "./remittance";

export type CostBearer = (typeof RETURN_COST_BEARERS)[number];

/**
 * By what it stands who bears a cost: the bid's clause, or the word of the party that has taken it on itself. While it is open, `borneBy` is
 * only what the provider says of it.
 */
export const COST_BASES = ["bid", "open", "taken"] as const;

/** Who bears what a return has cost. */
export type BorneCost = {
  readonly borneBy: CostBearer | null;
  readonly basis: (typeof COST_BASES)[number];
};

/**
 * Who bears the cost of a return. The bid's clause decides, and another bearer than its is refused (`bearer_by_bid`); where the bid says
 * nothing the cost is open, with what the provider says of it, if anything.
 */
export function costBearer(
  clause: CostBearer | null,
  said: CostBearer | null,
): Result<BorneCost, Refusal<"bearer_by_bid">> {
  if (clause === null) return accept({ borneBy: said, basis: "open" });
  if (said !== null && said !== clause) return refuse("bearer_by_bid", { field: "costBorneBy", bearer: clause });
  return accept({ borneBy: clause, basis: "bid" });
}

export type TakeCostRefusal = Refusal<"no_open_cost">;

/**
 * The cost of a return on the side that takes it on itself: nobody can put it on the other. Refuses (`no_open_cost`) what has not come back, what
 * the bid's clause decides and what somebody bears already; `basis` is null where nothing has come back.
 */
export function takeCost(
  basis: BorneCost["basis"] | null,
  side: "buyer" | "provider",
): Result<{ readonly borneBy: CostBearer; readonly basis: "taken" }, TakeCostRefusal> {
  if (basis !== "open") return refuse("no_open_cost");
  return accept({ borneBy: side === "buyer" ? "payer" : "provider", basis: "taken" });
}

/** The last sending of an order's money, as far as it says what has been exchanged; `currency` is the payee's. */
type LastSending = {
  readonly state: RemittanceState;
  readonly currency: Currency;
  readonly amountMinor: bigint | null;
  readonly returnedMinor: bigint | null;
  readonly returnedCurrency: Currency | null;
  readonly costBorneBy: CostBearer | null;
};

/**
 * What is to be sent again without another rate: money that came back in the payee's currency is exchanged already. It is what came back, or, where
 * the provider bears what the return has cost, all that was sent. Null where nothing came back, or in another currency.
 */
export function exchangedAlready(last: LastSending | null): Money | null {
  if (last?.state !== "returned" || last.returnedCurrency !== last.currency) return null;
  const { amountMinor, returnedMinor, costBorneBy, currency } = last;
  const minor = costBorneBy === "provider" ? (amountMinor ?? returnedMinor) : returnedMinor;
  return minor === null || minor <= 0n ? null : money(minor, currency);
}

export type SentAgainRefusal = Refusal<"money_exchanged" | "sent_short" | "sent_below_due">;

/**
 * Whether what came back may be sent again as this amount. Money that is exchanged already goes in the payee's currency (`money_exchanged`); where
 * the provider bears what the return has cost, by the bid or by its own word, the payee gets no less than was sent at first (`sent_short`), and else no less than came back (`sent_below_due`).
 */
export function maySendAgain(
  last: (LastSending & { readonly costBasis: BorneCost["basis"] | null }) | null,
  amount: Money | null,
): Result<void, SentAgainRefusal> {
  const back = exchangedAlready(last);
  if (!last || !back || !amount) return accept(undefined);
  if (amount.currency !== back.currency) return refuse("money_exchanged", { currency: back.currency });
  const isProviders = last.costBorneBy === "provider" && last.costBasis !== "open";
  if (isProviders) return amount.minor < back.minor ? refuse("sent_short") : accept(undefined);
  return checkWholeSent(amount, money(last.returnedMinor ?? 0n, back.currency));
}

export type ExchangedRefusal = Refusal<"exchanged_already" | "payment_on_its_way">;

/**
 * Whether a rate may be locked after the last sending. What came back exchanged is sent again as it is (`exchanged_already` with its currency), and
 * what is on its way was exchanged when it was sent.
 */
export function mayBeExchanged(
  last: (LastSending & { readonly attempt: number }) | null,
): Result<void, ExchangedRefusal> {
  const back = exchangedAlready(last);
  if (back) return refuse("exchanged_already", { currency: back.currency });
  return last && !isToBeSent(last.state) ? refuse("payment_on_its_way", { attempt: last.attempt }) : accept(undefined);
}

type Returned = {
  readonly amount: Money;
  readonly cost: Money | null;
  /** Whether what the cost is above what is missing was charged apart, and not kept of the money. */
  readonly isCostApart: boolean;
};

export type ReturnRefusal = Refusal<
  "return_currency" | "return_above_sent" | "return_cost_short" | "return_cost_apart"
>;

/**
 * What came back and what that cost. Refuses another currency than was sent, and more than was sent. Without a cost that was given it is what is
 * missing; where nobody knows what was sent it is nothing. A cost in the currency that was sent is no less than what is missing
 * (`return_cost_short`), and more only where the rest was charged apart (`return_cost_apart`); one in another currency was.
 */
export function returnedOf(
  sent: Money | null,
  { amount, cost, isCostApart }: Returned,
): Result<Required<{ amount: Money; cost: Money }>, ReturnRefusal> {
  if (sent && amount.currency !== sent.currency)
    return refuse("return_currency", { field: "amountReturned", currency: sent.currency });
  if (sent && amount.minor > sent.minor) return refuse("return_above_sent", { field: "amountReturned" });
  const missing = money(sent ? sent.minor - amount.minor : 0n, amount.currency);
  if (sent && cost?.currency === missing.currency) {
    const figures = { currency: missing.currency, missing: toDecimal(missing) };
    if (cost.minor < missing.minor) return refuse("return_cost_short", { field: "cost", ...figures });
    const apart = toDecimal(money(cost.minor - missing.minor, missing.currency));
    if (cost.minor > missing.minor && !isCostApart)
      return refuse("return_cost_apart", { field: "isCostApart", ...figures, apart });
  }
  return accept({ amount, cost: cost ?? missing });
}
