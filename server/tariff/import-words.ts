import type { ReportWords } from "../../domain/tariff/hs-list";
import { translator } from "../platform/translate";
import type { ImportTally } from "./import-list";

/** What an import says to whoever runs it, in a language of the product. */
export function importWords(locale: string) {
  const t = translator(locale);
  const figure = new Intl.NumberFormat(locale);
  const report: ReportWords = {
    heads: [t("tariff.import.line"), t("tariff.import.problem"), t("tariff.import.explanation")],
    explain: (problem) => t(`tariff.refusal.${problem}`),
  };
  return {
    report,
    say: (key: "usage" | "country" | "edition" | "report" | "unreadable", file = "") =>
      t(`tariff.import.${key}`, { file }),
    refusal: (code: string) => t(`tariff.refusal.${code}`),
    tally: ({ read, added, changed, same, wrong }: ImportTally) =>
      t("tariff.import.tally", {
        read: figure.format(read),
        added: figure.format(added),
        changed: figure.format(changed),
        same: figure.format(same),
        wrong: figure.format(wrong.length),
      }),
  };
}
