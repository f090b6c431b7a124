import { z } from "zod";
import { dueMinor } from "../../domain/clearance/assessment";
import { EARLY_REASON_MAX } from "../../domain/services/earliest";
import { optionalText } from "../../domain/shared/wire-fields";
import { lateFields, lateStatement } from "../../domain/orders/late-fields";
import { type Refusal, type Result, refuse } from "../../domain/shared/result";
import { type DeclarationReceipt, type MoveRefusal, loadDeclaration, moveDeclaration } from "./move-declaration";
import { command } from "../platform/command";
import type { LoadRefusal } from "../orders/load-order";
import { ACT_REFUSALS, actFields, transitionHttp, ofDeclaration, WORDS_MAX } from "./declaration-fields";

/** What the customs do beside asking and assessing. */
export const ACTS = ["inspect", "release", "refuse"] as const;

const input = z.strictObject({
  ...ofDeclaration,
  act: z.enum(ACTS, "unknown_choice"),
  words: z
    .string()
    .trim()
    .max(WORDS_MAX, "too_long")
    .default("")
    .meta({ description: "The number of the act and what was found; of a refusal its reason, which is needed" }),
  ...actFields,
  earlyReason: optionalText(EARLY_REASON_MAX).optional().meta({
    description:
      "Why goods were released before the deal's carriage reported them before the customs; the step is kept as early and counts for no figure",
  }),
  ...lateFields,
});

/** The customs have inspected the goods, released them, or refused the declaration. */
export const recordAct = command({
  name: "clearance.record-act",
  action: "declaration.change",
  input,
  http: {
    ...transitionHttp,
    operation: "recordCustomsAct",
    path: "/declarations/{declarationId}/acts",
    summary: "The customs have inspected the goods, released them, or refused the declaration",
    example: { act: "release", occurredAt: "2026-11-24T15:00:00Z" },
    refusals: [...ACT_REFUSALS, "duties_unpaid", "reason_required", "early_without_reason", "late_without_reason"],
  },
  async run(
    context,
    { declarationId, version, act, words, occurredAt, fileIds, earlyReason, ...said },
  ): Promise<Result<DeclarationReceipt, LoadRefusal | MoveRefusal | Refusal<"duties_unpaid" | "reason_required">>> {
    const { tx, actor } = context;
    const loaded = await loadDeclaration(tx, actor, { declarationId, version, action: "declaration.change" });
    if (!loaded.ok) return loaded;
    if (act === "refuse" && words === "") return refuse("reason_required");
    if (act === "release" && dueMinor(loaded.value.declaration) > 0n) return refuse("duties_unpaid");
    return moveDeclaration(context, loaded.value, {
      event: act,
      occurredAt,
      isAct: true,
      words,
      fileIds,
      late: lateStatement(said),
      ...(act === "release" ? { earlyReason: earlyReason || null } : {}),
    });
  },
});
