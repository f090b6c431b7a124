import duties from "../../messages/en/duties.json";
import { expect, test } from "vitest";
import { money } from "@/domain/shared/money";
import type { DutyQuestion } from "@/domain/tariff/duty-estimate";
import { DAY, dutyRate, EXCHANGE, OTHER_CHARGES } from "@/domain/tariff/duty-example";
import type { DutyCountry } from "@/domain/tariff/duty-rate";
import { estimateDuty, estimateWithFormE } from "@/domain/tariff/estimate-duty";
import { drawn } from "@/test/drawn";
import { EstimatePanel } from "./duty-estimate";

type Asked = Pick<DutyQuestion, "leftOut"> & { readonly originCountry: string; readonly hsCode: string };

/** The panel of bearings of USD 10,000 from China into that country, as text. */
function panelOf(
  country: DutyCountry,
  { originCountry = "CN", hsCode = "848210", leftOut = [], lines = 1 }: Partial<Asked & { lines: number }> = {},
): string {
  const goods = { hsCode, value: null, grossWeightGrams: 1_000, originCountry, quantities: {} };
  const question: DutyQuestion = {
    ...{
      country,
      lines: Array.from({ length: lines }, () => goods),
      customsValue: money(1_000_000n, "USD"),
      declarations: 1,
      leftOut,
    },
  };
  const fee = country === "VN" ? { unitPrice: money(20_000n, "VND") } : {};
  const rates = [dutyRate(), ...OTHER_CHARGES].map((rate) => ({
    ...{ ...rate, country },
    ...(rate.charge === "fee" ? fee : {}),
  }));
  const context = { rates, exchange: EXCHANGE };
  const result = estimateDuty(question, context);
  if (!result.ok) throw new Error(result.refusal.code);
  const about = { country, day: DAY, ratesOfYear: null, missing: null, hasFormE: false };
  const shown = { ...about, estimate: result.value, withFormE: estimateWithFormE(question, context) };
  return drawn(<EstimatePanel shown={shown} />, { rooms: ["duties", "bidding", "services"] }).replace(/<[^>]+>/g, " ");
}

test("a request shows the duty with Form E beside the common one, and the sums of both", () => {
  const text = panelOf("VN");
  // 5 % of VND 259,880,000 of duty; VAT of 16 % on both; the fee of VND 20,000.
  for (const sum of ["12,994,000", "56,673,840", "41,600,800"]) expect(text).toContain(sum);
  expect(text).toMatch(/Sum at the common \(MFN\) rate\s+VND.56,673,840/);
  expect(text).toMatch(/Sum with Form E\s+VND.41,600,800/);
  for (const words of ["Incomplete", "Not reckoned in", "Sum of what is known", "so far"])
    expect(text).not.toContain(words);
  expect(text).toMatch(/Certificate of origin Form E \(ASEAN–China\)\s+12,994,000\s+5%.+\s0\s+0%/s);
});

test("where the rate under an agreement is not kept the paper is named, and no sum with it", () => {
  const text = panelOf("KZ", { originCountry: "VN" });
  expect(text).toContain("Certificate of origin Form EAV (EAEU–Vietnam)");
  expect(text).toContain("The rate under it is not entered here.");
  expect(text).not.toContain("Form E ");
});

test("a sum that something could raise is of what is known, and names it without the preference", () => {
  const text = panelOf("VN", { hsCode: "841510" });
  for (const words of ["Incomplete", "Not reckoned in:", "Excise: ", "Sum of what is known", "common (MFN) rate"])
    expect(text).toContain(words);
  expect(text).not.toContain("Preferential duty");
});

test("where no agreement lowers the duty the common rate stands alone", () => {
  expect(panelOf("KZ")).not.toContain("With proof of origin");
});

test.each([
  [[], "with freight and insurance to the border and without what the price holds beyond it:"],
  [["insurance_unknown"], "with freight to the border, without insurance and without"],
  [["freight_missing"], "with insurance, without freight to the border and without"],
  [["freight_missing", "insurance_unknown"], "without freight and insurance to the border and without"],
  [["post_not_split"], "to the border; what the price holds beyond the border is not taken out:"],
] as const)("the customs value claims no cost that it has not: of %j left out it is %s", (leftOut, words) => {
  expect(panelOf("VN", { leftOut: [...leftOut] })).toContain(`Customs value where the goods come in, `);
  expect(panelOf("VN", { leftOut: [...leftOut] })).toContain(words);
});

test("that the value is shared by weight is said of several lines, and of one never", () => {
  const words = duties.estimate.byWeight;
  expect(panelOf("KZ", { lines: 2 })).toContain(words);
  expect(panelOf("KZ")).not.toContain(words);
});
