import { expect, test } from "vitest";
import { reasonsField } from "./reason-fields";
import { isLossField, lossFields } from "./reason-names";

test("what is said of a bid is kept under it, and what is not said is left to be computed", () => {
  expect(
    reasonsField.parse({
      a: { code: "experience", words: " No work at this hub " },
      b: {},
      c: { code: "", words: "" },
    }),
  ).toEqual([{ bidId: "a", code: "experience", words: "No work at this hub" }]);
  expect(reasonsField.parse(undefined)).toEqual([]);
});

test("words without a reason, a reason that nobody knows and a way to be reached are told at their own field", () => {
  const problems = (reason: object) =>
    reasonsField.safeParse({ a: reason }).error?.issues.map(({ path, message }) => [path.join("."), message]);
  expect(problems({ words: "Too slow" })).toEqual([["a.code", "required"]]);
  expect(problems({ code: "none" })?.map(([path]) => path)).toEqual(["a.code"]);
  expect(problems({ code: "other", words: "write to zhang@example.cn" })).toEqual([["a.words", "contact_in_text"]]);
});

test("its fields are known by their names", () => {
  expect(lossFields("01jd")).toEqual({ code: "loss.01jd.code", words: "loss.01jd.words" });
  expect([isLossField("loss.01jd.code"), isLossField("choice.01jd")]).toEqual([true, false]);
});
