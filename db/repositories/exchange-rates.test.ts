import { expect, test } from "vitest";
import { addDays, dayOf } from "@/domain/shared/time";
import { postingMarket, START } from "@/test/posting-market";
import { insertRate, ratesUpTo } from "./exchange-rates";

test("a conversion may use the rates of its own day and of the 35 days before it, and none to come", async () => {
  const { database } = await postingMarket();
  const known = async (days: number) => (await ratesUpTo(database.read, addDays(dayOf(START), days))).length;
  expect([await known(-1), await known(0), await known(35), await known(36)]).toEqual([0, 1, 1, 0]);
});

test("of a pair with a rate each day a conversion reads the last one alone", async () => {
  const { database } = await postingMarket();
  const [known] = await ratesUpTo(database.read, dayOf(START));
  const day = (days: number) => addDays(dayOf(START), days);
  await database.write(async (tx) => {
    for (const days of [1, 2, 4])
      await insertRate(tx, {
        ...{ id: `rate-${days}`, base: known?.base ?? "", quote: known?.quote ?? "", rate: `7.${days}` },
        ...{ day: day(days), source: "test", enteredAt: START },
      });
  });
  const rates = async (days: number) => (await ratesUpTo(database.read, day(days))).map(({ rate }) => rate);
  expect([await rates(1), await rates(3), await rates(4), await rates(40)]).toEqual([["7.1"], ["7.2"], ["7.4"], []]);
});
