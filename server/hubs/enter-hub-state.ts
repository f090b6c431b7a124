import { z } from "zod";
import { insertState, statesOfHub } from "../../db/repositories/hub-board";
import { may } from "../../domain/access/policy";
import { checkHubState, type HubStateRefusal } from "../../domain/hubs/board/hub-state";
import { queueChange } from "../../domain/hubs/board/queue-change";
import { MODES } from "../../domain/hubs/place";
import { boundedText, instantField, wholeNumber } from "../../domain/shared/wire-fields";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
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
