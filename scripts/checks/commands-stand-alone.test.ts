import { expect, test } from "vitest";
import { nestedCommands } from "./commands-stand-alone";

const submit = {
  path: "server/bidding/submit-bid.ts",
  text: 'export const submitBid = command({ name: "bidding.submit-bid" });',
};
const load = { path: "server/bidding/bid-context.ts", text: "export const loadBid = () => 1;" };

test.each([
  ["a sibling", { path: "server/bidding/submit-bid.ts", text: 'import { submitBid } from "./submit-bid";' }],
  [
    "another room",
    {
      path: "server/award/award-bids.ts",
      text: 'import { submitBid } from "@/server/bidding/submit-bid";',
    },
  ],
])("a command of %s cannot be called from a command", (_, file) => {
  expect(nestedCommands([submit, load, file])).toEqual([`${file.path} uses the command server/bidding/submit-bid.ts`]);
});

test("what commands share is no command, and its types are nobody's", () => {
  const text = 'import { loadBid } from "./load-bid"; import type { Offer } from "./submit-bid";';
  expect(nestedCommands([submit, load, { path: "server/bidding/submit-bid.ts", text }])).toEqual([]);
});
