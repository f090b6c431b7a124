import { z } from "zod";
import { hasRegisteredNumber } from "../../db/repositories/declarations";
import { isOfficeKnown } from "../../domain/clearance/customs-offices";
import { declarationNumber } from "../../domain/clearance/declaration-number";
import { lateFields, lateStatement } from "../../domain/orders/late-fields";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import {
  type DeclarationReceipt,
  isTold,
  loadDeclaration,
  type LoadedDeclaration,
  moveDeclaration,
  type MoveRefusal,
  lockDealOfDeclaration,
} from "./move-declaration";
import { kindInOrder } from "../orders/kinds/registry";
import type { Reader } from "../../db/database";
import { DUTIES_STEP } from "../../domain/clearance/transitions";
import { command } from "../platform/command";
import type { LoadRefusal } from "../orders/load-order";
import {
  ACT_REFUSALS,
  actFields,
  assessmentFields,
  earlyReasonField,
  ofDeclaration,
  RECEIPT_MAX,
  transitionHttp,
  WORDS_MAX,
} from "./declaration-fields";
import { type AssessRefusal, dueMinor, keepAssessment } from "../../domain/clearance/assessment";
import { boundedText } from "../../domain/shared/wire-fields";

const fileDeclarationInput = z.strictObject({
  ...ofDeclaration,
  number: z.string().min(1, "required").max(40, "too_long"),
  isConfirmed: z
    .boolean()
    .default(false)
    .meta({ description: "Whether the number is right although its customs office is not known here" }),
  ...actFields,
  ...lateFields,
});

type FileRefusal = Refusal<"declaration_number_malformed" | "declaration_number_used" | "customs_office_unknown">;

/** The customs have registered the declaration under a number. */
export const fileDeclaration = command({
  name: "clearance.file-declaration",
  action: "declaration.change",
  input: fileDeclarationInput,
  http: {
    ...transitionHttp,
    path: "/declarations/{declarationId}/filing",
    summary: "The customs have registered it, under a number of their country's form",
    example: { number: "50417/241126/0012345", occurredAt: "2026-11-24T09:00:00Z" },
    refusals: [
      ...ACT_REFUSALS,
      "declaration_number_malformed",
      "declaration_number_used",
      "customs_office_unknown",
      "late_without_reason",
    ],
  },
  lock: lockDealOfDeclaration,
  async run(
    context,
    { declarationId, version, number, occurredAt, fileIds, isConfirmed, ...said },
  ): Promise<Result<DeclarationReceipt, LoadRefusal | MoveRefusal | FileRefusal>> {
    const { tx, actor } = context;
    const loaded = await loadDeclaration(tx, actor, { declarationId, version, action: "declaration.change" });
    if (!loaded.ok) return loaded;
    const { country, side } = loaded.value.declaration;
    const read = declarationNumber({ country, side, filedAt: occurredAt }, number);
    if (!read.ok) return read;
    const registeredNumber = read.value;
    if (await hasRegisteredNumber(tx, { country, registeredNumber })) return refuse("declaration_number_used");
    if (!isConfirmed && !isOfficeKnown({ country, number: registeredNumber }))
      return refuse("customs_office_unknown", { country, number: registeredNumber });
    return moveDeclaration(context, loaded.value, {
      ...{ event: "file", occurredAt, isAct: true, words: registeredNumber, fileIds, late: lateStatement(said) },
      change: { registeredNumber, filedAt: occurredAt },
    });
  },
});

/** What the customs do beside asking and assessing. */
export const ACTS = ["inspect", "release", "refuse"] as const;

const recordActInput = z.strictObject({
  ...ofDeclaration,
  act: z.enum(ACTS, "unknown_choice"),
  words: z
    .string()
    .trim()
    .max(WORDS_MAX, "too_long")
    .default("")
    .meta({ description: "The number of the act and what was found; of a refusal its reason, which is needed" }),
  ...actFields,
  earlyReason: earlyReasonField,
  ...lateFields,
});

/** Whether goods that come in may be released as far as their duties go: where the order bears any, once they are assessed and paid, or told as paid by hand. */
async function mayRelease(
  db: Reader,
  { declaration, order }: LoadedDeclaration,
): Promise<Result<void, Refusal<"duties_unpaid" | "duties_unassessed">>> {
  if (dueMinor(declaration) > 0n) return refuse("duties_unpaid");
  if (declaration.side !== "import" || declaration.assessment !== null || isTold(order, DUTIES_STEP))
    return accept(undefined);
  const bears = await kindInOrder(order).bearsStateCharges?.(db, order);
  return bears ? refuse("duties_unassessed") : accept(undefined);
}

/** The customs have examined the goods, released them, or refused the declaration. */
export const recordAct = command({
  name: "clearance.record-act",
  action: "declaration.change",
  input: recordActInput,
  http: {
    ...transitionHttp,
    operation: "recordCustomsAct",
    path: "/declarations/{declarationId}/acts",
    summary: "The customs have examined the goods, released them, or refused the declaration",
    example: { act: "release", occurredAt: "2026-11-24T15:00:00Z" },
    refusals: [
      ...ACT_REFUSALS,
      "duties_unpaid",
      "duties_unassessed",
      "reason_required",
      "early_without_reason",
      "late_without_reason",
    ],
  },
  lock: lockDealOfDeclaration,
  async run(
    context,
    { declarationId, version, act, words, occurredAt, fileIds, earlyReason, ...said },
  ): Promise<
    Result<
      DeclarationReceipt,
      LoadRefusal | MoveRefusal | Refusal<"duties_unpaid" | "duties_unassessed" | "reason_required">
    >
  > {
    const { tx, actor } = context;
    const loaded = await loadDeclaration(tx, actor, { declarationId, version, action: "declaration.change" });
    if (!loaded.ok) return loaded;
    if (act === "refuse" && words === "") return refuse("reason_required");
    const paid = act === "release" ? await mayRelease(tx, loaded.value) : accept(undefined);
    if (!paid.ok) return paid;
    return moveDeclaration(context, loaded.value, {
      event: act,
      occurredAt,
      isAct: true,
      words,
      fileIds,
      late: lateStatement(said),
      ...(act === "refuse" ? {} : { earlyReason: earlyReason || null }),
    });
  },
});

const assessDutiesInput = z.strictObject({ ...ofDeclaration, ...assessmentFields, ...actFields });

/** The customs have said what they charge, line by line; a later assessment takes the place of an earlier one. */
export const assessDuties = command({
  name: "clearance.assess-duties",
  action: "declaration.change",
  input: assessDutiesInput,
  http: {
    ...transitionHttp,
    path: "/declarations/{declarationId}/assessment",
    summary: "What the customs charge, line by line; a later assessment takes the place of an earlier one",
    example: {
      lines: [
        {
          line: 1,
          duty: { minor: 44_400_000, currency: "KZT" },
          excise: { minor: 0, currency: "KZT" },
          vat: { minor: 125_504_000, currency: "KZT" },
        },
      ],
      fee: { minor: 2_000_000, currency: "KZT" },
      occurredAt: "2026-11-24T12:00:00Z",
    },
    refusals: [...ACT_REFUSALS, "assessment_lines_differ", "currency_not_of_declaration"],
  },
  lock: lockDealOfDeclaration,
  async run(
    context,
    { declarationId, version, lines, fee, occurredAt, fileIds },
  ): Promise<Result<DeclarationReceipt, LoadRefusal | MoveRefusal | AssessRefusal>> {
    const { tx, actor } = context;
    const loaded = await loadDeclaration(tx, actor, { declarationId, version, action: "declaration.change" });
    if (!loaded.ok) return loaded;
    const kept = keepAssessment(loaded.value.declaration, { lines, fee });
    if (!kept.ok) return kept;
    return moveDeclaration(context, loaded.value, {
      ...{ event: "assess", occurredAt, isAct: true, fileIds },
      change: { assessment: kept.value },
    });
  },
});

const payDutiesInput = z.strictObject({ ...ofDeclaration, receipt: boundedText(RECEIPT_MAX), ...actFields });

/** All that is due of the assessment has been paid, with the number of the receipt. */
export const payDuties = command({
  name: "clearance.pay-duties",
  action: "declaration.change",
  input: payDutiesInput,
  http: {
    ...transitionHttp,
    path: "/declarations/{declarationId}/payment",
    summary: "All that is due has been paid, with the number of the receipt",
    example: { receipt: "P-2026-0077", occurredAt: "2026-11-24T13:00:00Z" },
    refusals: [...ACT_REFUSALS, "nothing_due"],
  },
  lock: lockDealOfDeclaration,
  async run(
    context,
    { declarationId, version, receipt, occurredAt, fileIds },
  ): Promise<Result<DeclarationReceipt, LoadRefusal | MoveRefusal | Refusal<"nothing_due">>> {
    const { tx, actor } = context;
    const loaded = await loadDeclaration(tx, actor, { declarationId, version, action: "declaration.change" });
    if (!loaded.ok) return loaded;
    const { declaration } = loaded.value;
    const left = dueMinor(declaration);
    if (left === 0n) return refuse("nothing_due");
    return moveDeclaration(context, loaded.value, {
      ...{ event: "pay", occurredAt, isAct: true, words: receipt, fileIds },
      change: { paidMinor: declaration.paidMinor + left },
    });
  },
});
