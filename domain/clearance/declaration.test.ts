import { expect, test } from "vitest";
import { declarationTask } from "./declaration";

test.each([
  ["Line 2 is a fan", "Line 2 is a fan"],
  ["  \nLine 2 is a fan \nLine 3 too", "Line 2 is a fan"],
  ["很".repeat(121), `${"很".repeat(119)}…`],
  ["很".repeat(120), "很".repeat(120)],
])("a draft that was sent back asks its provider with the beginning of the buyer's words", (words, reason) => {
  const back = { side: "import", state: "returned", question: null, sentBack: words } as const;
  expect(declarationTask([back])).toEqual({ side: "provider", code: "clearance.revise", by: null, reason });
});
