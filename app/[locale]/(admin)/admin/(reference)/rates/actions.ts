"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { enterRate } from "@/server/hubs/enter-rate";
import { confirmedTick } from "@/server/platform/form/confirmed-tick";
import { formAction } from "@/server/platform/form/form-action";

const text = z.string().optional();

export const enterRateAction = formAction({
  command: enterRate,
  form: z.object({
    base: text,
    quote: text,
    rate: text,
    day: text,
    source: text,
    isConfirmed: confirmedTick,
  }),
  fieldOf: ({ code }) => FIELDS[code] ?? null,
  then: async () => ({ notice: (await getTranslations("admin.rates"))("done") }),
});

const FIELDS: Readonly<Record<string, string>> = {
  rate_same_currency: "quote",
  rate_without_base: "quote",
  rate_in_future: "day",
  rate_exists: "day",
  rate_jumps: "rate",
};
