import { z } from "zod";

const TRANSIT_DAYS_MAX = 365;

const days = z.int().min(0).max(TRANSIT_DAYS_MAX);

/** From pick-up to delivery; for services that move no goods, from instruction to result. */
export const transitDaysSchema = z
  .strictObject({ min: days, max: days })
  .refine(({ min, max }) => min <= max, { message: "days_run_backwards", path: ["max"] })
  .meta({ description: "From pick-up to delivery; for services that move no goods, from instruction to result" });
