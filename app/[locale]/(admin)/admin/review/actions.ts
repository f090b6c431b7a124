"use server";

import { z } from "zod";
import { approveRequest } from "@/server/requests/approve-request";
import { declineRequest } from "@/server/requests/decline-request";
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
