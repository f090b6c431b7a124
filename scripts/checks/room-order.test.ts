import { expect, test } from "vitest";
import { againstTheOrder } from "./room-order";

const file = (path: string, text: string) => [{ path, text }];

test.each([
  ["a value", 'import { award } from "../award/award";'],
  ["a type", 'import type { Award } from "@/domain/award/award";'],
  ["what it hands on", 'export { award } from "../award/award";'],
])("a room may not import %s of a later room", (_, text) => {
  expect(againstTheOrder(file("domain/bidding/bid.ts", text))).toEqual([
    expect.stringContaining("bidding comes before award"),
  ]);
});

test.each([
  ["an earlier room", "domain/award/award.ts", 'import { bid } from "../bidding/bid";'],
  ["itself", "server/orders/chain/settle-chain.ts", 'import { takeStep } from "../take-step";'],
  ["another floor", "server/bidding/submit-bid.ts", 'import { award } from "@/domain/award/award";'],
  ["a package", "domain/bidding/bid.ts", 'import { z } from "zod";'],
])("a room may import %s", (_, path, text) => {
  expect(againstTheOrder(file(path, text))).toEqual([]);
});

test("a new folder of a floor needs a place in the order", () => {
  expect(againstTheOrder(file("domain/helpers/text.ts", "export const a = 1;"))).toEqual([
    "domain/helpers/text.ts stands in a room that has no place in the order of domain",
  ]);
});
