import { z } from "zod";
import { type AssessRefusal, keepAssessment } from "../../domain/clearance/assessment";
import type { Result } from "../../domain/shared/result";
import { type DeclarationReceipt, type MoveRefusal, loadDeclaration, moveDeclaration } from "./move-declaration";
import { command } from "../platform/command";
import type { LoadRefusal } from "../orders/load-order";
import { ACT_REFUSALS, actFields, assessmentFields, transitionHttp, ofDeclaration } from "./declaration-fields";

const input = z.strictObject({ ...ofDeclaration, ...assessmentFields, ...actFields });

/** The customs have said what they charge, line by line; a later assessment takes the place of an earlier one. */
export const assessDuties = command({
  name: "clearance.assess-duties",
  action: "declaration.change",
  input,
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
