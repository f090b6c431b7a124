import type { PricedLine } from "../bidding/price-charges";
import type { Instant } from "../shared/time";
import { type Currency, type Money, money } from "../shared/money";

type ChargedRound = {
  readonly number: number;
  readonly charge: PricedLine | null;
  readonly checkedInAt: Instant | null;
};

/** What a re-inspection that was made costs the buyer. */
export type VisitCharge = { readonly round: number; readonly amount: Money; readonly checkedInAt: Instant };

/**
 * What an order's visits cost the buyer beside its contract price, in minor units of the bid's currency: each re-inspection that the buyer has
 * asked for, at the price that the bid names for one, from the arrival of the inspector on. The first visit is in the contract price; one that
 * a dispute has ended in, and one that the bid names no price for, is charged to nobody.
 */
export const visitCharges = (rounds: readonly ChargedRound[], currency: Currency): VisitCharge[] =>
  rounds.flatMap(({ number, charge, checkedInAt }) =>
    charge?.unitPriceMinor == null || checkedInAt === null
      ? []
      : [{ round: number, amount: money(BigInt(charge.unitPriceMinor), currency), checkedInAt }],
  );
