"use server";

import { getTranslations } from "next-intl/server";
import { ruleForm } from "@/domain/documents/document-rule-schema";
import { enterDocumentRule } from "@/server/documents/enter-document";
import { formAction } from "@/server/platform/form/form-action";
import { z } from "zod";
import { enterDutyRate } from "@/server/tariff/enter-duty-rate";
import { confirmedTick } from "@/server/platform/form/form-fields";
import { enterRate } from "@/server/hubs/enter-rate";
import { MARKET_ZONE, toIso } from "@/domain/shared/time";
import { parseWallClock } from "@/domain/shared/zones";
import { enterRule } from "@/server/hubs/enter-rule";

const DOCUMENT_RULE_FIELDS: Readonly<Record<string, string>> = {
  hub_unknown: "hubs",
  document_rule_in_past: "fromDay",
  document_rule_exists: "fromDay",
};

export const enterDocumentRuleAction = formAction({
  command: enterDocumentRule,
  form: ruleForm,
  fieldOf: ({ code }) => DOCUMENT_RULE_FIELDS[code] ?? null,
  then: async () => ({ notice: (await getTranslations("documents.rules"))("done") }),
});

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
  fieldOf: ({ code }) => DUTY_RATE_FIELDS[code] ?? null,
  then: async () => ({ notice: (await getTranslations("duties.form"))("done") }),
});

const DUTY_RATE_FIELDS: Readonly<Record<string, string>> = {
  duty_rate_exists: "validFrom",
  duty_rate_jumps: "percent",
  duty_rate_high: "percent",
};

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
  fieldOf: ({ code }) => RATE_FIELDS[code] ?? null,
  then: async () => ({ notice: (await getTranslations("admin.rates"))("done") }),
});

const RATE_FIELDS: Readonly<Record<string, string>> = {
  rate_same_currency: "quote",
  rate_without_base: "quote",
  rate_in_future: "day",
  rate_exists: "day",
  rate_jumps: "rate",
};

/** The form's clock time is the market's; what cannot be read goes on as it is, for the command to name. */
const wallClock = text.transform((value) => {
  const at = value ? parseWallClock(value, MARKET_ZONE) : null;
  return at === null ? value : toIso(at);
});

export const enterRuleAction = formAction({
  command: enterRule,
  form: z.object({ name: text, value: text, effectiveFrom: wallClock, reason: text }),
  fieldOf: ({ code }) => (code === "rule_in_past" ? "effectiveFrom" : code.startsWith("rule_") ? "value" : null),
  then: async () => ({ notice: (await getTranslations("admin.rules"))("done") }),
});
