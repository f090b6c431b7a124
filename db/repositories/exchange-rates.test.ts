import { expect, test } from "vitest";
import { addDays, dayOf } from "@/domain/shared/local-date";
import { postingMarket, START } from "@/test/posting-market";
import { ratesUpTo } from "./exchange-rates";

test("a conversion may use the rates of its own day and of the 35 days before it, and none to come", async () => {
  const { database } = await postingMarket();
  const known = async (days: number) => (await ratesUpTo(database.read, addDays(dayOf(START), days))).length;
  expect([await known(-1), await known(0), await known(35), await known(36)]).toEqual([0, 1, 1, 0]);
});
