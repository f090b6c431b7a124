import { expect, test } from "vitest";
import { pressedRow } from "./use-row-links";

const within = (href: string | null) =>
  ({
    closest: (selector: string) => (selector === "a.row-link" && href !== null ? { getAttribute: () => href } : null),
  }) as unknown as Element;

const PLAIN = {
  ...{ button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false, defaultPrevented: false },
  target: within("/en/orders/1"),
};

test("a plain press on a row's link opens its page", () => {
  expect(pressedRow(PLAIN)).toBe("/en/orders/1");
});

/** A link of a part that is written as markup, which `AsMarkup` marks. */
const inPart = (href: string) =>
  ({
    closest: (selector: string) => (selector.startsWith("[data-written] a") ? { getAttribute: () => href } : null),
  }) as unknown as Element;

test("a plain press on a link of a written part opens its page, and what is no page is the browser's own", () => {
  expect(pressedRow({ ...PLAIN, target: inPart("/en/hubs/horgos") })).toBe("/en/hubs/horgos");
  expect(pressedRow({ ...PLAIN, target: inPart("/api/v1/hubs") })).toBeNull();
  expect(pressedRow({ ...PLAIN, target: inPart("https://elsewhere.example/a") })).toBeNull();
});

test.each([
  ["for another tab", { ctrlKey: true }],
  ["for another tab on a Mac", { metaKey: true }],
  ["for another window", { shiftKey: true }],
  ["to save the page", { altKey: true }],
  ["with another button", { button: 1 }],
  ["that somebody has taken", { defaultPrevented: true }],
  ["beside every row", { target: within(null) }],
  ["on a link within the page", { target: within("#way-1") }],
])("a press %s is the browser's own", (_, change) => {
  expect(pressedRow({ ...PLAIN, ...change })).toBeNull();
});
