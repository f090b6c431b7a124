import { expect, test } from "vitest";
import { bannedIn, deadCode } from "./forbidden-code";

// Planted in two halves, so that the check does not find them here.
const plant = (...halves: readonly string[]) => halves.join("");

test.each([
  ["server/platform/platform.ts", plant("Math.ran", "dom()")],
  ["db/repositories/deals.ts", plant("sql.r", "aw(name)")],
  ["app/api/v1/deals/route.ts", plant('import "node:child_', 'process"')],
  ["components/ui/icon.tsx", plant("// biome-ig", "nore lint: later")],
  ["domain/shared/money.ts", plant("// @ts-expect", "-error")],
  ["server/platform/secrets.ts", plant("createCip", "heriv('aes-256-ecb')")],
  ["domain/hubs/share.test.ts", plant("test.sk", "ip('x')")],
])("in %s, %s is reported", (path, text) => {
  expect(bannedIn({ path, text })).toHaveLength(1);
});

test("what is allowed in one place passes there", () => {
  expect(bannedIn({ path: "db/dialect/search.ts", text: plant("sql.r", "aw(name)") })).toEqual([]);
  expect(bannedIn({ path: "server/sealing/envelope.ts", text: plant("createCip", "heriv(x)") })).toEqual([]);
});

test("commented-out code is reported, a sentence is not", () => {
  expect(
    deadCode({ path: "a.ts", text: "// const price = 1;\n// Prices are in minor units (see Money).\n" }),
  ).toHaveLength(1);
});
