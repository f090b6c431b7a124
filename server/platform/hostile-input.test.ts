import { describe, expect, test } from "vitest";
import { apiMarket, bidBody } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { submitBid } from "../bidding/submit-bid";
import { findHostile } from "./hostile-input";

describe("what is found before any schema is asked", () => {
  test.each<[string, unknown, string]>([
    ["the null character", { remarks: "a\0b" }, "control_characters"],
    ["the null character deep inside", { charges: [{ note: "ok" }, { note: "\0" }] }, "control_characters"],
    ["half of a character", { reason: "closed \ud83d today" }, "control_characters"],
    ["a name with half of a character", { "a\udc00": 1 }, "unknown_field"],
    ["a name with the null character", { "a\0": 1 }, "unknown_field"],
    ["a prototype", JSON.parse('{"terms":{"__proto__":{"x":1}}}'), "unknown_field"],
    ["nesting without end", Array.from({ length: 5_000 }).reduce<unknown>((inner) => [inner], 1), "nested_too_deep"],
  ])("is %s", (_, value, message) => {
    expect(findHostile(value)?.message).toBe(message);
  });

  test("is nothing of what people write", () => {
    expect(
      findHostile({ title: "电水壶\n\t🚚", cargo: [{ packages: 1n }], file: new Uint8Array(3), nothing: null }),
    ).toBeUndefined();
  });
});

test("a bid with the null character, by whatever door it comes, is malformed, so that it cannot hinder the opening", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal());
  const send = (remarks: string) => market.run(submitBid, market.actors.provider, { requestId, ...bidBody(), remarks });
  expect((await send("a\0b")).kind).toBe("malformed");
  expect((await send("ab")).kind).toBe("done");
  await step.close(requestId);
});
