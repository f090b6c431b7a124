import { expect, test } from "vitest";
import { planWays } from "@/domain/hubs/plan-ways";
import { prepareNetwork } from "@/domain/hubs/prepare-network";
import { readReference } from "./read-reference";

const YIWU_TO_ALMATY = { originId: "CNYIU", destinationId: "KZALA", mode: "road", month: 3, k: 1 } as const;

/** The real network with a count in place of a time: how often the legs that leave a place are looked through. */
function counted() {
  const real = prepareNetwork(readReference());
  let count = 0;
  const carriage = new Proxy(real.carriage, {
    get(legs, name, receiver) {
      if (typeof name === "string" && /^\d+$/.test(name)) count += 1;
      return Reflect.get(legs, name, receiver);
    },
  });
  return { network: { ...real, carriage }, looks: () => count };
}

test("ways are found with one search from each end, which leaves a place once by road and once by rail at most", () => {
  const { network, looks } = counted();
  const planned = planWays(network, YIWU_TO_ALMATY);
  expect(planned.ok && planned.value).toHaveLength(1);
  expect(looks()).toBeGreaterThan(0);
  expect(looks()).toBeLessThanOrEqual(2 * network.places.length);
});

test("how a place is reached is searched once for a network: neither the day nor a wait changes it", () => {
  const { network, looks } = counted();
  planWays(network, YIWU_TO_ALMATY);
  const before = looks();
  const again = planWays(network, { ...YIWU_TO_ALMATY, month: 8, k: 5 });
  expect(again.ok && again.value.length).toBeGreaterThan(1);
  expect(looks()).toBe(before);
});
