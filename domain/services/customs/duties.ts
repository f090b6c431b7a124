import { customsValue } from "./customs-value";
import type { CustomsSpec } from "./spec";
import type { Shipment } from "../kind";
import type { DutiableLine, DutyQuestion } from "@/domain/tariff/duty-estimate";
import { type DutyRate, hasDutyRates } from "@/domain/tariff/duty-rate";
import { leftOutOfValue } from "@/domain/tariff/excluded-charges";
import type { LocalDate } from "@/domain/shared/time";
import { agreementsFor } from "@/domain/tariff/preferences";
import { findRate } from "@/domain/tariff/find-rate";
import type { CustomsTerms } from "./terms";

/**
 * What the estimate of a customs request asks: for the country that the goods enter, with the weights and quantities that are known
 * (kilograms are the net weight where it is given, else the gross weight); goods whose origin is not named are taken as made where they
 * start from. Null where nothing is charged by tariff: no import side,
 * another procedure than release for domestic consumption, border residents' mutual trade, or a country whose rates are not kept.
 */
export function dutyQuestionOf(spec: CustomsSpec, shipment: Shipment): DutyQuestion | null {
  const hasImportSide = spec.side === "import" || spec.side === "both";
  const isForHomeUse = (spec.importProcedure ?? "home_use") === "home_use";
  if (!hasImportSide || !isForHomeUse || spec.supervisionMode === "mutual_trade") return null;
  const country = shipment.direction === "import" ? "CN" : shipment.destinationCountry;
  if (!hasDutyRates(country)) return null;
  const lines = shipment.cargo.map(({ hsCode, value, grossWeightGrams, netWeightGrams, originCountry }, at) => ({
    ...{ hsCode, value, grossWeightGrams },
    originCountry: originCountry ?? shipment.originCountry,
    quantities: { kg: netWeightGrams ?? grossWeightGrams, ...spec.lineQuantities?.[String(at + 1)] },
  }));
  const { freightToBorder, insuranceToBorder, includedAfterBorder } = spec;
  const costs = {
    hasFreight: freightToBorder !== undefined,
    hasInsurance: insuranceToBorder !== undefined,
    isSplit: includedAfterBorder !== undefined,
  };
  return {
    country,
    lines,
    customsValue: customsValue(spec, shipment),
    declarations: spec.declarations ?? 1,
    leftOut: leftOutOfValue(shipment.incotermRule, costs),
  };
}

/** What a broker thinks of a line that is far from what the request or the market's tariff says: seldom right, and easily a slip. */
export type OpinionDoubt =
  | { readonly kind: "other_chapter"; readonly line: number; readonly hsCode: string; readonly askedHsCode: string }
  | {
      readonly kind: "duty_far" | "vat_far";
      readonly line: number;
      readonly rateBps: number;
      readonly marketRateBps: number;
    };

/** From so many basis points off, a duty or a VAT is far from the market's row. */
export const DUTY_FAR_BPS = 1_000;
export const VAT_FAR_BPS = 300;

const CHAPTER_DIGITS = 2;
const digitsOf = (hsCode: string): string => hsCode.replace(/\D/g, "");

type Context = {
  /** The goods as they were asked for, in the order of the cargo. */
  readonly lines: readonly Pick<DutiableLine, "hsCode" | "originCountry">[];
  /** Which they enter. */
  readonly country: string;
  readonly rates: readonly DutyRate[];
  readonly day: LocalDate;
};

/**
 * What is doubtful of a bid's opinions on its lines: a code of another chapter than the request's; a duty or a VAT far from the market's row of the
 * code that the broker names. A duty below the row is none where an agreement may lower it, and a row by quantity is compared with nothing. Nothing
 * is refused for it: who bids is asked to look again.
 */
export function opinionDoubts(
  opinions: NonNullable<CustomsTerms["hsOpinions"]>,
  { lines, country, rates, day }: Context,
): OpinionDoubt[] {
  return Object.entries(opinions).flatMap(([number, { hsCode, dutyBps, vatBps }]): OpinionDoubt[] => {
    const line = Number(number);
    const goods = lines[line - 1];
    if (!goods) return [];
    const [code, asked] = [digitsOf(hsCode), digitsOf(goods.hsCode)];
    const isOther = code.slice(0, CHAPTER_DIGITS) !== asked.slice(0, CHAPTER_DIGITS);
    const rowOf = (charge: "duty" | "vat"): number | null => {
      const found = findRate(rates, { charge, hsCode: code, day });
      return found?.method === "ad_valorem" ? found.rateBps : null;
    };
    const far = (kind: "duty_far" | "vat_far", bps: number | undefined, most: number): OpinionDoubt[] => {
      const market = rowOf(kind === "duty_far" ? "duty" : "vat");
      if (bps === undefined || market === null || Math.abs(bps - market) < most) return [];
      const { originCountry } = goods;
      const isPreferred = originCountry !== null && agreementsFor(country, originCountry).length > 0;
      return kind === "duty_far" && bps < market && isPreferred
        ? []
        : [{ kind, line, rateBps: bps, marketRateBps: market }];
    };
    return [
      ...(isOther ? [{ kind: "other_chapter", line, hsCode, askedHsCode: goods.hsCode } as const] : []),
      ...far("duty_far", dutyBps, DUTY_FAR_BPS),
      ...far("vat_far", vatBps, VAT_FAR_BPS),
    ];
  });
}
