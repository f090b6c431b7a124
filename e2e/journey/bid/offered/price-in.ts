import { type Currency, minorDigits } from "@/domain/shared/money";

/**
 * A price in minor units from whole ones of which the lane's own part is added, so that it stands nowhere else in the market: where
 * such an amount is found, this bid was told. Small units come along where the currency has them.
 */
export const priceIn =
  (currency: Currency, mark: number) =>
  (wholeUnits: number, smallUnits: number): bigint =>
    minorDigits(currency) === 0
      ? BigInt(wholeUnits + mark * 101_011)
      : BigInt(wholeUnits + mark * 101_011) * 100n + BigInt(smallUnits);
