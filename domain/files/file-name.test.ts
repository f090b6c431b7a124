import fc from "fast-check";
import { expect, test } from "vitest";
import { mayBeDeclared } from "./file-kind";
import { attachmentHeader, cleanFileName, extensionOf, FILE_NAME_MAX } from "./file-name";

test.each([
  ["../../etc/passwd.txt", "passwd.txt"],
  ["C:\\Users\\lin\\装箱单.pdf", "装箱单.pdf"],
  ["invoice\u202efdp.exe", "invoicefdp.exe"],
  ["a\u0000b\r\n.pdf", "ab.pdf"],
  ["zero\u200bwidth\ufeff.csv", "zerowidth.csv"],
  ['a"b<c>:d|e?.txt', "a_b_c__d_e_.txt"],
  ["  . .hidden.txt. ", "hidden.txt"],
  ["e\u0301.txt", "é.txt"],
  ["\u202e", "file"],
  ["..", "file"],
  ["", "file"],
])("%j is shown as %j", (given, shown) => {
  expect(cleanFileName(given)).toBe(shown);
});

test("whatever a file is called, its shown name is short, one line, no path, and stays as it is when cleaned again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
      const name = cleanFileName(given);
      expect([...name].length).toBeLessThanOrEqual(FILE_NAME_MAX);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\"]/u);
      expect(name).not.toBe("");
      expect(attachmentHeader(name)).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w.~%&$#+^`|!-]*$/);
    }),
  );
});

test("a long name keeps its extension", () => {
  const name = cleanFileName(`${"字".repeat(300)}.pdf`);
  expect([extensionOf(name), [...name].length]).toEqual(["pdf", FILE_NAME_MAX]);
});

test.each([
  ["a.PDF", "pdf"],
  ["a.tar.gz", "gz"],
  [".pdf", ""],
  ["none", ""],
  ["a.", ""],
])("the extension of %j is %j", (name, extension) => {
  expect(extensionOf(name)).toBe(extension);
});

test("a declared type may be the kind's own, one in use for it, or one that says nothing", () => {
  expect(
    ["application/pdf", "", "application/octet-stream", "APPLICATION/PDF; x=1"].every((type) =>
      mayBeDeclared("pdf", type),
    ),
  ).toBe(true);
  expect(["text/html", "image/png", "text/plain"].some((type) => mayBeDeclared("pdf", type))).toBe(false);
});
