import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { rateWords } from "@/components/bidding/bid-check";
import { EstimatePanel } from "@/components/tariff/duty-estimate";
import { figureSource, sourceKey } from "@/components/services/country-name";
import { readDocumentRules, readReference } from "@/db/reference/read-reference";
import type { DutyEstimate, DutyFigure, DutySums } from "@/views/duties";
import type { LocalDate } from "@/domain/shared/time";
import { isOwnEstimate } from "@/domain/hubs/position-source";
import { money } from "@/domain/shared/money";
import { drawn, wordsIn } from "@/test/drawn";
import { SourceText } from "./readiness";

const HAN = /\p{Script=Han}/u;

test.each([
  ["documents", [...new Set(readDocumentRules().map(({ source }) => source))]],
  [
    "services",
    [...new Set(readReference().legs.map(({ source }) => source))].filter((source) => !isOwnEstimate(source)),
  ],
  ["duties", [...new Set(readReference().seedDutyRates.map(({ source }) => String(source)))]],
] as const)("every shipped source of %s has a name in both languages", (room, sources) => {
  for (const locale of ["en", "zh-CN"]) {
    const named: Record<string, string> = wordsIn(room, locale).sources;
    expect(sources.filter((source) => named[sourceKey(source)] === undefined)).toEqual([]);
    // The letters by which we mark how sure we are of a source are no part of its name.
    const marked = /[(（][VURS][)）]/;
    expect([...sources, ...Object.values(named)].filter((name) => marked.test(name))).toEqual([]);
    // A Chinese page names no source in Latin letters alone.
    if (locale === "zh-CN") expect(Object.values(named).filter((name) => !HAN.test(name))).toEqual([]);
  }
});

test("a Chinese law is called by its Chinese name on a Chinese page, and what the market does not know stays as it was entered", () => {
  const draw = (source: string, locale: string) =>
    drawn(<SourceText source={source} />, { locale, rooms: ["documents"] });
  expect(draw("Customs Law of the PRC, art. 24", "zh-CN")).toBe("《中华人民共和国海关法》第二十四条");
  expect(draw("Customs Law of the PRC, art. 24", "en")).toBe("Customs Law of the PRC, art. 24");
  expect(draw("Notice of our own", "zh-CN")).toBe("Notice of our own");
});

const SOURCES = [...new Set(readReference().seedRates.map(({ source }) => source))];
const DAY = "2026-11-24" as LocalDate;

/** A duty estimate whose customs value was brought into yuan at a rate of that source. */
const estimateBy = (source: string): DutyEstimate => {
  const rate = { base: "USD", quote: "CNY", rate: "7.12", day: DAY, source } as const;
  const none = { amount: money(0n, "CNY"), exchangeRates: [], rate: null } as unknown as DutyFigure;
  const estimate = {
    ...{ lines: [], fee: none, exchangeRates: [rate], leftOut: [], isComplete: true },
    ...{ customsValue: money(100n, "CNY"), duty: money(0n, "CNY"), excise: money(0n, "CNY"), vat: money(0n, "CNY") },
    total: money(0n, "CNY"),
  } as unknown as DutySums;
  return { country: "CN", day: DAY, incotermRule: "FCA", ratesOfYear: null, estimate, missing: null, withFormE: null };
};

test.each(SOURCES)("a rate by %s is named in Chinese beside a bid and an estimate of duty", (source) => {
  const words = wordsIn("services", "zh-CN");
  const name = figureSource(source, (key) => words[key]);
  expect(name).toMatch(HAN);
  const t = createTranslator({ locale: "zh-CN", messages: { bidding: wordsIn("bidding", "zh-CN"), services: words } });
  const rate = { base: "USD", quote: "CNY", rate: "7.12", day: DAY, source } as const;
  expect(rateWords(rate, (key, values) => t(key as never, values as never))).toContain(name);
  const panel = drawn(<EstimatePanel shown={estimateBy(source)} />, {
    locale: "zh-CN",
    rooms: ["ui", "duties", "bidding", "services"],
  });
  expect(panel).toContain(name);
  expect(panel).not.toContain(source);
});
