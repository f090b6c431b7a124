import { z } from "zod";
import { SERVICES, type Service } from "@/domain/shared/service";
import { setOf } from "@/domain/shared/wire-fields";
import { PACKAGES_MAX } from "../beside/limits";

/** Half the price: what goes further is a slip or a lure. */
export const PACKAGE_BPS_MAX = 5_000;

/** If the same bidder also wins the deal's requests for all of these services, this bid's own price is so much lower, in basis points. */
export type PackageDiscount = { readonly services: readonly Service[]; readonly discountBps: number };

export const packageDiscountsSchema = z
  .array(
    z.strictObject({
      services: setOf(SERVICES).min(1, "required"),
      discountBps: z.int().min(1).max(PACKAGE_BPS_MAX),
    }),
  )
  .max(PACKAGES_MAX)
  .meta({
    description:
      "Taken off your own price, not off what is passed through, if you also win the deal's requests for these services in the same award; of several that apply the greatest counts, once",
  });
