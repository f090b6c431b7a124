import { expect, test } from "vitest";
import type { Reader } from "@/db/database";
import { instant } from "@/domain/shared/time";
import { keptByQuestion, keptFor } from "./kept-for";

const START = 1_800_000_000_000;
const at = (ms: number) => instant(START + ms);
const database = (): Reader => ({}) as Reader;

/** A question that answers how often it was asked, kept for five seconds. */
function counting(name: string) {
  let asked = 0;
  return keptFor(name, 5_000, async () => ++asked);
}

test("a kept answer is asked for once in its time, and anew when that is over", async () => {
  const [ask, read] = [counting("once"), database()];
  expect(await Promise.all([ask(read, at(0)), ask(read, at(0)), ask(read, at(4_999))])).toEqual([1, 1, 1]);
  expect(await ask(read, at(5_000))).toBe(2);
  expect(await ask(read, at(9_999))).toBe(2);
});

test("an answer of later is not given to whoever asks as of earlier, nor one database's to another", async () => {
  const [ask, read] = [counting("apart"), database()];
  expect(await ask(read, at(1_000))).toBe(1);
  expect(await ask(read, at(0))).toBe(2);
  expect(await ask(database(), at(0))).toBe(3);
});

test("two copies of a question by one name answer with what either has asked", async () => {
  const read = database();
  expect(await counting("copies")(read, at(0))).toBe(1);
  expect(await counting("copies")(read, at(1))).toBe(1);
});

test("a question that failed is asked again at once, and the failure is told to whoever asked", async () => {
  const read = database();
  const answers = [() => Promise.reject(new Error("down")), () => Promise.resolve("up")];
  const ask = keptFor("failing", 5_000, () => (answers.shift() as () => Promise<string>)());
  await expect(ask(read, at(0))).rejects.toThrow("down");
  expect(await ask(read, at(1))).toBe("up");
});

test("each way to ask a question has an answer of its own, and no more of them are kept than may be", async () => {
  const read = database();
  let asked = 0;
  const ask = keptByQuestion(
    "by question",
    { ms: 5_000, max: 2 },
    async (_, { hub }: { readonly hub: string }) => `${hub} ${++asked}`,
  );
  expect(await ask(read, { hub: "a" }, at(0))).toBe("a 1");
  expect(await ask(read, { hub: "b" }, at(0))).toBe("b 2");
  expect(await ask(read, { hub: "a" }, at(1))).toBe("a 1");
  expect(await ask(read, { hub: "c" }, at(1))).toBe("c 3");
  expect(await ask(read, { hub: "a" }, at(2))).toBe("a 4");
});
