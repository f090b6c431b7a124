import { z } from "zod";
import { type View, time } from "./fields";

const change = z
  .object({
    path: z.string().meta({ description: "Where it stands, such as `spec.pickupFrom` or `closesAt`" }),
    before: z.unknown().meta({ description: "As it travels; null where nothing was said" }),
    after: z.unknown(),
  })
  .meta({ id: "AmendmentChange" });

/** One amendment of a request. */
export const amendment = z
  .object({
    number: z.int(),
    at: time,
    reason: z.string(),
    isSpecChanged: z.boolean(),
    isExtended: z.boolean().meta({ description: "The market moved the close, because the amendment came late" }),
    staleCount: z.int().meta({ description: "Bids that stood and had to be confirmed" }),
    changes: z.array(change).meta({ description: "Without a key those of times only, since specs name addresses" }),
  })
  .meta({ id: "Amendment" });

/** An amendment with who of the buyer's people made it, for the buyer; null for all others. */
export type Amendment = View<typeof amendment> & { readonly by: string | null };
