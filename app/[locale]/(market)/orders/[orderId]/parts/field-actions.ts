"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { makeLink } from "@/server/field/make-link";
import { revokeLink } from "@/server/field/revoke-link";
import { formAction } from "@/server/platform/form/form-action";

export const makeLinkAction = formAction({
  command: makeLink,
  form: z.object({
    orderId: z.string(),
    role: z.string(),
    person: z.string("required"),
    locale: z.string(),
    days: z.coerce.number("number_malformed"),
  }),
  fieldOf: ({ code }) => (code === "role_of_other_side" ? "role" : null),
  then: async () => ({ notice: (await getTranslations("field.link"))("made") }),
});

export const revokeLinkAction = formAction({
  command: revokeLink,
  then: async () => ({ notice: (await getTranslations("field.link"))("calledBack") }),
});
