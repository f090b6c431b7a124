import { expect, test } from "vitest";
import { inlineStyles, rawHtml, wordsInCode } from "./words-in-code";

const tsx = (markup: string) => ({
  path: "components/deals/deal-head.tsx",
  text: `export const Head = ({ t, n }) => (${markup});`,
});

test.each([
  ["text", "<p>Open requests</p>"],
  ["Chinese text", "<p>询价</p>"],
  ["a string in braces", '<p>{"Open"}</p>'],
  ["a template", "<p>{`Open ${n}`}</p>"],
  ["one way of a choice", '<p>{n > 1 ? t("many") : "one"}</p>'],
  ["a fallback", '<p>{n ?? "none"}</p>'],
  ["text in a fragment", "<>Open requests</>"],
  ["a spoken property", '<img alt="A map of hubs" />'],
  ["a spoken property that is computed", '<nav aria-label={n ? "Main menu" : t("menu")} />'],
])("%s in a component is reported", (_, markup) => {
  expect(wordsInCode(tsx(markup))).toHaveLength(1);
});

test("marks, blanks, class names and the product's own name pass", () => {
  expect(
    wordsInCode(tsx('<p className="open now" title={t("a")}>{t("open")} · {n}% Kouan {t("b", { kind: "open" })}</p>')),
  ).toEqual([]);
});

test("an inline style and raw HTML are reported", () => {
  expect(inlineStyles(tsx("<p style={{ width: n }} />"))).toHaveLength(1);
  expect(rawHtml(tsx("<p dangerouslySetInnerHTML={{ __html: n }} />"))).toHaveLength(1);
});
