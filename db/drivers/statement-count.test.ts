import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { prepared, type Reader } from "../database";
import { exchangeRates } from "../schema/hubs";
import { statementsOf } from "./statement-count";

const select = (db: Reader) => db.select({ id: exchangeRates.id }).from(exchangeRates);
const known = prepared("test_known_rates", select);

test("a count holds each statement that the work sent, built anew or once, and apart what it wrote", async () => {
  const { read, write } = await freshDatabase();
  const { reads, writes } = await statementsOf(async () => {
    await select(read);
    await known(read, {});
    await known(read, {});
    await write(async (tx) => {
      await known(tx, {});
      await tx.delete(exchangeRates).where(eq(exchangeRates.id, "nobody's"));
    });
  });
  expect(reads.map((text) => text.slice(0, 6))).toEqual(["select", "select", "select", "select"]);
  expect(writes.map((text) => text.slice(0, 6))).toEqual(["delete"]);
});

test("what others send meanwhile is not counted, and a count that is over counts no more", async () => {
  const { read, write } = await freshDatabase();
  const twice = async () => {
    await known(read, {});
    await write((tx) => known(tx, {}));
  };
  const [one, , other] = await Promise.all([statementsOf(twice), twice(), statementsOf(() => known(read, {}))]);
  await twice();
  expect([one.reads.length, other.reads.length]).toEqual([2, 1]);
});
