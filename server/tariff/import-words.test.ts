import { expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import { ROW_PROBLEMS } from "@/domain/tariff/hs-list";
import { importWords } from "./import-words";

test.each(LOCALES)(
  "in %s an import has words for its progress and for everything that a row can be wrong by",
  (locale) => {
    const words = importWords(locale);
    const tally = { read: 12_000, added: 11_000, changed: 1, same: 2, wrong: [] };
    expect(words.tally(tally)).toContain(new Intl.NumberFormat(locale).format(12_000));
    expect(new Set(ROW_PROBLEMS.map(words.report.explain)).size).toBe(ROW_PROBLEMS.length);
    expect(words.say("report", "list.csv")).toContain("list.csv");
  },
);
