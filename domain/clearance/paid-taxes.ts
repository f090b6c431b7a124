import type { CustomsTerms } from "../services/customs/terms";
import type { PaidTaxes } from "../orders/dispute-ruling";
import { convert, type ExchangeRate } from "../shared/exchange-rate";
import type { LocalDate } from "../shared/time";
import { add, type Money, money, sum } from "../shared/money";
import { dueMinor } from "./assessment";
import type { Declaration, DeclarationSide } from "./declaration";
import { isNothingOwed } from "./transitions";

type Paid = Pick<Declaration, "side" | "state" | "currency" | "assessment" | "paidMinor">;

type Order = {
  readonly sides: readonly DeclarationSide[];
  readonly asked: number;
  readonly declarations: readonly Paid[];
};

/** Whether the customs have been paid for all that the order declares: on the side that goods enter nothing is left to assess or to pay, and nowhere anything to pay. */
function isAllPaid({ sides, asked, declarations }: Order): boolean {
  const entering = declarations.filter(({ side }) => side === sides.at(-1));
  return (
    declarations.some(({ assessment }) => assessment !== null) &&
    declarations.every((one) => dueMinor(one) === 0n) &&
    entering.length >= asked &&
    entering.every(isNothingOwed)
  );
}

/** Sums by currency, in the order in which the currencies come first. */
function byCurrency(declarations: readonly Paid[]): Money[] {
  const sums = new Map<string, Money>();
  for (const { currency, paidMinor } of declarations) {
    const paid = money(paidMinor, currency);
    const before = sums.get(currency);
    if (paidMinor > 0n) sums.set(currency, before ? add(before, paid) : paid);
  }
  return [...sums.values()];
}

type Contract = {
  /** Duty, tax and fees of the customs that the contract price holds. */
  readonly estimated: Money;
  /** As the bid says; of one that does not, the provider pays what its price holds. */
  readonly dutyPaidBy: CustomsTerms["dutyPaidBy"];
  /** The day of the contract and the rates that were known on it. */
  readonly day: LocalDate;
  readonly rates: readonly ExchangeRate[];
  /** Whether the order was called off, so that nothing more is assessed or paid for it. */
  readonly isCalledOff?: boolean;
};

/**
 * What the customs were paid for an order against what its contract price estimates, once nothing is left to assess or to pay; null before, since
 * the estimate stands until then; of an order that was called off what was paid before stands, and nothing is estimated any more. What was paid in another currency than the contract's is converted at the rates of the day of the contract; where one is missing, the sum
 * is not known. A declaration that the customs have refused cost nothing.
 */
export function paidTaxes(
  order: Order,
  { estimated, dutyPaidBy, day, rates, isCalledOff = false }: Contract,
): PaidTaxes | null {
  const declarations = order.declarations.filter(({ state }) => state !== "refused");
  if (!isCalledOff && !isAllPaid({ ...order, declarations })) return null;
  const paid = byCurrency(declarations);
  const converted = paid.map((amount) => convert(amount, estimated.currency, rates, day));
  const known = converted.flatMap((one) => (one.ok ? one.value : []));
  const isOwn = dutyPaidBy === undefined ? estimated.minor === 0n : dutyPaidBy === "client_account";
  return {
    ...{ estimated, paid, day, paidBy: isOwn ? "buyer" : "provider" },
    converted:
      known.length < paid.length
        ? null
        : sum(
            known.map(({ amount }) => amount),
            estimated.currency,
          ),
    rates: known.flatMap((one) => one.rates),
  };
}
