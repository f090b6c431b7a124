import { expect, onTestFinished, test } from "vitest";
import { forgetRead, readOnce } from "./one-per-process";

const NAME = "figures of a test";

/** A read that is answered by hand. */
function asked() {
  const answer = Promise.withResolvers<string>();
  let count = 0;
  const ask = () => {
    count += 1;
    return answer.promise;
  };
  return { ...answer, ask, count: () => count };
}

test("is read once for all who come, until it is forgotten", async () => {
  onTestFinished(() => forgetRead(NAME));
  const [first, second] = [asked(), asked()];
  const both = Promise.all([readOnce(NAME, first.ask), readOnce(NAME, second.ask)]);
  first.resolve("first");
  await expect(both).resolves.toEqual(["first", "first"]);
  expect([first.count(), second.count()]).toEqual([1, 0]);
  forgetRead(NAME);
  second.resolve("second");
  await expect(readOnce(NAME, second.ask)).resolves.toBe("second");
});

test("where somebody's read fails, the others read for themselves: once for all of them", async () => {
  onTestFinished(() => forgetRead(NAME));
  const [failing, second, third] = [asked(), asked(), asked()];
  const all = Promise.allSettled([failing, second, third].map(({ ask }) => readOnce(NAME, ask)));
  failing.reject(new Error("its transaction was rolled back"));
  second.resolve("second");
  expect(await all).toMatchObject([
    { reason: { message: "its transaction was rolled back" } },
    { value: "second" },
    { value: "second" },
  ]);
  expect([failing.count(), second.count(), third.count()]).toEqual([1, 1, 0]);
});
