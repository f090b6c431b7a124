"use server";

import { z } from "zod";
import { makePack } from "@/server/documents/make-pack";
import { nameDeliverable } from "@/server/documents/name-deliverable";
import { formAction } from "@/server/platform/form/form-action";

const orderId = z.string();
const toPacks = (done: { readonly orderId: string }) => ({ goTo: `/orders/${done.orderId}#packs` });

export const makePackAction = formAction({ command: makePack, form: z.object({ orderId }), then: toPacks });

export const nameDeliverableAction = formAction({
  command: nameDeliverable,
  form: z.object({ orderId, fileId: z.string("required"), code: z.string("required") }),
  fieldOf: ({ code }) => (code === "file_unknown" ? "fileId" : code === "deliverable_unknown" ? "code" : null),
  then: toPacks,
});
