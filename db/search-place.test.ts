import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { idFrom, newId } from "../server/platform/platform";
import { placeOf, PLACES_WITHIN, placeSql } from "./search-place";

const sqlite = new Sqlite(":memory:");
const reckon = sqlite
  .prepare(`SELECT ${placeSql("id")} FROM (SELECT ? AS id)`)
  .pluck()
  .safeIntegers();

test("SQLite and this process reckon the same place of any text", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom("", "r-1", newId())), (id) => {
      expect(reckon.get(id)).toBe(placeOf(id));
    }),
  );
});

test("the places of a millisecond lie after those of the one before it", () => {
  fc.assert(
    fc.property(fc.nat(2 ** 40), (ms) => {
      const [before, after] = [ms, ms + 1].map((at) => placeOf(idFrom(at, () => 0.5))) as [bigint, bigint];
      expect(after - before).toBe(BigInt(PLACES_WITHIN) + 1n);
    }),
  );
});
