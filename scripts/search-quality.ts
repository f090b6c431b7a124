import { readFileSync } from "node:fs";
import { openDatabase } from "@/db/open-database";
import { qualityOf, type SearchQuery } from "@/test/search-quality";

/**
 * What the search finds of a set of questions over the market in DATA_DIR: recall and precision of each, by kind and over all.
 * `SEARCH_QUERIES` names the file of another set.
 */
const file = process.env.SEARCH_QUERIES ?? "test/market/search-queries.json";
const queries = JSON.parse(readFileSync(file, "utf8")) as SearchQuery[];
const database = openDatabase();
const judged = await qualityOf(database.read, queries);
const SHOWN = 4;
const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
for (const { query, recall, precision, found, right, missed, wrong } of judged)
  if (recall < 1 || precision < 1)
    console.log(
      `${query.in} | ${query.kind} | ${query.query} | recall ${percent(recall)} | precision ${percent(precision)} | ${found} found of ${right} | missed ${missed.slice(0, SHOWN).join(", ")} | wrong ${wrong.slice(0, SHOWN).join(", ")}`,
    );
const by = (name: string, of: (one: (typeof judged)[number]) => string) => {
  for (const [key, those] of Map.groupBy(judged, of))
    console.log(
      `${name} ${key}: recall ${percent(mean(those.map(({ recall }) => recall)))}, precision ${percent(mean(those.map(({ precision }) => precision)))} of ${those.length}`,
    );
};
by("kind", ({ query }) => query.kind);
by("in", ({ query }) => query.in);
by("language", ({ query }) => query.language);
by("all", () => "");
await database.close();
