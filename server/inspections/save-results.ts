import { z } from "zod";
import { photosOfRounds, saveRound } from "../../db/repositories/inspections";
import { checkResults, type ResultsRefusal } from "../../domain/inspections/check-results";
import { namedPhotos } from "../../domain/inspections/results/results";
import { resultsSchema } from "../../domain/inspections/results/results-schema";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { draftWhenComplete } from "./follow-step";
import {
  loadRound,
  OF_ROUND,
  roundField,
  type RoundReceipt,
  roundReceiptShape,
  type RoundRefusal,
  settleRound,
} from "./load-rounds";
import type { AskedStepRefusal } from "../orders/take-step";
import { command } from "../platform/command";
import { lockDealOfOrder } from "../../db/repositories/deals";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  round: roundField,
  results: resultsSchema,
  isConfirmed: z
    .boolean()
    .default(false)
    .meta({ description: "Whether it is right that more is presented than was ordered" }),
  version: z.int().optional(),
});

type SaveRefusal = RoundRefusal | ResultsRefusal | AskedStepRefusal | Refusal<"photo_unknown">;

/**
 * What has been found so far, whole: a later save takes the place of an earlier one until the report is issued. It says what was seen and
 * never what follows from it.
 */
export const saveResults = command({
  name: "inspections.save-results",
  action: "order.report",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/inspection/results",
    scope: "orders:write",
    operation: "saveInspectionResults",
    status: 200,
    summary: "What has been found so far, whole; the last one before the report counts",
    description:
      "Says what was seen, never what follows: there is no field for a verdict. Photos are sent by `POST /api/v1/files?subject=inspection` with the round's id.",
    example: {
      results: {
        openedCartons: [11, 13, 17],
        unitsInspected: 125,
        quantities: [{ line: 0, presented: 3_200, packed: 3_200 }],
        defects: [{ code: "scratch", defectClass: "major", count: 8, words: "Left of the panel" }],
      },
    },
    output: roundReceiptShape,
    refusals: [
      ...OF_ROUND,
      "carton_not_drawn",
      "more_than_sample",
      "more_units_than_presented",
      "more_presented_than_ordered",
      "point_unknown",
      "test_unknown",
      "line_of_plan_unknown",
      "more_failed_than_tested",
      "more_packed_than_presented",
      "photo_unknown",
    ],
  },
  lock: lockDealOfOrder,
  async run(
    context,
    { orderId, round: number, results, isConfirmed, version },
  ): Promise<Result<RoundReceipt, SaveRefusal>> {
    const { tx, actor, now } = context;
    const asked = { orderId, action: "order.report", event: "record", round: number, version } as const;
    const loaded = await loadRound(context, asked);
    if (!loaded.ok) return loaded;
    const { round, next } = loaded.value;
    const { plan, drawn, results: before } = round;
    const checked = checkResults(results, { plan, drawn: drawn ?? [], isConfirmed, before });
    if (!checked.ok) return checked;
    const there = new Set((await photosOfRounds(tx, [round.id])).map(({ fileId }) => fileId));
    const unknown = namedPhotos(results).find((id) => !there.has(id));
    if (unknown !== undefined) return refuse("photo_unknown", { fileId: unknown });
    await saveRound(tx, round, { state: next, results, resultsAt: now, resultsByUserId: actor.userId });
    const step = await draftWhenComplete(context, { ...round, results });
    if (!step.ok) return step;
    return accept(await settleRound(context, loaded.value));
  },
});
