import { z } from "zod";
import { boundedText } from "../wire-fields";
import { BROKER_ROLES, DUTY_PAYERS } from "./choices";

const hours = z.int().min(0).max(720);

/** What a customs bid promises beside its prices. */
export const customsTermsSchema = z.strictObject({
  licenceNumber: boundedText(60).optional().meta({ description: "In the register of customs brokers" }),
  clearancePost: boundedText(120).optional(),
  declarantRole: z.enum(BROKER_ROLES).optional(),
  hoursToFile: hours.optional().meta({ description: "From complete documents to filing" }),
  hoursToRelease: hours.optional().meta({ description: "Typical, from filing to release" }),
  dutyPaidBy: z.enum(DUTY_PAYERS).optional(),
});
export type CustomsTerms = z.output<typeof customsTermsSchema>;
