import { describe, expect, test } from "vitest";
import { inspectionMarket } from "@/test/inspection-market";

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
    await market.book();
    expect(await market.checkIn("timur", { cartons: LOT })).toMatchObject({ kind: "done" });
    expect((await market.last()).drawn).toHaveLength(125);
  });
});
