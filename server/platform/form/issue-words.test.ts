import { expect, test } from "vitest";
import { z } from "zod";
import { issueWords } from "./issue-words";

const schema = z.strictObject({ days: z.int().max(90), name: z.string().min(1, "required") });

const keysOf = (input: object) =>
  (schema.safeParse(input).error?.issues ?? []).map((issue) => `${issue.path.join(".")} ${issueWords(issue).key}`);

test("what is typed and no number is said to be none; only what is not there is to be filled in", () => {
  expect(keysOf({ days: "soon", name: "x" })).toEqual(["days number_malformed"]);
  expect(keysOf({ name: "x" })).toEqual(["days required"]);
  expect(keysOf({ days: null, name: "x" })).toEqual(["days required"]);
  expect(keysOf({ days: 91, name: "" })).toEqual(["days too_large", "name required"]);
});
