import type { z } from "zod";
import type { offerSchema } from "../../domain/bidding/offer/offer-schema";

/** An offer for export clearance, by declaration and by line above five. */
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
