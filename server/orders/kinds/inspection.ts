import type { Reader } from "@/db/database";
import { hasRounds, judgedRounds, photosOfRounds, roundsOfOrder } from "@/db/repositories/inspections";
import { evidenceOfVisits, heldOfVisits } from "@/domain/documents/deliverables";
import { taskOfRound } from "@/domain/inspections/inspection-turn";
import { goesOn, type OrderTask } from "@/domain/orders/order";
import { visitCharges } from "@/domain/inspections/visit-charges";
import { accept, refuse, type Result } from "@/domain/shared/result";
import type { KeptOnSiteRefusal, KindInOrder } from "./kind-in-order";

/** Steps that follow from the record of the site, once there is one. */
const FOLLOWING: readonly string[] = ["on_site", "report_drafted", "report_issued", "buyer_decided"];

const notKeptOnSite = async (db: Reader, id: string, code: string): Promise<Result<void, KeptOnSiteRefusal>> =>
  (await hasRounds(db, id)) ? refuse("kept_on_site", { code }) : accept(undefined);

export const inspectionInOrder: KindInOrder = {
  /**
   * Of an inspection that is kept on site here the visit, the report and the decision follow from what was done, or a report without a verdict
   * would deliver the order. One that is kept on paper is reported as ever.
   */
  async mayReport(db, { id }, code) {
    return FOLLOWING.includes(code) ? notKeptOnSite(db, id, code) : accept(undefined);
  },

  /** What is not right about a report that is kept on site is said in the decision on the goods. */
  async mayReopen(db, { id }) {
    return notKeptOnSite(db, id, "report_issued");
  },

  async formOf() {
    return { room: "inspections", transition: null, of: null };
  },

  /**
   * A report waits for the decision on the goods until it is made, whether or not the order that it delivered is accepted, and a re-inspection
   * for its day and its visit; nothing is asked while something keeps the order.
   */
  async tasksOf(db, orders) {
    const free = orders.filter((order) => goesOn(order).ok).map(({ id }) => id);
    const rounds = await judgedRounds(db, free);
    return free.flatMap((id): [string, OrderTask][] => {
      const last = rounds.findLast(({ orderId }) => orderId === id);
      const task = last ? taskOfRound(last) : null;
      return task ? [[id, task]] : [];
    });
  },

  async recordsOf(db, { id }) {
    const rounds = await roundsOfOrder(db, id);
    const photos = await photosOfRounds(
      db,
      rounds.map((round) => round.id),
    );
    const visits = rounds.map((round) => ({
      photoCount: photos.filter(({ roundId }) => roundId === round.id).length,
      hasPosition: round.position !== null,
      hasReport: round.reportFileId !== null,
    }));
    return { held: heldOfVisits(visits), evidence: evidenceOfVisits(visits) };
  },

  /** Visits to the goods after the first. */
  async onTopOf(db, { id, contractCurrency }) {
    return { visitCharges: visitCharges(await roundsOfOrder(db, id), contractCurrency) };
  },
};
