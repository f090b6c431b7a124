"use server";

import { z } from "zod";
import { resumeMails, stopMails } from "@/server/notices/choose";
import { formAction } from "@/server/platform/form/form-action";

const form = z.object({ token: z.string().default("") });
const back = (_: unknown, data: FormData) => ({ goTo: `/stop-mails/${encodeURIComponent(String(data.get("token")))}` });

export const stopMailsAction = formAction({ command: stopMails, form, then: back });
export const resumeMailsAction = formAction({ command: resumeMails, form, then: back });
