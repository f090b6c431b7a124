import type { Reader } from "../../db/database";
import { hasFormE } from "../../db/repositories/deal-documents";
import { dutyRatesUpTo } from "../../db/repositories/duty-rates";
import { ratesUpTo } from "../../db/repositories/exchange-rates";
import type { DeclarationSide, DeclaredLine, KeptEstimate } from "../../domain/clearance/declaration";
import type { DutyFigure } from "../../domain/tariff/duties/duty-estimate";
import { DUTY_CURRENCY } from "../../domain/tariff/duties/duty-rate";
import { estimateDuty, estimateWithFormE } from "../../domain/tariff/duties/estimate-duty";
import { dutyQuestionOf } from "../../domain/services/customs/rules/duty-question";
import { assert } from "../../domain/shared/assert";
import type { Instant } from "../../domain/shared/instant";
import { dayOf } from "../../domain/shared/local-date";
import { type Currency, money, sum } from "../../domain/shared/money";
import type { ClearanceGround } from "../orders/kinds/clearance-ground";

type Draft = {
  readonly side: DeclarationSide;
  readonly currency: Currency;
  readonly lines: readonly DeclaredLine[];
};

const digits = ({ amount }: DutyFigure): string | null => (amount ? `${amount.minor}` : null);

/** What the market's rates of today make of a draft, by its own codes and values; null where the tariff charges nothing for this side. */
export async function estimateDraft(
  db: Reader,
  { spec, shipment }: Pick<ClearanceGround, "spec" | "shipment">,
  { side, currency, lines, dealId, now }: Draft & { readonly dealId: string; readonly now: Instant },
): Promise<KeptEstimate | null> {
  const asked = side === "import" ? dutyQuestionOf(spec, shipment) : null;
  if (!asked || DUTY_CURRENCY[asked.country] !== currency) return null;
  const declared = lines.map(({ line, hsCode, valueMinor }) => {
    const cargo = asked.lines[line - 1];
    assert(cargo, "a declared line is one of the cargo");
    return { ...cargo, hsCode, value: money(BigInt(valueMinor), currency) };
  });
  const customsValue = sum(
    declared.map(({ value }) => value),
    currency,
  );
  const day = dayOf(now);
  const exchange = { rates: await ratesUpTo(db, day), day };
  const rates = await dutyRatesUpTo(db, asked.country, day);
  // A broker declares values that hold what belongs to them.
  const about = { country: asked.country, declarations: 1, leftOut: [], hasFormE: await hasFormE(db, dealId, now) };
  const question = { ...about, lines: declared, customsValue };
  const estimated = estimateDuty(question, { rates, exchange });
  if (!estimated.ok) return null;
  const withFormE = estimateWithFormE(question, { rates, exchange });
  return {
    day,
    hasFormE: question.hasFormE,
    ...(withFormE?.isComplete ? { withFormE: `${withFormE.total.minor}` } : {}),
    lines: estimated.value.lines.map(({ duty, excise, vat }, at) => ({
      line: lines[at]?.line ?? 0,
      ...{ duty: digits(duty), excise: digits(excise), vat: digits(vat) },
    })),
    fee: digits(estimated.value.fee),
  };
}
