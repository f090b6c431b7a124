import { z } from "zod";

const TRANSIT_DAYS_MAX = 365;

const days = z.int().min(0).max(TRANSIT_DAYS_MAX);

/** The days that a bid promises, from where its kind says that they run to the result. */
export const transitDaysSchema = z
  .strictObject({ min: days, max: days })
  .refine(({ min, max }) => min <= max, { message: "days_run_backwards", path: ["max"] })
  .meta({
    description:
      "From when the buyer's part is done (goods picked up, funds received, the inspector named; of a clearance papers complete and the goods before the customs that release them last) to the result",
  });
