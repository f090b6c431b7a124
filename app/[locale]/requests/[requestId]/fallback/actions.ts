"use server";

import { z } from "zod";
import { chooseFallbackOf } from "@/server/requests/choose-fallback";
import { formAction } from "@/server/platform/form/form-action";

/** The buyer does the service itself, or drops it: what follows from it is read on the deal's page. */
export const fallbackAction = formAction({
  command: chooseFallbackOf,
  form: z.object({ requestId: z.string(), choice: z.string().optional() }),
  then: ({ dealId }) => ({ goTo: `/deals/${dealId}` }),
});
