"use server";

import { z } from "zod";
import { readTypedEvidence } from "@/domain/orders/typed-evidence";
import { FUNDS_FIELDS, fundsFieldOf, readTypedFunds, type TypedFunds } from "@/domain/services/payment/funds";
import { lateFieldOf, typedLate } from "@/domain/orders/late-fields";
import { EVIDENCE_FIELDS, type EvidenceField } from "@/domain/services/evidence";
import type { Refusal } from "@/domain/shared/result";
import { dayOf, MARKET_ZONE } from "@/domain/shared/time";
import { acceptOrder, requestChanges } from "@/server/orders/accept-order";
import { cancelOrder } from "@/server/orders/cancel-order";
import { reportMilestone } from "@/server/orders/report-milestone";
import { confirmedTick } from "@/server/platform/form/form-fields";
import { formAction, readFields } from "@/server/platform/form/form-action";
import { platform } from "@/server/platform/platform";
import { makePack } from "@/server/documents/make-pack";
import { nameDeliverable } from "@/server/documents/name-deliverable";
import { typedTime } from "@/app/typed-fields";
import { getTranslations } from "next-intl/server";
import { makeLink, revokeLink } from "@/server/field/links";
import { strikeReport } from "@/server/field/strike-report";

const orderId = z.string();

const typedEvidence = Object.fromEntries(EVIDENCE_FIELDS.map((field) => [field, z.string().optional()])) as Record<
  EvidenceField,
  z.ZodOptional<z.ZodString>
>;

const typedFunds = Object.fromEntries(
  Object.values(FUNDS_FIELDS).map((field) => [field, z.string().optional()]),
) as Record<keyof TypedFunds, z.ZodOptional<z.ZodString>>;

/** A form sends the clock as the reader's wall shows it, and which zone that wall is in. */
const readReport = readFields(
  {
    orderId,
    code: z.string("required"),
    occurredAt: z.string("required"),
    zone: z.string(),
    note: z.string().default(""),
    earlyReason: z.string().default(""),
    papersReason: z.string().default(""),
    passedReason: z.string().default(""),
    isConfirmed: confirmedTick,
    ...typedLate,
    fileIds: z.array(z.string()).default([]),
    ...typedFunds,
    ...typedEvidence,
  },
  (sent, context) => {
    const { orderId: id, code, zone = MARKET_ZONE, occurredAt, note, fileIds, ...rest } = sent;
    const { earlyReason, papersReason, passedReason, isConfirmed, lateReason, lateWords, ...typed } = rest;
    const reasons = { earlyReason, papersReason, passedReason, lateReason, lateWords };
    const { evidence, problems: wrongNumbers } = readTypedEvidence(typed);
    const { funds, problems: wrongFunds } = readTypedFunds(typed, dayOf(platform().clock()));
    for (const [field, message] of Object.entries({ ...wrongNumbers, ...wrongFunds }))
      context.addIssue({ code: "custom", path: [field], message });
    return {
      ...{ orderId: id, code, note, isConfirmed, ...reasons, fileIds },
      occurredAt: typedTime(occurredAt, { field: "occurredAt", zone, context }),
      ...(Object.keys(evidence).length > 0 ? { evidence } : {}),
      ...(funds ? { funds } : {}),
    };
  },
);

const FIELD_OF: Readonly<Record<string, string>> = {
  occurred_in_future: "occurredAt",
  occurred_out_of_order: "occurredAt",
  early_without_reason: "earlyReason",
  papers_missing: "papersReason",
  deliverables_missing: "papersReason",
  step_passed_over: "passedReason",
  declaration_number_missing: "declarationNumber",
  declaration_number_malformed: "declarationNumber",
  customs_office_unknown: "isConfirmed",
  number_of_other_deal: "isConfirmed",
  plate_unlike_any: "isConfirmed",
  wagon_without_goods: "isConfirmed",
  weight_above_deal: "isConfirmed",
  weight_above_payload: "isConfirmed",
  weight_absurd: "grossWeight",
  milestone_unknown: "code",
  milestone_already_reported: "code",
  milestone_out_of_order: "code",
  step_owed: "code",
  awaiting_acceptance: "code",
  gate_closed: "code",
  declaration_unreleased: "code",
  step_of_declaration: "code",
  sending_without_reference: "code",
  payment_not_sent: "code",
  surplus_unsettled: "code",
  third_party_held: "code",
  file_unknown: "fileIds",
  too_many_files: "fileIds",
};

/** The field of a number that is refused; one that is missed although it was typed lacks the country by which it is read. */
function numberFieldOf({ code, details }: Refusal, data: FormData): string | null {
  if (code === "number_not_of_order") return String(details?.field).replace("evidence.", "");
  return code === "declaration_number_missing" && data.get("declarationNumber") ? "declarationCountry" : null;
}

const toOrder = ({ id }: { readonly id: string }) => ({ goTo: `/orders/${id}` });

export const reportAction = formAction({
  command: reportMilestone,
  read: readReport,
  fieldOf: (refusal, data) =>
    lateFieldOf(refusal) ?? fundsFieldOf(refusal) ?? numberFieldOf(refusal, data) ?? FIELD_OF[refusal.code] ?? null,
  then: toOrder,
});

export const acceptAction = formAction({ command: acceptOrder, form: z.object({ orderId }), then: toOrder });

export const changesAction = formAction({
  command: requestChanges,
  form: z.object({ orderId, words: z.string("required") }),
  then: toOrder,
});

export const cancelAction = formAction({
  command: cancelOrder,
  form: z.object({ orderId, reason: z.string("required") }),
  then: toOrder,
});

const toPacks = (done: { readonly orderId: string }) => ({ goTo: `/orders/${done.orderId}#packs` });

export const makePackAction = formAction({ command: makePack, form: z.object({ orderId }), then: toPacks });

export const nameDeliverableAction = formAction({
  command: nameDeliverable,
  form: z.object({ orderId, fileId: z.string("required"), code: z.string("required") }),
  fieldOf: ({ code }) => (code === "file_unknown" ? "fileId" : code === "deliverable_unknown" ? "code" : null),
  then: toPacks,
});

export const makeLinkAction = formAction({
  command: makeLink,
  form: z.object({
    orderId: z.string(),
    role: z.string(),
    person: z.string("required"),
    locale: z.string(),
    days: z.coerce.number("whole_number_malformed"),
  }),
  fieldOf: ({ code }) => (code === "role_of_other_side" ? "role" : null),
  then: async () => ({ notice: (await getTranslations("field.link"))("made") }),
});

export const revokeLinkAction = formAction({
  command: revokeLink,
  then: async () => ({ notice: (await getTranslations("field.link"))("calledBack") }),
});

export const strikeReportAction = formAction({
  command: strikeReport,
  form: z.object({ orderId, reportId: z.string("required"), reason: z.string("required") }),
  fieldOf: ({ code }) => (code === "already_struck" || code === "step_followed" ? "reportId" : null),
  then: async () => ({ notice: (await getTranslations("field.link"))("struck") }),
});
