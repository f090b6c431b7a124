import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentRule } from "@/domain/documents/rules/document-rule";
import { documentRuleSchema } from "@/domain/documents/rules/rule-schema";
import { parseCsv } from "./parse-csv";

const list = (cell = ""): string[] => (cell === "" ? [] : cell.split("|"));
const orNull = (cell = ""): string | null => (cell === "" ? null : cell);

/** The shipped rules of documents. A malformed row is a fault of the product, so it throws. */
export function readDocumentRules(folder: string = join(process.cwd(), "db", "reference")): DocumentRule[] {
  return parseCsv(readFileSync(join(folder, "document-rules.csv"), "utf8")).map((row) =>
    documentRuleSchema.parse({
      ruleId: row.rule_id,
      document: row.document,
      provider: row.provider,
      fromDay: row.from,
      toDay: orNull(row.to),
      hubs: list(row.hubs),
      directions: list(row.direction),
      modes: list(row.modes),
      hsPrefixes: list(row.hs),
      supervisionModes: list(row.supervision),
      originCountries: list(row.origin),
      destinationCountries: list(row.destination),
      transitCountries: list(row.transit),
      incoterms: list(row.incoterms),
      isForDangerousGoods: row.dangerous === "yes",
      daysAhead: Number(row.days_ahead),
      weightToleranceBps: row.weight_tolerance_bps ? Number(row.weight_tolerance_bps) : null,
      source: row.source,
      noteEn: row.note_en,
      noteZh: row.note_zh,
    }),
  );
}
