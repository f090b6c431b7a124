import type { z } from "zod";
import { EXPORTER } from "../../domain/services/examples";
import type { newRequestSchema } from "./create-request";

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
