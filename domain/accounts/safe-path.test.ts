import fc from "fast-check";
import { expect, test } from "vitest";
import { safePath } from "./safe-path";

const ORIGIN = "https://kouan.example";

test.each(["/", "/requests", "/requests?hub=horgos&closes=3d", "/orders/01kx9m?tab=milestones", "/join/AbC-_9"])(
  "%s is a place of ours",
  (path) => {
    expect(safePath(path)).toBe(path);
  },
);

test.each([
  "",
  "requests",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/%2fevil.example",
  "/%2F%2Fevil.example",
  "/%5cevil.example",
  "/%5Cevil.example",
  "/%252fevil.example",
  "/\tevil",
  "/\n//evil.example",
  "/%0d%0aLocation:%20https://evil.example",
  "https://evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "/javascript:/alert(1)",
  "/@evil.example",
  "//user@evil.example",
  "/user%40evil.example",
  "/../..//evil.example",
  "/a/..%2f..",
  "/requests#//evil.example",
  `/${"a".repeat(600)}`,
  null,
  undefined,
  ["/requests"],
])("%j leads nowhere", (asked) => {
  expect(safePath(asked)).toBeNull();
});

test("whatever is let through stays on this site, in every way a browser may read it", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    "//",
    "%2f",
    "%5C",
    "@",
    ":",
    "?",
    "#",
    ".",
    "..",
    "evil.example",
    "https:",
    "\t",
    " ",
    "%00",
    "a",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = safePath(`/${pieces.join("")}`);
      fc.pre(path !== null);
      const target = path as string;
      expect(new URL(target, ORIGIN).origin).toBe(ORIGIN);
      expect(new URL(decodeURIComponent(target), ORIGIN).origin).toBe(ORIGIN);
      expect(new URL(`/en${target}`, ORIGIN).origin).toBe(ORIGIN);
    }),
  );
});
