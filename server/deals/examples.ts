import type { z } from "zod";
import type { dealSchema } from "../../domain/deals/deal-schema";

/** A truck of solar inverters from Yiwu to Almaty. */
export const DEAL_BODY: z.input<typeof dealSchema> = {
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
  ],
};
