"use server";

import { z } from "zod";
import { timeIn } from "@/app/typed-fields";
import { endDelay, objectToDelay, reportDelay, withdrawDelay } from "@/server/orders/delay/delays";
import { endException, raiseException } from "@/server/orders/delay/exceptions";
import { formAction } from "@/server/platform/form/form-action";

const text = z.string().optional();
const toDelay = ({ orderId }: { readonly orderId: string }) => ({ goTo: `/orders/${orderId}#delay` });
const toOrder = ({ id }: { readonly id: string }) => ({ goTo: `/orders/${id}#exception` });

const FIELD_OF: Readonly<Record<string, string>> = {
  delay_not_running: "place",
  delay_inverted: "to",
  delay_in_future: "to",
  delay_outside: "from",
  delay_overlaps: "from",
};

const fieldOf = ({ code }: { readonly code: string }): string | null => FIELD_OF[code] ?? null;

export const reportDelayAction = formAction({
  command: reportDelay,
  form: z
    .object({ orderId: text, place: text, reason: text, from: text, to: text, zone: text, words: text })
    .transform(({ zone, from, to, ...rest }) => ({ ...rest, from: timeIn(from, zone), to: timeIn(to, zone) })),
  fieldOf,
  then: toDelay,
});

export const endDelayAction = formAction({
  command: endDelay,
  form: z
    .object({ orderId: text, segmentId: text, to: text, zone: text })
    .transform(({ zone, to, ...rest }) => ({ ...rest, to: timeIn(to, zone) })),
  fieldOf,
  then: toDelay,
});

export const objectToDelayAction = formAction({
  command: objectToDelay,
  form: z.object({ orderId: text, segmentId: text, words: text }),
  then: toDelay,
});

export const withdrawDelayAction = formAction({
  command: withdrawDelay,
  form: z.object({ orderId: text, segmentId: text }),
  then: toDelay,
});

export const raiseExceptionAction = formAction({
  command: raiseException,
  form: z.object({ orderId: text, reason: text, words: text }),
  fieldOf: ({ code }) => (code === "reason_not_of_service" ? "reason" : null),
  then: toOrder,
});

export const endExceptionAction = formAction({
  command: endException,
  form: z.object({ orderId: text, words: text }),
  then: toOrder,
});
