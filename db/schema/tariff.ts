import type { HsLabels, HsLevel } from "../../domain/tariff/hs-entry";
import { index, json, table, text } from "../dialect";

/**
 * What goods are called in tariffs: the product's own rows, loaded from db/reference at the start, and those of national and WCO lists that
 * `npm run import:hs` brings. Found by `words` (text of `searchText`) and by the beginning of `code`; the index serves the code's page.
 */
export const hsEntries = table(
  "hs_entries",
  {
    id: text().primaryKey(),
    code: text().notNull(),
    country: text(),
    level: text().$type<HsLevel>().notNull(),
    parentCode: text(),
    labels: json<HsLabels>().notNull(),
    keywords: json<string[]>().notNull(),
    words: text().notNull(),
    source: text().notNull(),
    edition: text().notNull(),
  },
  (entry) => [index("hs_entries_by_code").on(entry.code), index("hs_entries_by_parent").on(entry.parentCode)],
);
