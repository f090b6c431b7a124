import { accept, refuse } from "@/domain/shared/result";
import type { OrderRecords, KindInOrder } from "./kind-in-order";

const isIn = (steps: readonly { readonly code: string; readonly occurredAt: number | null }[]): boolean =>
  steps.some(({ code, occurredAt }) => code === "taken_in" && occurredAt !== null);

/** Goods are handed out of a store that they were taken into, and the step that takes them in brings the receipt. */
export const warehousingInOrder: KindInOrder = {
  async mayStep(_db, { milestones }, { code }) {
    return code !== "handed_out" || isIn(milestones) ? accept(undefined) : refuse("wrong_state");
  },

  async recordsOf(_db, _order, steps): Promise<OrderRecords> {
    if (!isIn(steps)) return { held: [], evidence: {} };
    return {
      held: [{ code: "warehouse_receipt", room: "number", numbers: [] }],
      evidence: { taken_in: ["document"] },
    };
  },
};
