import { expect, test } from "vitest";
import { contactFreeNote, contactFreeText } from "./contact-free-text";

const messages = (schema: ReturnType<typeof contactFreeText>, text: string): string[] =>
  (schema.safeParse(text).error?.issues ?? []).map(({ code, message }) => (code === "too_big" ? code : message));

const BOTH = [
  ["a way past the market", "write to zhang@example.cn", "contact_in_text"],
  ["what turns the line around", "ten\u202Edays", "control_characters"],
  ["more than its letters", "x".repeat(41), "too_big"],
] as const;

test.each(BOTH)(
  "words that the other side reads before the award are refused where they hold %s",
  (_, text, message) => {
    expect(messages(contactFreeText(40), text)).toEqual([message]);
    expect(messages(contactFreeNote(40), text)).toEqual([message]);
  },
);

test("only where something has to be said are blanks refused", () => {
  expect(messages(contactFreeText(40), "  ")).toEqual(["required"]);
  expect(contactFreeNote(40).parse("  ")).toBe("");
  expect(contactFreeText(40).parse(" The goods\nare late ")).toBe("The goods\nare late");
});
