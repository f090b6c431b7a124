import type { z } from "zod";
import type { dealSchema } from "./deal-schema";

export type WireDeal = z.input<typeof dealSchema>;

/** A truck of solar inverters from Yiwu to Almaty in the wire form; tests change what they are about. */
export const dealExample = (changes: Partial<WireDeal> = {}): WireDeal => ({
  direction: "export",
  title: "Solar inverters",
  incoterm: { rule: "DAP", place: "Almaty" },
  originId: "CNYIU",
  hubId: "any",
  destinationId: "KZALA",
  mode: "road",
  readyDate: "2026-12-10",
  goodsValue: { minor: 61_400_000, currency: "CNY" },
  cargo: [
    {
      description: "Inverters 10 kW",
      hsCode: "850440",
      packages: 400,
      packageType: "CT",
      grossWeightGrams: 11_200_000,
      volumeCm3: 42_000_000,
      value: { minor: 60_000_000, currency: "CNY" },
    },
    {
      description: "Mounting rails",
      hsCode: "761090",
      packages: 12,
      packageType: "BE",
      grossWeightGrams: 840_000,
      dimensionsMm: { length: 4200, width: 400, height: 300 },
    },
  ],
  ...changes,
});
