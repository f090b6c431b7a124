import { z } from "zod";

/** The box by which somebody stands by a figure that the command would else refuse as unlikely. */
export const confirmedTick = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");
