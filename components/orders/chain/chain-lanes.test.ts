import { expect, test } from "vitest";
import type { DealChain } from "@/views/chain";
import { borderStop } from "./chain-lanes";

/** A way over these places, each written as its country and a letter. */
const viewOf = (ids: readonly string[]) =>
  ({
    eta: { stops: ids.map((placeId) => ({ placeId })) },
    places: Object.fromEntries(ids.map((id) => [id, { country: id.slice(0, 2) }])),
  }) as unknown as DealChain;

test.each([
  ["an export over the last place before the border", ["CN-a", "CN-b", "CN-c", "VN-d", "VN-e"], "CN-c"],
  ["an import over the first one behind it", ["VN-e", "VN-d", "CN-c", "CN-b"], "CN-c"],
  ["a way that begins at the border", ["CN-a", "KZ-b"], "CN-a"],
  ["a way over a third country", ["CN-a", "CN-b", "KZ-c", "UZ-d"], "CN-b"],
  ["a way that crosses no border of the hub's country", ["KZ-a", "KZ-b"], undefined],
])("the hub stands in the drawing of %s", (_, ids, placeId) => {
  expect(borderStop(viewOf(ids))?.placeId).toBe(placeId);
});

test("a deal without a way has no hub in its drawing", () => {
  expect(borderStop({ ...viewOf(["CN-a", "KZ-b"]), eta: null })).toBeUndefined();
});
