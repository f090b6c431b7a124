import { expect, test } from "vitest";
import { money } from "../../shared/money";
import type { DutyQuestion } from "../duty-estimate";
import type { DutyCountry } from "../duty-rate";
import { dutyRate, EXCHANGE, OTHER_CHARGES } from "../duty-example";
import { estimateDuty, estimateWithFormE } from "../estimate-duty";
import { preferredLines } from "./preferred-lines";

type Goods = readonly [hsCode: string, originCountry: string | null];

function linesInto(country: DutyCountry, goods: readonly Goods[], rateBps = 500) {
  const question: DutyQuestion = {
    ...{ country, customsValue: money(1_000_000n, "USD"), declarations: 1, leftOut: [] },
    lines: goods.map(([hsCode, originCountry]) => ({
      ...{ hsCode, originCountry, value: money(100n, "USD"), grossWeightGrams: 1, quantities: {} },
    })),
  };
  const rates = [dutyRate({ rateBps }), ...OTHER_CHARGES].map((rate) => ({ ...rate, country }));
  const context = { rates, exchange: EXCHANGE };
  const estimate = estimateDuty(question, context);
  if (!estimate.ok) throw new Error(estimate.refusal.code);
  return preferredLines({ estimate: estimate.value, withFormE: estimateWithFormE(question, context) });
}

const said = (rows: ReturnType<typeof linesInto>) =>
  rows.map(({ number, withFormE, agreements }) => [number, withFormE?.duty.amount?.minor ?? null, [...agreements]]);

test.each<[string, DutyCountry, readonly Goods[], unknown[]]>([
  ["Form E lifts the duty of what it covers", "VN", [["848210", "CN"]], [[1, 0n, ["acfta"]]]],
  [
    "a line that the agreement keeps a duty on names every paper",
    "VN",
    [["870323", "CN"]],
    [[1, null, ["acfta", "rcep"]]],
  ],
  [
    "lines of one estimate are told apart",
    "VN",
    [
      ["870323", "CN"],
      ["848210", "CN"],
      ["848210", "JP"],
    ],
    [
      [1, null, ["acfta", "rcep"]],
      [2, 0n, ["acfta"]],
    ],
  ],
  [
    "goods of Viet Nam into Kazakhstan come under Form EAV, whose rate is not kept",
    "KZ",
    [["848210", "VN"]],
    [[1, null, ["eaeu_vn"]]],
  ],
  ["Chinese goods into Kazakhstan have the common rate alone", "KZ", [["848210", "CN"]], []],
  ["goods of unknown origin have none", "VN", [["848210", null]], []],
])("%s", (_, country, goods, rows) => {
  expect(said(linesInto(country, goods))).toEqual(rows);
});

test("goods that bear no duty by the common rate need no paper for a lower one", () => {
  expect(linesInto("VN", [["848210", "CN"]], 0)).toEqual([]);
});

test("without an estimate there is none", () => {
  expect(preferredLines({ estimate: null, withFormE: null })).toEqual([]);
});
