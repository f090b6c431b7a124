import { z } from "zod";
import { parseRate } from "@/domain/shared/exchange-rate";
import { AMONG_OTHERS } from "../../shared/wire-fields";
import { schemaOf } from "../list-schema";
import { payeeFields, paymentFields } from "./spec";
import { paymentTermsFields } from "./terms";

export const payeeSchema = schemaOf(payeeFields);

export const paymentSpecSchema = schemaOf(paymentFields);

const midRate = z
  .string()
  .trim()
  .refine((text) => parseRate(text) !== null, "rate_malformed");

/** The fallback is another channel than the first, and nine payments of ten are not faster than the typical one. */
export const paymentTermsSchema = schemaOf(paymentTermsFields, { midRate })
  .refine(({ channel, fallbackChannel }) => fallbackChannel === undefined || fallbackChannel !== channel, {
    ...AMONG_OTHERS,
    message: "fallback_same_channel",
    path: ["fallbackChannel"],
  })
  .refine(({ hoursToPayout: typical, hoursToPayoutP90: p90 }) => p90 === undefined || p90 >= (typical ?? 0), {
    message: "p90_below_typical",
    path: ["hoursToPayoutP90"],
  });
