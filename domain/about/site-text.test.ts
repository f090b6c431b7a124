import { expect, test } from "vitest";
import { blocksOf, checkNewText, checkPublish, fillText, TEXT_BLANKS } from "./site-text";

test("a text is paragraphs, headings, lists and links", () => {
  expect(blocksOf("# Terms\n\nOne line\nand its end.\n\n- a\n- [b](/en/fees)\n\nWrite to [us](mailto:a@b.c).")).toEqual(
    [
      { kind: "heading", spans: ["Terms"] },
      { kind: "paragraph", spans: ["One line and its end."] },
      { kind: "list", items: [["a"], [{ words: "b", href: "/en/fees" }]] },
      { kind: "paragraph", spans: ["Write to ", { words: "us", href: "mailto:a@b.c" }, "."] },
    ],
  );
});

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt:alert(1))",
  "[a](data:text/html,x)",
  "[a](http://plain.example)",
  "[a](//other.example/x)",
  "![a](https)",
  "**bold** `code` | table |",
])("%s stays a text", (text) => {
  expect(blocksOf(text)).toHaveLength(1);
  expect(JSON.stringify(blocksOf(text))).not.toContain("href");
});

test("a list ends where a paragraph begins, also without an empty line", () => {
  expect(blocksOf("- a\nb\n- c").map(({ kind }) => kind)).toEqual(["list", "paragraph", "list"]);
  expect(blocksOf("\n\n  \r\n")).toEqual([]);
});

const VALUES = Object.fromEntries(TEXT_BLANKS.map((name) => [name, `<${name}>`])) as Record<
  (typeof TEXT_BLANKS)[number],
  string
>;

test("blanks are filled in, and what is no blank stays", () => {
  expect(fillText("{operator} keeps {unknown} for {callKeptDays} days", VALUES)).toBe(
    "<operator> keeps {unknown} for <callKeptDays> days",
  );
});

test("a version with an unknown blank, or that says nothing new, is refused", () => {
  const text = { bodyEn: "{operator}", bodyZh: "{operator}", bodyRu: "", bodyVi: "", bodyKk: "" };
  expect(checkNewText(text, undefined).ok).toBe(true);
  expect(checkNewText({ ...text, bodyZh: "{owner}" }, undefined)).toMatchObject({
    refusal: { code: "text_blank_unknown", details: { name: "owner" } },
  });
  expect(checkNewText({ ...text, bodyKk: "{ие}{owner}" }, undefined)).toMatchObject({
    refusal: { code: "text_blank_unknown" },
  });
  expect(checkNewText({ ...text, bodyRu: "{operator}" }, text).ok).toBe(true);
  expect(checkNewText(text, text)).toMatchObject({ refusal: { code: "text_unchanged" } });
});

test("only the latest version is published, and once", () => {
  expect(checkPublish({ id: "b", publishedAt: null }, "b").ok).toBe(true);
  expect(checkPublish({ id: "b", publishedAt: null }, "a")).toMatchObject({ refusal: { code: "text_superseded" } });
  expect(checkPublish({ id: "b", publishedAt: 1 }, "b")).toMatchObject({ refusal: { code: "text_published" } });
});
