"use server";

import { z } from "zod";
import { approveRequest, declineRequest } from "@/server/requests/publish-request";
import { formAction } from "@/server/platform/form/form-action";

const back = () => ({ goTo: "/admin/review" });

export const approveAction = formAction({
  command: approveRequest,
  form: z.object({ requestId: z.string() }),
  then: back,
});

export const declineAction = formAction({
  command: declineRequest,
  form: z.object({ requestId: z.string(), reason: z.string("required") }),
  then: back,
});
