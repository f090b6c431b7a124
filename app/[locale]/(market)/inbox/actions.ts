"use server";

import { z } from "zod";
import { markAllRead, markRead } from "@/server/notices/mark-read";
import { formAction } from "@/server/platform/form/form-action";

const toInbox = () => ({ goTo: "/inbox" });

export const markReadAction = formAction({
  command: markRead,
  form: z.object({ noticeId: z.string() }),
  then: toInbox,
});

export const markAllReadAction = formAction({ command: markAllRead, form: z.object({}), then: toInbox });
