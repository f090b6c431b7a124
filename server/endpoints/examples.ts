import { EXPORTER } from "../../domain/services/customs/spec-example";
import type { z } from "zod";
import type { offerSchema } from "../../domain/bidding/offer/offer-schema";
import type { dealSchema } from "../../domain/deals/deal-schema";
import type { newRequestSchema } from "../commands/requests/create-request";

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

/** Export clearance of that truck, asked for in sealed bids. */
export const REQUEST_BODY: z.input<typeof newRequestSchema> = {
  dealId: "01jd9w2m4k8h6t3q5r7v9x0z2c",
  service: "customs",
  spec: { side: "export", supervisionMode: "0110", ...EXPORTER },
  bidding: {
    mode: "sealed",
    closesAt: "2026-11-28T10:00:00Z",
    decideBy: "2026-11-30T10:00:00Z",
    currency: "CNY",
    mayCloseEarly: true,
    twoPersonOpening: false,
  },
  publish: true,
};

export const BID_BODY: z.input<typeof offerSchema> = {
  currency: "CNY",
  charges: [
    { code: "EXD", basis: "declaration", unitPrice: { minor: 32_000, currency: "CNY" } },
    { code: "HSC", basis: "hs_line_above_5", unitPrice: { minor: 1_500, currency: "CNY" } },
  ],
  transitDays: { min: 1, max: 2 },
  validUntil: "2026-12-15T10:00:00Z",
  terms: {},
};
