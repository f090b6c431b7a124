"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { safePath } from "@/domain/accounts/safe-path";
import { editLicences, isWritten, licenceLines, withLicenceLines } from "@/domain/catalogue/licence-lines";
import type { FormState } from "@/domain/shared/form-state";
import { pageTextsSchema, workingHoursSchema } from "@/domain/catalogue/provider-page";
import { LOCALES } from "@/domain/shared/locale";
import { pauseListing, saveListing } from "@/server/catalogue/listings";
import { raiseAnswer, removeAnswer, saveProviderPage, writeAnswer } from "@/server/catalogue/provider-page";
import { answer, formAction, valuesOfForm } from "@/server/platform/form/form-action";
import { steppedAction } from "@/server/platform/form/stepped-action";
import { TEXT_FIELDS } from "./text-fields";

const licence = z
  .object({ name: z.string().default(""), number: z.string().default(""), validUntil: z.string().optional() })
  .optional();

/** A form leaves out what is empty; lines on which nothing was written are no licences. */
const listingForm = z
  .object({
    service: z.string().default(""),
    summary: z.string().default(""),
    hubIds: z.array(z.string()).default([]),
    corridors: z.array(z.string()).default([]),
    languages: z.array(z.string()).default([]),
    licences: z.array(licence).default([]),
    equipment: z.array(z.string()).default([]),
    isActive: z.boolean().default(false),
  })
  .transform(({ licences, ...listing }) => ({
    ...listing,
    licences: licences.flatMap((line) =>
      line && isWritten(line) ? [{ ...line, validUntil: line.validUntil ?? null }] : [],
    ),
  }));

const toListings = () => ({ goTo: "/organisation/listings" });

const save = formAction({
  command: saveListing,
  form: listingForm,
  fieldOf: ({ code }) => (code === "hubs_off_corridors" ? "hubIds" : null),
  then: (_output, data) => ({ goTo: safePath(data.get("next")) ?? "/organisation/listings" }),
});

/** The buttons of the licence lines change the form and keep nothing. */
function editLines(data: FormData): FormState | null {
  const values = valuesOfForm(data);
  const lines = editLicences(String(data.get("intent") ?? ""), licenceLines(values));
  return lines && { ...answer(data, {}), values: withLicenceLines(values, lines) };
}

export const listingAction = steppedAction("catalogue.save-listing", editLines, save);

export const pauseAction = formAction({
  command: pauseListing,
  form: z.object({ service: z.string(), isActive: z.enum(["true", "false"]).transform((word) => word === "true") }),
  then: toListings,
});

const typed = z.string().optional();

/** Texts as their fields are called, and hours as far as any day is ticked. */
const pageForm = z
  .object({
    ...{ textEn: typed, textZh: typed, textRu: typed, textVi: typed, textKk: typed },
    days: z.array(z.coerce.number()).default([]),
    ...{ from: z.string().default(""), to: z.string().default(""), zone: z.string().default("") },
  })
  .transform(({ days, from, to, zone, ...said }, context) => {
    const texts = pageTextsSchema.safeParse(
      Object.fromEntries(LOCALES.map((language) => [language, said[TEXT_FIELDS[language]]])),
    );
    const hours = workingHoursSchema.nullable().safeParse(days.length === 0 ? null : { days, from, to, zone });
    if (texts.success && hours.success) return { texts: texts.data, hours: hours.data };
    for (const { path, ...issue } of texts.error?.issues ?? []) {
      const [language] = path;
      const field = LOCALES.find((one) => one === language);
      context.issues.push({ ...issue, path: field ? [TEXT_FIELDS[field]] : [], input: said } as z.core.$ZodRawIssue);
    }
    context.issues.push(
      ...(hours.error?.issues ?? []).map((issue) => ({ ...issue, input: said }) as z.core.$ZodRawIssue),
    );
    return z.NEVER;
  });

export const pageAction = formAction({
  command: saveProviderPage,
  form: pageForm,
  then: async () => ({ notice: (await getTranslations("catalogue.pageForm"))("saved") }),
});

const toAnswers = () => ({ goTo: "/organisation/listings#answers" });
const answerForm = z.object({ answerId: z.string().default("") });

export const writeAnswerAction = formAction({
  command: writeAnswer,
  form: z
    .object({ answerId: z.string().optional(), language: typed, question: typed, answer: typed })
    .transform(({ answerId = null, ...said }) => ({ answerId, ...said })),
  fieldOf: ({ code }) => (code === "answers_full" ? "language" : null),
  then: toAnswers,
});

export const raiseAnswerAction = formAction({ command: raiseAnswer, form: answerForm, then: toAnswers });
export const removeAnswerAction = formAction({ command: removeAnswer, form: answerForm, then: toAnswers });
