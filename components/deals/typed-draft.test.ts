import { describe, expect, test } from "vitest";
import { fateOf, saysSame, type TypedDraft, withoutOwn } from "./typed-draft";

const typed = (version: number, state: TypedDraft["state"]): TypedDraft => ({ values: {}, version, at: 0, state });

describe("what a browser has of a draft", () => {
  test.each([
    ["unsent", 3, 3, "take"],
    ["sent", 4, 3, "take"],
    ["submitted", 3, 3, "take"],
    ["unsent", 2, 3, "offer"],
    ["submitted", 2, 3, "drop"],
    ["sent", 2, 3, "drop"],
  ] as const)("%s over version %i of a draft at %i: %s", (state, version, now, fate) => {
    expect(fateOf(typed(version, state), now)).toBe(fate);
  });

  test("is as another form where both fill the same fields alike", () => {
    expect(saysSame({ title: "A", wanted: ["customs"], note: "" }, { wanted: "customs", title: ["A"] })).toBe(true);
    expect(saysSame({ title: "A", draftId: "1" }, { title: "A", draftId: "2" })).toBe(true);
    expect(saysSame({ title: "A" }, { title: "B" })).toBe(false);
  });

  test("holds no field that leads to the draft", () => {
    expect(withoutOwn({ title: "A", draftId: "secret", intent: "save", $ACTION_KEY: "k" })).toEqual({ title: "A" });
  });
});
