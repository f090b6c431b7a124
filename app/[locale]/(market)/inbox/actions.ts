"use server";

import { z } from "zod";
import { markAllRead, markGroupRead, markRead } from "@/server/notices/mark-read";
import { formAction } from "@/server/platform/form/form-action";

const toInbox = () => ({ goTo: "/inbox" });

export const markReadAction = formAction({
  command: markRead,
  form: z.object({ noticeId: z.string() }),
  then: ({ group }) => ({ goTo: `/inbox?open=${encodeURIComponent(group)}` }),
});

export const markGroupReadAction = formAction({
  command: markGroupRead,
  form: z.object({ group: z.string().default("") }),
  then: ({ group }) => ({ goTo: `/inbox?open=${encodeURIComponent(group)}` }),
});

export const markAllReadAction = formAction({ command: markAllRead, form: z.object({}), then: toInbox });
