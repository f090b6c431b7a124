"use server";

import { z } from "zod";
import { safePath } from "@/domain/accounts/safe-path";
import { editLicences, isWritten, licenceLines, withLicenceLines } from "@/domain/catalogue/licence-lines";
import type { FormState } from "@/domain/shared/form-state";
import { pauseListing, saveListing } from "@/server/catalogue/listings";
import { answer, formAction, valuesOfForm } from "@/server/platform/form/form-action";
import { steppedAction } from "@/server/platform/form/stepped-action";

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
