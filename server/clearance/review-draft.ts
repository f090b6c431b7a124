import { z } from "zod";
import { seenAt } from "../../domain/orders/step-times";
import type { Result } from "../../domain/shared/result";
import {
  type DeclarationReceipt,
  type MoveRefusal,
  loadDeclaration,
  moveDeclaration,
  lockDealOfDeclaration,
} from "./move-declaration";
import { command } from "../platform/command";
import type { LoadRefusal } from "../orders/load-order";
import { TRANSITION_REFUSALS, transitionHttp, ofDeclaration, wordsField } from "./declaration-fields";

const approveInput = z.strictObject(ofDeclaration);

/** The buyer has read the draft and lets it be filed as it is. */
export const approveDraft = command({
  name: "clearance.approve-draft",
  action: "declaration.approve",
  input: approveInput,
  http: {
    ...transitionHttp,
    path: "/declarations/{declarationId}/approve",
    summary: "The buyer lets the draft be filed as it is; send `If-Match` with the version that was read",
    refusals: [...TRANSITION_REFUSALS, "gate_closed"],
  },
  lock: lockDealOfDeclaration,
  async run(context, { declarationId, version }): Promise<Result<DeclarationReceipt, LoadRefusal | MoveRefusal>> {
    const { tx, actor, now } = context;
    const loaded = await loadDeclaration(tx, actor, { declarationId, version, action: "declaration.approve" });
    if (!loaded.ok) return loaded;
    const occurredAt = seenAt(now, loaded.value.order.milestones);
    return moveDeclaration(context, loaded.value, {
      ...{ event: "approve", occurredAt, isAct: false },
      change: { approvedAt: occurredAt, approvedByUserId: actor.userId },
    });
  },
});

const sendBackInput = z.strictObject({ ...ofDeclaration, words: wordsField });

/** The buyer does not approve the draft and says what is wrong in it. */
export const sendBackDraft = command({
  name: "clearance.send-back-draft",
  action: "declaration.approve",
  input: sendBackInput,
  http: {
    ...transitionHttp,
    path: "/declarations/{declarationId}/send-back",
    summary: "The buyer does not approve the draft, and says what is wrong in it",
    example: { words: "Line 2 is a fan, not a pump" },
    refusals: TRANSITION_REFUSALS,
  },
  lock: lockDealOfDeclaration,
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
