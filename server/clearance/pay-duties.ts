import { z } from "zod";
import { dueMinor } from "../../domain/clearance/assessment";
import { boundedText } from "../../domain/shared/wire-fields";
import { type Refusal, type Result, refuse } from "../../domain/shared/result";
import { type DeclarationReceipt, type MoveRefusal, loadDeclaration, moveDeclaration } from "./move-declaration";
import { command } from "../platform/command";
import type { LoadRefusal } from "../orders/load-order";
import { ACT_REFUSALS, actFields, transitionHttp, ofDeclaration, RECEIPT_MAX } from "./declaration-fields";

const input = z.strictObject({ ...ofDeclaration, receipt: boundedText(RECEIPT_MAX), ...actFields });

/** All that is due of the assessment has been paid, with the number of the receipt. */
export const payDuties = command({
  name: "clearance.pay-duties",
  action: "declaration.change",
  input,
  http: {
    ...transitionHttp,
    path: "/declarations/{declarationId}/payment",
    summary: "All that is due has been paid, with the number of the receipt",
    example: { receipt: "P-2026-0077", occurredAt: "2026-11-24T13:00:00Z" },
    refusals: [...ACT_REFUSALS, "nothing_due"],
  },
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
