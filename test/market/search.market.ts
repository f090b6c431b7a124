import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { databaseOver } from "../../db/database";
import { sqliteDriver } from "../../db/drivers/sqlite";
import { qualityOf, type SearchQuery } from "../search-quality";
import { line, percent } from "./built-market";

// How well the search answers what people type in five languages, over the built market's own rows.

const folder = process.env.MARKET_DATA as string;
process.env.DATA_DIR = folder;
const database = databaseOver(sqliteDriver(join(folder, "kouan.db")));
const setOf = (name: string) => JSON.parse(readFileSync(`test/market/${name}.json`, "utf8")) as SearchQuery[];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

afterAll(() => database.close());

describe("the search of the demo market", () => {
  test.each([
    ["search-queries", 120],
    ["more-search-queries", 80],
    ["held-out-search-queries", 80],
  ])(
    "finds of the set %s at least 95 % of what is meant, and at least 90 % of what it finds is",
    async (name, size) => {
      const judged = await qualityOf(database.read, setOf(name));
      for (const { query, recall, precision } of judged)
        if (recall < 1 || precision < 1)
          line(
            `${query.in}, ${query.kind}, ${query.query}: recall ${percent(recall)}, precision ${percent(precision)}`,
          );
      for (const [kind, those] of Map.groupBy(judged, ({ query }) => query.kind))
        line(
          `${kind}: recall ${percent(mean(those.map(({ recall }) => recall)))}, precision ${percent(mean(those.map(({ precision }) => precision)))} of ${those.length}`,
        );
      expect(judged.length).toBe(size);
      expect(mean(judged.map(({ recall }) => recall))).toBeGreaterThanOrEqual(0.95);
      expect(mean(judged.map(({ precision }) => precision))).toBeGreaterThanOrEqual(0.9);
    },
  );
});
