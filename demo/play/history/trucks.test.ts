import { describe, expect, test } from "vitest";
import { readPlate, readSeal, readWagonNumber } from "../../../domain/orders/document-numbers";
import { randomFrom } from "../../plan/random";
import type { PlannedDeal } from "../../plan/plan-deal";
import { driverOf, numbersOfDeal, platesOf, sealOf } from "./trucks";

describe("a truck of the year", () => {
  test.each([
    ["CN", "CNGGZ", "pingxiang", /^桂F\d{5}$/, /^桂F\d{4}挂$/],
    ["VN", "VNSGN", "pingxiang", /^51C-\d{5}$/, /^51R-\d{5}$/],
    ["TH", "THBKK", "mohan", /^70-\d{4}$/, /^70-\d{4}$/],
    ["KZ", "KZALA", "horgos", /^\d{3}[A-Z]{3}02$/, /^\d{2}[A-Z]{3}02$/],
    ["RU", "RUVVO", "suifenhe", /^[А-Я]\d{3}[А-Я]{2}125$/u, /^[А-Я]{2}\d{4}125$/u],
    ["UZ", "UZTAS", "horgos", /^01\d{3}[A-Z]{3}$/, /^01\d{4}[A-Z]{2}$/],
    ["KG", "KGOSS", "irkeshtam", /^02KG\d{3}[A-Z]{3}$/, /^02KG\d{3}[A-Z]{2}$/],
    ["MN", "MNULN", "erenhot", /^\d{4}УБ[А-Я]$/u, /^\d{4}УБ$/u],
  ])("that picks up in %s has plates and a seal of that country, which the product reads", (...row) => {
    const [country, placeId, hubId, tractor, trailer] = row;
    for (let seed = 1; seed < 30; seed++) {
      const random = randomFrom(seed);
      const plates = platesOf(random, { country, placeId, hubId });
      expect(plates.plate).toMatch(tractor);
      expect(plates.trailer).toMatch(trailer);
      for (const plate of [plates.plate, plates.trailer]) expect(readPlate(plate).problem).toBeNull();
      const seal = sealOf(random, country);
      expect(seal).toMatch(new RegExp(`^${country}\\d{6}$`));
      expect(readSeal(seal).problem).toBeNull();
      expect(driverOf(random, country).phone).toMatch(/^\+[\d ]{11,16}$/);
    }
  });
});

test.each([
  ["road", "truck", "trailerPlate"],
  ["rail", "container", "containerNumber"],
  ["rail", "wagon", "wagonNumber"],
  ["air", "pallet", "airWaybill"],
])("a load by %s on a %s is known by its %s, the same to whoever names it", (mode, equipment, named) => {
  const movement = { corridor: "CN-VN", originId: "CNGGZ", hubId: "pingxiang", mode, equipment };
  const deal = { movement } as unknown as PlannedDeal;
  const numbers = numbersOfDeal(randomFrom(3), deal);
  expect(numbers).toHaveProperty(named);
  expect(numbersOfDeal(randomFrom(4), deal)).toEqual(numbers);
});

test("a truck of one piece draws no trailer", () => {
  const movement = { corridor: "CN-VN", originId: "CNGGZ", hubId: "pingxiang", mode: "road", equipment: "box_96" };
  const numbers = numbersOfDeal(randomFrom(3), { movement } as unknown as PlannedDeal);
  expect(Object.keys(numbers)).toEqual(["tractorPlate"]);
});

test.each([
  ["covered_wagon", /^2\d{7}$/],
  ["gondola_wagon", /^6\d{7}$/],
])("the number of a %s begins with what it is, and its check digit agrees", (equipment, form) => {
  const movement = { corridor: "RU-CN", originId: "RUVVO", hubId: "suifenhe", mode: "rail", equipment };
  for (let seed = 1; seed < 30; seed++) {
    const numbers = numbersOfDeal(randomFrom(seed), { movement } as unknown as PlannedDeal);
    const number = "wagonNumber" in numbers ? numbers.wagonNumber : "";
    expect(number).toMatch(form);
    expect(readWagonNumber(number).problem).toBeNull();
  }
});
