import { z } from "zod";
import type { Result } from "../../domain/shared/result";
import { type DeclarationReceipt, type MoveRefusal, moveDeclaration } from "./move-declaration";
import { command } from "../platform/command";
import type { LoadRefusal } from "../orders/load-order";
import { DEED_REFUSALS, deedHttp, ofDeclaration, wordsField } from "./deed-fields";
import { loadDeclaration } from "./load-declaration";

const input = z.strictObject({ ...ofDeclaration, words: wordsField });

/** The buyer does not approve the draft and says what is wrong in it. */
export const sendBackDraft = command({
  name: "clearance.send-back-draft",
  action: "declaration.approve",
  input,
  http: {
    ...deedHttp,
    path: "/declarations/{declarationId}/send-back",
    summary: "The buyer does not approve the draft, and says what is wrong in it",
    example: { words: "Line 2 is a fan, not a pump" },
    refusals: DEED_REFUSALS,
  },
  async run(
    context,
    { declarationId, version, words },
  ): Promise<Result<DeclarationReceipt, LoadRefusal | MoveRefusal>> {
    const { tx, actor, now } = context;
    const loaded = await loadDeclaration(tx, actor, { declarationId, version, action: "declaration.approve" });
    if (!loaded.ok) return loaded;
    return moveDeclaration(context, loaded.value, { event: "send_back", occurredAt: now, isAct: false, words });
  },
});
