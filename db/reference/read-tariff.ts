import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { HS_LEVELS, type HsEntry, OWN_SOURCE, hsId, parentCodeOf } from "@/domain/tariff/hs-entry";
import { parseCsv } from "./parse-csv";

// The table's codes are those of this edition of the Harmonized System.
const EDITION = "2022";

const label = z.string().min(1);

const headingRow = z.object({
  code: z.string().regex(/^(?:[IVX]{1,5}|\d{2}|\d{4}|\d{6})$/),
  section: z.string().regex(/^[IVX]{1,5}$/),
  en: label,
  "zh-CN": label,
  ru: label,
  vi: label,
  kk: label,
  keywords: z.string().transform((text) => text.split("|").filter(Boolean)),
  level: z.enum(HS_LEVELS),
});

function entryOf({ code, section, keywords, level, ...row }: z.infer<typeof headingRow>): HsEntry {
  const { en, "zh-CN": zh, ru, vi, kk } = row;
  return {
    id: hsId(code, null),
    code,
    country: null,
    level,
    parentCode: level === "chapter" ? section : parentCodeOf(code),
    labels: { en, "zh-CN": zh, ru, vi, kk },
    keywords,
    source: OWN_SOURCE,
    edition: EDITION,
  };
}

/** The product's own short names of goods, in five languages. A malformed file is a fault of the product, so it throws. */
export const readTariff = (folder: string = join(process.cwd(), "db", "reference")): HsEntry[] =>
  z
    .array(headingRow)
    .parse(parseCsv(readFileSync(join(folder, "hs-headings.csv"), "utf8")))
    .map(entryOf);

let known: ReadonlySet<string> | undefined;

/**
 * The 5,612 subheadings (six digits) of the Harmonized System as amended for 2022, read once per process. They change with the edition only,
 * so they are a file and no rows.
 */
export function readSubheadings(): ReadonlySet<string> {
  if (!known) {
    const file = join(process.cwd(), "db", "reference", "hs-2022-subheadings.csv");
    known = new Set(readFileSync(file, "utf8").match(/^\d{6}$/gm));
  }
  return known;
}
