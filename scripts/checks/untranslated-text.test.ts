import { expect, test } from "vitest";
import { inlineStyles, latinMarks, rawHtml, wordsInCode } from "./untranslated-text";

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

test.each([
  ["a full stop after an element", '<p>{t("at")} <b>{n}</b>. {t("next")}</p>'],
  ["a full stop in braces", '<p>{t("at")}{". "}{t("next")}</p>'],
  ["a full stop that closes a template", "<p>{`${n}. `}</p>"],
  ["a comma after an element", "<p><b>{n}</b>, {n}</p>"],
  ["a list with commas", '<p>{n.join(", ")}</p>'],
])("%s in a component is reported, for it is another mark in Chinese", (_, markup) => {
  expect(latinMarks(tsx(markup))).toHaveLength(1);
});

test("marks that every language has, and decimal figures, join words freely", () => {
  expect(latinMarks(tsx('<p>{t("a")} · {n.join(" · ")} – {n} {1.5} <b>{n}</b> → {t("b")}</p>'))).toEqual([]);
});

test("an inline style and raw HTML are reported", () => {
  expect(inlineStyles(tsx("<p style={{ width: n }} />"))).toHaveLength(1);
  expect(rawHtml(tsx("<p dangerouslySetInnerHTML={{ __html: n }} />"))).toHaveLength(1);
});
