import { expect, test } from "vitest";
import { sourceKey } from "@/components/services/words/country-name";
import { readDocumentRules } from "@/db/reference/read-document-rules";
import { readReference } from "@/db/reference/read-reference";
import { drawn, wordsIn } from "@/test/drawn";
import { SourceText } from "./source-text";

test.each([
  ["documents", [...new Set(readDocumentRules().map(({ source }) => source))]],
  ["duties", [...new Set(readReference().seedDutyRates.map(({ source }) => String(source)))]],
] as const)("every shipped source of %s has a name in both languages", (room, sources) => {
  for (const locale of ["en", "zh-CN"]) {
    const named: Record<string, string> = wordsIn(room, locale).sources;
    expect(sources.filter((source) => named[sourceKey(source)] === undefined)).toEqual([]);
  }
});

test("a Chinese law is called by its Chinese name on a Chinese page, and what the market does not know stays as it was entered", () => {
  const draw = (source: string, locale: string) =>
    drawn(<SourceText source={source} />, { locale, rooms: ["documents"] });
  expect(draw("Customs Law of the PRC, art. 24", "zh-CN")).toBe("《中华人民共和国海关法》第二十四条");
  expect(draw("Customs Law of the PRC, art. 24", "en")).toBe("Customs Law of the PRC, art. 24");
  expect(draw("Notice of our own", "zh-CN")).toBe("Notice of our own");
});
