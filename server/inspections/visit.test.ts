import { describe, expect, test } from "vitest";
import { cargoLines } from "@/db/schema/deals";
import { refusalOf } from "@/test/bidding-market";
import { CARTONS, inspectionMarket } from "@/test/inspection-market";

const LOT = 3_200;

describe("the number of cartons that an inspector counts", () => {
  test("is refused above the units of the lot, and nothing is drawn or told by it", async () => {
    const market = await inspectionMarket();
    await market.book();
    for (const cartons of [16_000, LOT + 1])
      expect(await market.checkIn("timur", { cartons })).toMatchObject({
        kind: "refused",
        refusal: { code: "more_cartons_than_units", details: { units: LOT } },
      });
    expect(await market.last()).toMatchObject({ state: "booked", cartons: null, seed: null, drawn: null });
    expect(await market.told("inspection")).not.toContain("on_site");
    expect(await market.checkIn("timur", { cartons: 160 })).toMatchObject({ kind: "done" });
    expect((await market.last()).drawn).toHaveLength(13);
  });

  test("may be that of the units: one in each", async () => {
    const market = await inspectionMarket();
    await market.database.write((tx) => tx.update(cargoLines).set({ packages: LOT }));
    await market.book();
    expect(await market.checkIn("timur", { cartons: LOT })).toMatchObject({ kind: "done" });
    expect((await market.last()).drawn).toHaveLength(125);
  });

  test("is taken above the cargo's or below what the sample takes once it is said to be right, and never far above", async () => {
    const market = await inspectionMarket();
    await market.book();
    const refused = async (cartons: number, more: object = {}) =>
      refusalOf(await market.checkIn("timur", { cartons, ...more }));
    expect(await refused(CARTONS * 10 + 1, { isConfirmed: true })).toBe("cartons_far_above_cargo");
    expect(await refused(CARTONS + 1)).toBe("more_cartons_than_cargo");
    expect(await refused(6)).toBe("fewer_cartons_than_sample");
    expect(await market.last()).toMatchObject({ state: "booked", drawn: null });
    expect(await market.checkIn("timur", { cartons: 6, isConfirmed: true })).toMatchObject({ kind: "done" });
    expect((await market.last()).drawn).toHaveLength(3);
  });
});

test("pieces beyond the order are counted once somebody says that it is right, are left out of the lot, and keep the verdict open", async () => {
  const market = await inspectionMarket();
  await market.book();
  await market.checkIn();
  const beyond = await market.found(0, { quantities: [{ line: 0, presented: 6_400, packed: 6_400 }] });
  expect(await market.save(beyond)).toMatchObject({
    refusal: { code: "more_presented_than_ordered", details: { line: 0, presented: 6_400, ordered: LOT } },
  });
  expect((await market.last()).results).toBeNull();
  expect(await market.save(beyond, "timur", { isConfirmed: true })).toMatchObject({ kind: "done" });
  // The same count is not asked about anew when something else is written down.
  expect(await market.save({ ...beyond, remarks: "Two orders stand together" })).toMatchObject({ kind: "done" });
  await market.stay();
  await market.checkOut();
  expect(await market.issue()).toMatchObject({ kind: "done", value: { verdict: "pending" } });
  const { judgement, plan } = await market.last();
  expect([plan.units, judgement?.pending]).toEqual([125, [{ kind: "presented_over", line: 0 }]]);
});
