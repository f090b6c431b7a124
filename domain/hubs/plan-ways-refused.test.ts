import { describe, expect, it } from "vitest";
import { PLACES, SPEEDS } from "@/test/small-network";
import type { Network } from "./place";
import { prepareNetwork } from "./prepare-network";
import { planWays } from "./plan-ways";

describe("the planner refuses", () => {
  const one = { fromId: "C1", toId: "G1", mode: "road", km: 10, source: "test", isEstimate: false } as const;
  const network: Network = {
    places: PLACES,
    legs: [one, { ...one, fromId: "G1", toId: "K1" }],
    speeds: SPEEDS,
    waits: [],
  };
  const prepared = prepareNetwork(network);
  const query = { originId: "C1", destinationId: "K1", mode: "road", month: 5, k: 2 } as const;
  it.each([
    ["a place it does not know", { originId: "XX" }, { code: "unknown_place", details: { placeId: "XX" } }],
    ["a destination it does not know", { destinationId: "" }, { code: "unknown_place", details: { placeId: "" } }],
    ["a hub it does not know", { hubId: "atlantis" }, { code: "unknown_hub", details: { hubId: "atlantis" } }],
    ["two places in China", { destinationId: "C2" }, { code: "not_across_china_border" }],
    ["two places abroad", { originId: "V1" }, { code: "not_across_china_border" }],
    ["one place twice", { destinationId: "C1" }, { code: "not_across_china_border" }],
    [
      "a mode that the hub has not",
      { mode: "sea", hubId: "alpha" },
      { code: "no_way", details: { mode: "sea", hubId: "alpha" } },
    ],
  ] as const)("%s", (_, part, refusal) => {
    expect(planWays(prepared, { ...query, ...part })).toEqual({ ok: false, refusal });
  });

  it("nothing where a crossing joins the ends", () => {
    expect(planWays(prepared, query).ok).toBe(true);
  });

  it("takes a month outside the year, or no ways at all, for a fault", () => {
    expect(() => planWays(prepared, { ...query, month: 13 })).toThrow();
    expect(() => planWays(prepared, { ...query, k: 0 })).toThrow();
  });
});
