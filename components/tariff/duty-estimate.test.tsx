import duties from "../../messages/en/duties.json";
import { expect, test } from "vitest";
import { money } from "@/domain/shared/money";
import type { DutyQuestion } from "@/domain/tariff/duty-estimate";
import { DAY, dutyRate, EXCHANGE, OTHER_CHARGES } from "@/domain/tariff/duty-example";
import type { IncotermRule } from "@/domain/tariff/incoterm";
import type { DutyCountry } from "@/domain/tariff/duty-rate";
import { estimateDuty, estimateWithFormE } from "@/domain/tariff/estimate-duty";
import { drawn } from "@/test/drawn";
import { EstimatePanel } from "./duty-estimate";

type Asked = Pick<DutyQuestion, "leftOut"> & {
  readonly incotermRule: IncotermRule;
  readonly originCountry: string;
  readonly hsCode: string;
};

/** The panel of bearings of USD 10,000 from China into that country, as text. */
function panelOf(
  country: DutyCountry,
  {
    originCountry = "CN",
    hsCode = "848210",
    leftOut = [],
    lines = 1,
    incotermRule = "CIP",
  }: Partial<Asked & { lines: number }> = {},
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
  const about = { country, day: DAY, incotermRule, ratesOfYear: null, missing: null, hasFormE: false };
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
  ["FCA", [], ["FCA price does not hold the freight to the border: it is added.", "Insurance to the border is added."]],
  ["FOB", ["freight_missing"], ["none is stated: it is not in.", "Insurance to the border is added."]],
  [
    "CPT",
    ["insurance_unknown"],
    ["CPT price holds the freight to the border: none is added.", "Insurance to the border is not stated"],
  ],
  ["DAP", [], ["The same goes for insurance.", "beyond the border is taken out, as the request states it."]],
  ["DDP", ["post_not_split"], ["beyond the border, import duty and tax too, is not set apart: it is not taken out."]],
] as const)("under %s with %j left out the customs value says what is in it and why", (incotermRule, leftOut, told) => {
  const text = panelOf("VN", { incotermRule, leftOut: [...leftOut] });
  for (const words of ["Customs value where the goods come in:", ...told]) expect(text).toContain(words);
});

test("that the value is shared by weight is said of several lines, and of one never", () => {
  const words = duties.estimate.byWeight;
  expect(panelOf("KZ", { lines: 2 })).toContain(words);
  expect(panelOf("KZ")).not.toContain(words);
});
