import { expect, test } from "vitest";
import { brokenWalks, walksIn } from "./walks";

const README = `# Market

## The walk of one bid

| # | File | What happens |
|---|---|---|
| 1 | [the page](app/%5Blocale%5D/page.tsx) | Reads |
| 2 | [read-bid.ts](server/read-bid.ts), [other.ts](server/other.ts) | Narrows |

## Another heading

| 1 | [elsewhere](elsewhere.ts) | is no walk |
`;
const page = { path: "app/[locale]/page.tsx", text: 'import { readBid } from "@/server/read-bid"; readBid();' };
const read = { path: "server/read-bid.ts", text: "export const readBid = () => 1;" };
const walk = walksIn(README)[0] ?? { title: "", stops: [] };
const three = (stops: readonly string[]) => [walk, walk, { title: "The walk of a step", stops }];

test("a walk is read off its heading and the first link of each row", () => {
  expect(walksIn(README)).toEqual([{ title: "The walk of one bid", stops: [page.path, read.path] }]);
});

test("a walk whose stops import one another holds", () => {
  expect(brokenWalks(three([page.path, read.path]), [page, read])).toEqual([]);
});

test("a stop that is gone, or that no earlier stop imports, is reported", () => {
  expect(brokenWalks(three([page.path, "server/gone.ts"]), [page, read])).toEqual([
    "The walk of a step: server/gone.ts is not there",
  ]);
  expect(brokenWalks(three([read.path, page.path]), [page, read])).toEqual([
    "The walk of a step: no earlier stop imports app/[locale]/page.tsx",
  ]);
});

test("a walk has at most seven stops, and there are three walks", () => {
  expect(brokenWalks(three(Array(8).fill(page.path)), [page, read])).toEqual([
    "The walk of a step has 8 stops, of 2 to 7",
  ]);
  expect(brokenWalks([walk], [page, read])).toHaveLength(1);
});
