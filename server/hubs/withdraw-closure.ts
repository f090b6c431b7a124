import { z } from "zod";
import { findClosure, insertWithdrawal } from "../../db/repositories/hub-board";
import { may } from "../../domain/access/policy";
import { checkWithdrawal, CLOSURE_REASON_MAX } from "../../domain/hubs/board/closure";
import { boundedText } from "../../domain/shared/wire-fields";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { knownHub } from "./known-hub";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";

const input = z.strictObject({
  closureId: z.string().min(1).max(64),
  reason: boundedText(CLOSURE_REASON_MAX),
});

/** An administrator takes a closure back: it ends now, or never was where it had not begun. */
export const withdrawClosure = command({
  name: "hubs.withdraw-closure",
  action: "board.change",
  input,
  http: {
    method: "POST",
    path: "/closures/{closureId}/withdraw",
    scope: "admin:write",
    status: 200,
    summary: "Take a closure back, for administrators: it ends now, or never was",
    example: { reason: "The works are done early" },
    output: z.strictObject({ id: idText }),
    refusals: ["closure_withdrawn", "closure_over"],
  },
  async run(
    { tx, actor, now, publish, concerns },
    { closureId, reason },
  ): Promise<Result<{ id: string }, Refusal<"not_found" | "closure_withdrawn" | "closure_over">>> {
    const closure = await findClosure(tx, closureId);
    const known = closure && (await knownHub(tx, closure.hubId));
    if (!known || !may(actor, "board.change")) return refuse("not_found");
    const checked = checkWithdrawal(closure, now);
    if (!checked.ok) return checked;
    const { hubId, mode, from, to, zone } = closure;
    await insertWithdrawal(tx, { hubId, closureId, reason, withdrawnByUserId: actor.userId, withdrawnAt: now });
    const { nameEn: hubEn, nameZh: hubZh } = known.hub;
    publish({ type: "hub.reopened", hubId, hubEn, hubZh, closureId, mode, from, to, zone, reason });
    concerns(closureId);
    return accept({ id: closureId });
  },
});
