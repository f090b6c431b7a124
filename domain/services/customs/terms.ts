import { z } from "zod";
import { parseHsCode } from "@/domain/tariff/hs-code";
import { RATE_BPS_MAX } from "../../shared/parse-scaled";
import { boundedText } from "../../shared/wire-fields";
import { BROKER_ROLES, CONFIDENCES, DUTY_PAYERS, FINE_BEARERS } from "./choices";
import { HS_REFERENCE_MAX } from "./form";
import { cargoLineNumber } from "./schema";

/** Opinions of a bid: as many as fit the one size of sealed bids beside the longest lines and texts. */
export const HS_OPINIONS_MAX = 12;

const rateBps = z.int().min(0).max(RATE_BPS_MAX);

const hsOpinionSchema = z.strictObject({
  hsCode: z
    .string()
    .max(14)
    .refine((text) => parseHsCode(text) !== null, "hs_code_malformed"),
  dutyBps: rateBps.optional(),
  vatBps: rateBps.optional(),
  confidence: z.enum(CONFIDENCES).optional(),
  reference: boundedText(HS_REFERENCE_MAX).optional().meta({ description: "A ruling, a note of the tariff" }),
});
export type HsOpinion = z.output<typeof hsOpinionSchema>;

const hours = z.int().min(0).max(720);

/** What a customs bid promises beside its prices. */
export const customsTermsSchema = z
  .strictObject({
    licenceNumber: boundedText(60).optional().meta({ description: "In the register of customs brokers" }),
    clearancePost: boundedText(120).optional(),
    declarantRole: z.enum(BROKER_ROLES).optional(),
    hoursToFile: hours.optional().meta({
      description:
        "From complete papers, the answered draft and goods at the supervised place to filing; filing ahead is in time",
    }),
    hoursToRelease: hours
      .optional()
      .meta({ description: "Typical, from filing to release, with the goods before the customs" }),
    hoursToReleaseP90: hours.optional().meta({ description: "Nine in ten are released within" }),
    dutyPaidBy: z.enum(DUTY_PAYERS).optional(),
    finesBorneBy: z.enum(FINE_BEARERS).optional().meta({ description: "Fines of the customs for a wrong declaration" }),
    hsOpinions: z
      .record(cargoLineNumber, hsOpinionSchema)
      .refine((lines) => Object.keys(lines).length <= HS_OPINIONS_MAX, "too_many_lines")
      .optional()
      .meta({ description: "How the broker would classify, by the number of the cargo line" }),
  })
  .refine(({ hoursToRelease: typical, hoursToReleaseP90: p90 }) => p90 === undefined || p90 >= (typical ?? 0), {
    message: "p90_below_typical",
    path: ["hoursToReleaseP90"],
  });
export type CustomsTerms = z.output<typeof customsTermsSchema>;
