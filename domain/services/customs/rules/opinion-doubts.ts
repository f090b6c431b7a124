import type { LocalDate } from "@/domain/shared/local-date";
import { agreementsFor } from "@/domain/tariff/preferences";
import type { DutiableLine } from "@/domain/tariff/duties/duty-estimate";
import type { DutyRate } from "@/domain/tariff/duties/duty-rate";
import { findRate } from "@/domain/tariff/duties/find-rate";
import type { CustomsTerms } from "../terms";

/** What a broker thinks of a line that is far from what the request or the market's tariff says: seldom right, and easily a slip. */
export type OpinionDoubt =
  | { readonly kind: "other_chapter"; readonly line: number; readonly hsCode: string; readonly asked: string }
  | { readonly kind: "duty_far" | "vat_far"; readonly line: number; readonly bps: number; readonly market: number };

/** From so many basis points off, a duty or a VAT is far from the market's row. */
export const DUTY_FAR_BPS = 1_000;
export const VAT_FAR_BPS = 300;

const CHAPTER_DIGITS = 2;
const digitsOf = (hsCode: string): string => hsCode.replace(/\D/g, "");

type Ground = {
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
  { lines, country, rates, day }: Ground,
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
      return kind === "duty_far" && bps < market && isPreferred ? [] : [{ kind, line, bps, market }];
    };
    return [
      ...(isOther ? [{ kind: "other_chapter", line, hsCode, asked: goods.hsCode } as const] : []),
      ...far("duty_far", dutyBps, DUTY_FAR_BPS),
      ...far("vat_far", vatBps, VAT_FAR_BPS),
    ];
  });
}
