import { expect, test } from "vitest";
import { crowdedFolders, namelessPaths, oddlySpelled } from "./names";

test.each([
  "domain/utils/round.ts",
  "server/common.ts",
  "components/lib/x/y.tsx",
  "db/data.ts",
  "domain/shared/helpers.test.ts",
])("%s says nothing", (path) => {
  expect(namelessPaths([path])).toHaveLength(1);
});

test("the common message file and names that only begin so pass", () => {
  expect(namelessPaths(["messages/en/common.json", "db/database.ts", "domain/shared/data-sheet.ts"])).toEqual([]);
});

test.each(["domain/hubs/hubShare.ts", "components/Hubs/share.tsx", "server/platform/new_id.ts"])(
  "%s is not written-like-this",
  (path) => {
    expect(oddlySpelled([path])).toHaveLength(1);
  },
);

test("Next's own folder names pass in app only", () => {
  const page = "[locale]/(market)/deals/[dealId]/page.tsx";
  expect(oddlySpelled([`app/${page}`])).toEqual([]);
  expect(oddlySpelled([`server/${page}`])).toHaveLength(1);
});

test("A folder holds thirty files; tests beside them do not count.", () => {
  const files = (count: number) =>
    Array.from({ length: count }, (_, at) => [`domain/hubs/file-${at}.ts`, `domain/hubs/file-${at}.test.ts`]).flat();
  expect(crowdedFolders(files(30))).toEqual([]);
  expect(crowdedFolders(files(31))).toEqual([expect.stringContaining("domain/hubs has 31")]);
});
