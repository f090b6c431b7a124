import { expect, test } from "vitest";
import { type HsCode, parseHsCode, subheadingOf } from "./hs-code";

test.each([
  ["870899", "870899"],
  ["8708.99", "870899"],
  ["8708 99 9700", "8708999700"],
  ["0810.60.00", "08106000"],
])("%s is read as %s", (text, code) => {
  expect(parseHsCode(text)).toBe(code);
});

test.each(["", "87089", "8708999", "9617009", "87089999999", "8708x9", "000000", "771234", "８７０８９９"])(
  "%s is no HS code",
  (text) => {
    expect(parseHsCode(text)).toBeNull();
  },
);

test("the subheading is the part that every country shares", () => {
  expect(subheadingOf(parseHsCode("8708999700") as HsCode)).toBe("870899");
});
