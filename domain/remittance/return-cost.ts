import { RETURN_COST_BEARERS } from "../services/payment/choices";
import { type Money, money } from "../shared/money";
import { accept, type Refusal, type Result, refuse } from "../shared/result";

export type CostBearer = (typeof RETURN_COST_BEARERS)[number];

/** Who bears what a return has cost: by the bid's clause, or what the provider says while nothing is agreed. */
export type BorneCost = {
  readonly borneBy: CostBearer | null;
  readonly basis: "bid" | "open";
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
  if (said !== null && said !== clause) return refuse("bearer_by_bid", { bearer: clause });
  return accept({ borneBy: clause, basis: "bid" });
}

type Returned = { readonly amount: Money; readonly cost: Money | null };

export type ReturnRefusal = Refusal<"return_currency" | "return_above_sent">;

/**
 * What came back and what that cost. Refuses another currency than was sent, and more than was sent. Without a cost that was given it is what is
 * missing; where nobody knows what was sent it is nothing.
 */
export function returnedOf(
  sent: Money | null,
  { amount, cost }: Returned,
): Result<Required<{ amount: Money; cost: Money }>, ReturnRefusal> {
  if (sent && amount.currency !== sent.currency) return refuse("return_currency", { currency: sent.currency });
  if (sent && amount.minor > sent.minor) return refuse("return_above_sent");
  const missing = money(sent ? sent.minor - amount.minor : 0n, amount.currency);
  return accept({ amount, cost: cost ?? missing });
}
