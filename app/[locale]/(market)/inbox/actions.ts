"use server";

import { z } from "zod";
import { accept } from "@/domain/shared/result";
import { muteNotices, unmuteNotices } from "@/server/notices/choose";
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

const toSubject = (_: unknown, data: FormData) => ({
  goTo: `/inbox?open=${encodeURIComponent(String(data.get("open")))}`,
});
const muting = z.object({ what: z.string(), subject: z.string(), open: z.string().default("") });
const asked = async ({ what, subject }: z.output<typeof muting>) =>
  accept({ input: { what, subject }, kept: undefined });

export const muteAction = formAction({ command: muteNotices, form: muting, prepare: asked, then: toSubject });

export const unmuteAction = formAction({ command: unmuteNotices, form: muting, prepare: asked, then: toSubject });

export const markAllReadAction = formAction({ command: markAllRead, form: z.object({}), then: toInbox });
