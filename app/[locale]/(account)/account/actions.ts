"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { TOPICS } from "@/domain/notices/topics";
import { accept } from "@/domain/shared/result";
import { chooseNotices, unmuteNotices } from "@/server/notices/choose";
import { formAction } from "@/server/platform/form/form-action";

const typed = z.object(
  Object.fromEntries(
    TOPICS.flatMap((topic) => [`inbox_${topic}`, `mail_${topic}`]).map((name) => [name, z.string().optional()]),
  ) as Record<string, z.ZodOptional<z.ZodString>>,
);

/** A row that the page did not show stays as it is. */
export const chooseNoticesAction = formAction({
  command: chooseNotices,
  form: typed,
  prepare: async (fields) => {
    const choices = TOPICS.flatMap((topic) => {
      const mail = fields[`mail_${topic}`];
      return mail === undefined ? [] : [{ topic, mail, isInInbox: fields[`inbox_${topic}`] === "on" }];
    });
    return accept({ input: { choices }, kept: undefined });
  },
  then: async () => ({ notice: (await getTranslations("notices.choices"))("saved") }),
});

export const unmuteNoticesAction = formAction({
  command: unmuteNotices,
  form: z.object({ what: z.string(), subject: z.string() }),
  then: () => ({ goTo: "/account#notices" }),
});
