import { z } from "zod";
import { hasRegisteredNumber } from "../../db/repositories/declarations";
import { isOfficeKnown } from "../../domain/clearance/customs-offices";
import { declarationNumber } from "../../domain/clearance/declaration-number";
import { lateFields, lateStatement } from "../../domain/orders/late-fields";
import { type Refusal, type Result, refuse } from "../../domain/shared/result";
import { type DeclarationReceipt, type MoveRefusal, loadDeclaration, moveDeclaration } from "./move-declaration";
import { command } from "../platform/command";
import type { LoadRefusal } from "../orders/load-order";
import { ACT_REFUSALS, actFields, transitionHttp, ofDeclaration } from "./declaration-fields";

const input = z.strictObject({
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
  input,
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
