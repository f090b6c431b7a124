import { z } from "zod";
import { findClosure, insertClosure, insertWithdrawal } from "../../db/repositories/hub-board";
import { may } from "../../domain/access/policy";
import {
  CLOSURE_REASON_MAX,
  type ClosureRefusal,
  checkClosure,
  checkWithdrawal,
} from "../../domain/hubs/board/closure";
import { MODES } from "../../domain/hubs/place";
import { boundedText, instantField } from "../../domain/shared/wire-fields";
import { type Refusal, type Result, accept, refuse } from "../../domain/shared/result";
import { knownHub } from "./read-board";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";

const announceInput = z.strictObject({
  hubId: z.string().min(1).max(64),
  /** Left out for all modes. */
  mode: z.enum(MODES).nullish(),
  from: instantField,
  to: instantField,
  /** On whose clock it is announced; left out, the hub's own. */
  zone: z.string().max(64).nullish(),
  reason: boundedText(CLOSURE_REASON_MAX),
  source: boundedText(200),
});

/** An administrator announces that a hub lets nobody through for a time. It stays on record, withdrawn or not. */
export const announceClosure = command({
  name: "hubs.announce-closure",
  action: "board.change",
  input: announceInput,
  http: {
    method: "POST",
    path: "/hubs/{hubId}/closures",
    scope: "admin:write",
    status: 201,
    summary: "Announce that a hub lets nobody through for a time, for administrators",
    example: {
      ...{ mode: "road", from: "2027-02-15T16:00:00Z", to: "2027-02-18T16:00:00Z", zone: "Asia/Shanghai" },
      ...{ reason: "Spring Festival", source: "Customs notice" },
    },
    output: z.strictObject({ id: idText }),
    refusals: ["mode_not_at_hub", "zone_not_of_hub", "closure_backwards", "closure_over", "closure_too_long"],
  },
  async run(
    { tx, actor, now, newId, publish, concerns },
    { hubId, from, to, reason, source, ...announced },
  ): Promise<Result<{ id: string }, ClosureRefusal | Refusal<"not_found">>> {
    const known = await knownHub(tx, hubId);
    if (!known || !may(actor, "board.change")) return refuse("not_found");
    const [mode, zone] = [announced.mode ?? null, announced.zone ?? known.zones[0]];
    const checked = checkClosure({ mode, zone, from, to }, { ...known, now });
    if (!checked.ok) return checked;
    const id = newId();
    const stamp = { enteredByUserId: actor.userId, enteredAt: now };
    await insertClosure(tx, { id, hubId, mode, fromAt: from, toAt: to, zone, reason, source, ...stamp });
    const { nameEn: hubEn, nameZh: hubZh } = known.hub;
    publish({ type: "hub.closed", hubId, hubEn, hubZh, closureId: id, mode, from, to, zone, reason });
    concerns(id);
    return accept({ id });
  },
});

const withdrawInput = z.strictObject({
  closureId: z.string().min(1).max(64),
  reason: boundedText(CLOSURE_REASON_MAX),
});

/** An administrator takes a closure back: it ends now, or never was where it had not begun. */
export const withdrawClosure = command({
  name: "hubs.withdraw-closure",
  action: "board.change",
  input: withdrawInput,
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
