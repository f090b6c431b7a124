"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { draftText } from "@/server/about/draft-text";
import { enterFee } from "@/server/about/enter-fee";
import { enterOperator } from "@/server/about/enter-operator";
import { publishText } from "@/server/about/publish-text";
import { formAction } from "@/server/platform/form/form-action";

const text = z.string().optional();

const done = async (what: "fee" | "draft" | "publish" | "operator") => ({
  notice: (await getTranslations("about.done"))(what),
});

export const enterFeeAction = formAction({
  command: enterFee,
  form: z.object({
    ...{ payer: text, basis: text, percent: text, amount: text, currency: text },
    ...{ validFrom: text, noteEn: text, noteZh: text },
    ...{ noteRu: text, noteVi: text, noteKk: text },
  }),
  fieldOf: ({ code }) => (code === "fee_in_past" ? "validFrom" : null),
  then: () => done("fee"),
});

export const draftTextAction = formAction({ command: draftText, then: () => done("draft") });

export const publishTextAction = formAction({ command: publishText, then: () => done("publish") });

export const enterOperatorAction = formAction({
  command: enterOperator,
  form: z.object({
    ...{ nameEn: text, nameZh: text, registration: text, addressEn: text, addressZh: text, email: text, phone: text },
  }),
  then: () => done("operator"),
});
