import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import type { ProviderCard } from "@/views/providers";
import { CompareTable } from "./compare-table";

const card = (id: string, [onTimeCount, deliveredCount]: readonly [number, number]): ProviderCard => ({
  ...{ id, nameOwn: id, nameLatin: id, country: "KZ", city: "Almaty", check: null },
  offers: [
    { service: "customs", hubIds: ["horgos"], corridors: ["CN-KZ"], languages: ["ru"], licences: [], equipment: [] },
  ],
  figures: { onTimeCount, deliveredCount, completedCount: 0, responseCount: 0, responseMs: null },
});

const compared = (...figures: readonly (readonly [number, number])[]) =>
  drawn(
    <CompareTable
      cards={figures.map((own, at) => card(`p${at}`, own))}
      zone="Asia/Almaty"
      without={(id) => id}
      hubName={(id) => id}
      countryName={(code) => code}
      cityOf={(typed) => typed}
    />,
    { rooms: ["catalogue", "accounts", "services", "service-customs", "ui", "requests", "bidding"] },
  );

const DIFFERENT = /is-different/g;

test("providers of too few orders are not said to differ in what is told of none of them", () => {
  expect(compared([1, 1], [0, 4]).match(DIFFERENT)).toBeNull();
});

test("providers differ where one is told of and another not, or another share", () => {
  expect(compared([5, 5], [0, 4]).match(DIFFERENT)).toHaveLength(1);
  expect(compared([5, 5], [4, 5]).match(DIFFERENT)).toHaveLength(1);
});
