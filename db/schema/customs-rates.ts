import type { DutyCharge, DutyMethod, DutyUnit } from "../../domain/tariff/duty-rate";
import { instant, integer, minorUnits, table, text, uniqueIndex } from "../dialect";

/**
 * Dated rates of duty, excise, VAT and fees by country, entered by administrators and never changed, only followed by a later one.
 * Requests for customs read one country's rates whole, by the index's first column.
 */
export const dutyRates = table(
  "duty_rates",
  {
    id: text().primaryKey(),
    country: text().notNull(),
    charge: text().$type<DutyCharge>().notNull(),
    // Empty for all goods.
    hsPrefix: text().notNull(),
    method: text().$type<DutyMethod>().notNull(),
    rateBps: integer(),
    unitPriceMinor: minorUnits(),
    unitPriceCurrency: text(),
    unit: text().$type<DutyUnit>(),
    // Of a fee: from which customs value on it holds; else 0.
    valueFromMinor: minorUnits().notNull(),
    validFrom: text().notNull(),
    source: text().notNull(),
    // Both null where the rate was shipped.
    enteredByUserId: text(),
    enteredAt: instant(),
  },
  (rate) => [
    uniqueIndex("duty_rates_by_goods_and_day").on(
      rate.country,
      rate.charge,
      rate.hsPrefix,
      rate.valueFromMinor,
      rate.validFrom,
    ),
  ],
);
