import { expect, test } from "vitest";
import { readReference } from "@/db/reference/read-reference";
import { prepareNetwork } from "@/domain/hubs/prepare-network";
import { DAY_MS, dayOf, instant, later } from "@/domain/shared/time";
import { readMarketData } from "./market-data";
import { chooseOverChina } from "./parties/plan-parties";
import { type PlannedDeal, planDeal } from "./plan-deal";
import type { ReferenceData } from "./plan-movement";
import { promisedDays } from "./plan-offer";
import { planQueues } from "./queues";
import { randomFrom } from "./random";
import { beyondChina, opensTransits, planTransits, transitSpec } from "./transits";
import { doneAt } from "./working-hours";

const NOW = instant(Date.parse("2026-11-24T06:00:00Z"));
const reference = readReference();
const network = prepareNetwork(reference);
const referenceData: ReferenceData = {
  ...{ market: readMarketData(), network, queues: planQueues(network, NOW) },
  places: new Map(reference.places.map((place) => [place.id, place])),
};

test.each([0, 80, 217])("of each transit of the year the network knows the way, %i days on", (days) => {
  const planned = planTransits(referenceData, later(NOW, days * DAY_MS));
  const corridors = Map.groupBy(planned, ({ movement: { corridor } }) => corridor);
  expect([...corridors].map(([corridor, of]) => `${corridor} ${of.length}`).sort()).toEqual([
    ...["CN-UZ 5", "KZ-CN 3", "RU-CN 3", "UZ-CN 2"],
  ]);
});

const found = planTransits(referenceData, NOW).map(({ movement }) => movement);
const overChina = found.filter((movement) => beyondChina(movement) !== null);

test("goods from Kazakhstan and Russia to Viet Nam pass China by rail, sold there by who makes them and bought by who deals in them", () => {
  expect(new Set(overChina.map(({ hubId, mode }) => `${hubId} ${mode}`))).toEqual(
    new Set(["horgos rail", "manzhouli rail"]),
  );
  for (const movement of overChina) {
    const { buyer, partner } = chooseOverChina(randomFrom(1), referenceData, movement, { at: NOW, beyond: "VN" });
    expect([buyer.country, partner.country]).toEqual([movement.corridor.slice(0, 2), "VN"]);
  }
});

test("a transit is opened by brokers of the country that is passed, under their security by rail and the carrier's carnet by road", () => {
  for (const movement of found) {
    const opening = ["CN", "KZ", "VN", "RU"].filter((country) => opensTransits({ country }, movement));
    expect(opening).toEqual([overChina.includes(movement) ? "CN" : "KZ"]);
    expect(transitSpec(movement).transit).toEqual(
      movement.mode === "road"
        ? { regime: "tir", guaranteedBy: "carrier" }
        : { regime: "national", guaranteedBy: "broker" },
    );
  }
});

test("a broker promises China's five thousand kilometres more days than Kazakhstan's thousand", () => {
  const [provider] = referenceData.market.organisations;
  if (!provider) throw new Error("the market has companies");
  const mostOf = (movement: (typeof found)[number]) =>
    promisedDays("customs", { movement, provider, spec: { side: "transit" } }).max;
  expect(new Set(overChina.map(mostOf))).toEqual(new Set([13]));
  expect(new Set(found.filter((one) => !overChina.includes(one)).map(mostOf))).toEqual(new Set([9]));
});

test("a transit goes under one declaration, and what passes China is handed over at its station under CPT", () => {
  const deals = overChina.flatMap((movement) => {
    const { buyer, partner } = chooseOverChina(randomFrom(1), referenceData, movement, { at: NOW, beyond: "VN" });
    const asked = { at: NOW, buyer, partner, services: ["logistics", "customs"], side: "transit" } as const;
    return Array.from({ length: 40 }, (_, seed) => planDeal(randomFrom(seed), referenceData, movement, asked));
  });
  const specsOf = (service: string) =>
    deals.flatMap(({ requests }) => requests.filter((one) => one.service === service).map(({ spec }) => spec));
  expect(deals.some(({ deal }) => (deal.cargo as readonly object[]).length > 1)).toBe(true);
  expect(specsOf("customs").filter(({ side, declarations }) => side !== "transit" || declarations !== 1)).toEqual([]);
  expect(new Set(specsOf("logistics").map(({ deliverAt }) => deliverAt))).toEqual(new Set(["terminal"]));
  for (const { deal } of deals) expect(deal.incoterm).toEqual({ rule: "CPT", place: "凭祥站 · Pingxiang station" });
});

test("a transit is looked at on a day of China's holidays, and ended when its goods have passed, by night, too", () => {
  const [movement] = found;
  const deal = { movement, requests: [{ service: "customs", spec: { side: "transit" } }] } as unknown as PlannedDeal;
  const inNewYear = instant(Date.parse("2026-02-20T15:00:00Z"));
  const place = { service: "customs", deal, referenceData } as const;
  expect(doneAt("released", inNewYear, place)).toBe(inNewYear);
  expect(dayOf(doneAt("state_question", inNewYear, place))).toBe("2026-02-21");
});
