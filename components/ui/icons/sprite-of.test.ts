import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { spriteOf } from "./sprite-of";

test("the drawing holds the outlines as they are", () => {
  expect(readFileSync(join(import.meta.dirname, "icons.svg"), "utf8")).toBe(spriteOf());
});
