import { z } from "zod";
import {
  findClosure,
  insertClosure,
  insertState,
  insertWithdrawal,
  statesOfHub,
} from "../../db/repositories/hub-board";
import { may } from "../../domain/access/policy";
import {
  checkClosure,
  checkHubState,
  checkWithdrawal,
  CLOSURE_REASON_MAX,
  type ClosureRefusal,
  type HubStateRefusal,
} from "../../domain/hubs/board/board";
import { queueChange } from "../../domain/hubs/board/queue-change";
import { MODES } from "../../domain/hubs/place";
import { boundedText, instantField, wholeNumber } from "../../domain/shared/wire-fields";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { knownHub, readBoard } from "./read-board";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";

const VEHICLES_MAX = 1_000_000;

const vehicles = (least: number) => wholeNumber().min(least).max(VEHICLES_MAX);

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time_malformed");

const input = z.strictObject({
  hubId: z.string().min(1).max(64),
  mode: z.enum(MODES),
  /** Vehicles or wagons that wait. */
  backlog: vehicles(0),
  throughputPerDay: vehicles(1),
  /** How many come in a day to join them; left out where nobody counts. */
  arrivalsPerDay: vehicles(0).nullish(),
  capacityPerDay: vehicles(1).nullish(),
  /** On the hub's own clock. */
  opensAt: clockTime.nullish(),
  shutsAt: clockTime.nullish(),
  /** When it was counted; left out, now. */
  asOf: instantField.nullish(),
  source: boundedText(200),
  /** The queue is longer than one believes or more goes through than the capacity, and the figures are right all the same. */
  isConfirmed: z.boolean().default(false),
});

/** An administrator says what waits at a hub. What is entered stays; the latest count is the one that holds. */
export const enterHubState = command({
  name: "hubs.enter-hub-state",
  action: "board.change",
  input,
  http: {
    method: "POST",
    path: "/hubs/{hubId}/board",
    scope: "admin:write",
    status: 201,
    summary: "Enter what waits at a hub by one mode, for administrators",
    description: "Figures are never changed: the latest count holds. Without `asOf` it was counted now.",
    example: {
      ...{ mode: "road", backlog: 1_500, throughputPerDay: 700, arrivalsPerDay: 680, capacityPerDay: 1_000 },
      source: "Port authority",
    },
    output: z.strictObject({ id: idText }),
    refusals: [
      "mode_not_at_hub",
      "state_in_future",
      "state_superseded",
      "hours_incomplete",
      "hours_empty",
      "through_above_capacity",
      "wait_unlikely",
    ],
  },
  async run(
    { tx, actor, now, newId, publish, concerns },
    { isConfirmed, ...entered },
  ): Promise<Result<{ id: string }, HubStateRefusal | Refusal<"not_found">>> {
    const { hubId, mode } = entered;
    const known = await knownHub(tx, hubId);
    if (!known || !may(actor, "board.change")) return refuse("not_found");
    const [last] = await statesOfHub(tx, { hubId, mode, limit: 1 });
    const state = {
      ...entered,
      arrivalsPerDay: entered.arrivalsPerDay ?? null,
      capacityPerDay: entered.capacityPerDay ?? null,
      opensAt: entered.opensAt ?? null,
      shutsAt: entered.shutsAt ?? null,
      asOf: entered.asOf ?? now,
    };
    const checked = checkHubState(state, { modes: known.modes, lastAsOf: last?.asOf ?? null, now, isConfirmed });
    if (!checked.ok) return checked;
    const before = (await readBoard(tx, now)).waits.export(hubId, mode, now);
    const id = newId();
    await insertState(tx, { id, ...state, enteredByUserId: actor.userId, enteredAt: now });
    const after = (await readBoard(tx, now)).waits.export(hubId, mode, now);
    const { nameEn: hubEn, nameZh: hubZh } = known.hub;
    publish({ type: "hub.state_entered", hubId, hubEn, hubZh, mode, ...queueChange(before, after) });
    concerns(id);
    return accept({ id });
  },
});

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
