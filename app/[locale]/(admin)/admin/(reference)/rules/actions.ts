"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { toIso } from "@/domain/shared/instant";
import { MARKET_ZONE, parseWallClock } from "@/domain/shared/local-date";
import { enterRule } from "@/server/hubs/enter-rule";
import { formAction } from "@/server/platform/form/form-action";

const text = z.string().optional();

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
