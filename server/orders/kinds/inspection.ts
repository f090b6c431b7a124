import type { Reader } from "@/db/database";
import type { ContractedOn } from "@/db/repositories/contracts";
import { originOfOrder } from "@/db/repositories/order-lists";
import { hasRounds, judgedRounds, photosOfRounds, roundsOfOrder } from "@/db/repositories/inspections";
import { evidenceOfVisits, heldOfVisits } from "@/domain/documents/deliverables";
import { taskOfRound } from "@/domain/inspections/inspection-turn";
import { goesOn, type OrderTask } from "@/domain/orders/order";
import { visitCharges } from "@/domain/inspections/visit-charges";
import { contentOfAlternative } from "@/domain/bidding/bid-content";
import { zoneOfPlace } from "@/domain/hubs/place-zone";
import { goodsDayOf, visitOf } from "@/domain/services/inspection/due";
import type { InspectionSpec } from "@/domain/services/inspection/spec";
import type { InspectionTerms } from "@/domain/services/inspection/terms";
import { type LocalDate, MARKET_ZONE } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { accept, refuse, type Result } from "@/domain/shared/result";
import { itineraryOf } from "@/db/repositories/deals";
import type { StoredOrder } from "@/db/repositories/orders";
import { requestsOfDeal } from "@/db/repositories/requests";
import { leaveDayOf } from "@/domain/requests/leave-day";
import type { KeptOnSiteRefusal, KindInOrder } from "./kind-in-order";

/** Steps that follow from the record of the site, once there is one. */
const FOLLOWING: readonly string[] = ["on_site", "report_drafted", "report_issued", "buyer_decided"];

const notKeptOnSite = async (db: Reader, id: string, code: string): Promise<Result<void, KeptOnSiteRefusal>> =>
  (await hasRounds(db, id)) ? refuse("kept_on_site", { code }) : accept(undefined);

type Contract = Omit<ContractedOn, "orderId"> | undefined;

/** The day that the request and the bid agreed on for the visit; null where they named none. */
function agreedDay(contract: Contract): LocalDate | null {
  const spec = (contract?.spec ?? {}) as Partial<InspectionSpec>;
  if (!contract || spec.type === "lab_test") return null;
  const { content, alternative } = contract;
  const terms = content && contentOfAlternative(content, alternative).terms;
  return visitOf({ spec, terms: (terms ?? {}) as Partial<InspectionTerms> })?.day ?? null;
}

/** The day of the loading that an inspection watches, as its request names it or else as the goods are fetched; null of every other visit. */
async function loadingDay(db: Reader, { dealId }: StoredOrder, contract: Contract): Promise<LocalDate | null> {
  const spec = contract?.spec as InspectionSpec | undefined;
  if (spec?.type !== "container_loading") return null;
  const { readyDate } = await itineraryOf(db, dealId);
  return goodsDayOf(spec, { readyDate, leaveDay: leaveDayOf(readyDate, await requestsOfDeal(db, dealId)) });
}

/** The day for which the first visit is to be booked: the agreed one, but of a loading that is watched none before it; null where nobody named one. */
export async function firstVisitDay(db: Reader, order: StoredOrder, contract: Contract): Promise<LocalDate | null> {
  const [agreed, loading] = [agreedDay(contract), await loadingDay(db, order, contract)];
  return loading !== null && (agreed === null || agreed < loading) ? loading : agreed;
}

export const inspectionInOrder: KindInOrder = {
  /**
   * Of an inspection that is kept on site here the visit, the report and the decision follow from what was done, or a report without a verdict
   * would deliver the order. One that is kept on paper is reported as ever.
   */
  async mayReport(db, { id }, code) {
    return FOLLOWING.includes(code) ? notKeptOnSite(db, id, code) : accept(undefined);
  },

  /**
   * The day of the last visit's booking; of an inspection on paper the day that was agreed, but of a test in a laboratory, to which nobody has to
   * come. Where a loading is watched, its day where that is later: who comes sooner has nothing to watch.
   */
  async visitFrom(db, order) {
    const last = (await judgedRounds(db, [order.id])).at(-1);
    const contract = await originOfOrder(db, order);
    const day = last ? last.plannedDay : agreedDay(contract);
    if (day === null) return null;
    const loading = await loadingDay(db, order, contract);
    const begins = (from: LocalDate) => startOfDay(from, zoneOfPlace(order.originId) ?? MARKET_ZONE);
    return loading !== null && loading > day
      ? { at: begins(loading), because: "loading_day" }
      : { at: begins(day), because: "visit_day" };
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
