"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { formAction } from "@/server/platform/form/form-action";
import { markThreadRead } from "@/server/threads/mark-read";
import { remindOther } from "@/server/threads/remind";
import { writeMessage } from "@/server/threads/write-message";

const bidId = z.string();

const noticed = (word: "sent" | "read" | "reminded") => async () => ({
  notice: (await getTranslations("threads.notice"))(word),
});

/** The page around it is drawn anew, with the message in it. */
export const writeMessageAction = formAction({
  command: writeMessage,
  form: z.object({ bidId, words: z.string("required"), fileIds: z.array(z.string()).default([]) }),
  fieldOf: ({ code }) => (code === "file_unknown" ? "fileIds" : "words"),
  then: noticed("sent"),
});

export const markReadAction = formAction({
  command: markThreadRead,
  form: z.object({ bidId, seq: z.coerce.number().int() }),
  then: noticed("read"),
});

export const remindAction = formAction({ command: remindOther, form: z.object({ bidId }), then: noticed("reminded") });
