import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { HS_LEVELS, type HsEntry, OWN_SOURCE, hsId, parentCodeOf } from "@/domain/tariff/hs-entry";
import { parseCsv } from "./parse-csv";

// The table's codes are those of this edition of the Harmonized System.
const EDITION = "2022";

const label = z.string().min(1);

const words = z.string().transform((text) => text.split("|").filter(Boolean));

const headingRow = z.object({
  code: z.string().regex(/^(?:[IVX]{1,5}|\d{2}|\d{4}|\d{6})$/),
  section: z.string().regex(/^[IVX]{1,5}$/),
  en: label,
  "zh-CN": label,
  ru: label,
  vi: label,
  kk: label,
  keywords: words,
  level: z.enum(HS_LEVELS),
});

const everydayRow = z.object({ names: words, codes: words });

const SHIPPED = join(process.cwd(), "db", "reference");

const rowsOf = <Row extends z.ZodType>(folder: string, file: string, row: Row): z.infer<Row>[] =>
  z.array(row).parse(parseCsv(readFileSync(join(folder, file), "utf8")));

/** What goods are called in daily life, in English and Chinese, with every code that such a name may mean. */
export const readEverydayNames = (folder: string = SHIPPED): z.infer<typeof everydayRow>[] =>
  rowsOf(folder, "everyday-names.csv", everydayRow);

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

/** The product's own short names of goods in five languages, with their everyday names. A malformed file is a fault of the product, so it throws. */
export function readTariff(folder: string = SHIPPED): HsEntry[] {
  const everyday = readEverydayNames(folder);
  const namesOf = (code: string) => everyday.flatMap(({ names, codes }) => (codes.includes(code) ? names : []));
  return rowsOf(folder, "hs-headings.csv", headingRow)
    .map(entryOf)
    .map((entry) => ({ ...entry, keywords: [...new Set([...entry.keywords, ...namesOf(entry.code)])] }));
}

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
