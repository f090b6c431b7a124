import { z } from "zod";
import { chargeLinesSchema, type ChargeLine } from "../../../services/charge";
import { boundedText, localDateField } from "@/domain/shared/wire-fields";
import type { LocalDate } from "../../../shared/local-date";
import { ALTERNATIVE_NOTE_MAX, ALTERNATIVE_TITLE_MAX, ALTERNATIVES_MAX } from "../beside/limits";
import type { PricedLine } from "../../price-charges";
import { transitDaysSchema } from "./transit-days";

/** Another way to do what was asked for, with a price and days of its own; the rest of the bid holds for it as well. */
export type Alternative = {
  readonly title: string;
  readonly charges: readonly ChargeLine[];
  readonly transitDays: { readonly min: number; readonly max: number };
  readonly startDate?: LocalDate | null | undefined;
  readonly note: string;
};

/** The same as it is kept: its lines priced by the request, its total in the bid's currency as digits. */
export type PricedAlternative = Omit<Alternative, "charges"> & {
  readonly lines: readonly PricedLine[];
  readonly totalMinor: string;
};

export const alternativesSchema = z
  .array(
    z.strictObject({
      title: boundedText(ALTERNATIVE_TITLE_MAX),
      charges: chargeLinesSchema,
      transitDays: transitDaysSchema,
      startDate: localDateField.nullable().default(null),
      note: z.string().trim().max(ALTERNATIVE_NOTE_MAX).default(""),
    }),
  )
  .max(ALTERNATIVES_MAX)
  .meta({
    description: "Other ways to do it, priced like the main offer; the buyer awards one of them or the main offer",
  });
