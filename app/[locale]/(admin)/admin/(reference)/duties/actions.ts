"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { enterDutyRate } from "@/server/tariff/enter-duty-rate";
import { confirmedTick } from "@/server/platform/form/confirmed-tick";
import { formAction } from "@/server/platform/form/form-action";

const text = z.string().optional();

export const enterDutyRateAction = formAction({
  command: enterDutyRate,
  form: z.object({
    country: text,
    charge: text,
    hsPrefix: text,
    method: text,
    percent: text,
    unitPrice: text,
    unitCurrency: text,
    unit: text,
    valueFrom: text,
    validFrom: text,
    source: text,
    isConfirmed: confirmedTick,
  }),
  fieldOf: ({ code }) => FIELDS[code] ?? null,
  then: async () => ({ notice: (await getTranslations("duties.form"))("done") }),
});

const FIELDS: Readonly<Record<string, string>> = {
  duty_rate_exists: "validFrom",
  duty_rate_jumps: "percent",
  duty_rate_high: "percent",
};
