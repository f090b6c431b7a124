import { askedReroutes, reroutesOf } from "@/db/repositories/chains";
import { originOfOrder } from "@/db/repositories/order-lists";
import { weightAbovePayload } from "@/domain/services/logistics/capacity";
import type { LogisticsSpec } from "@/domain/services/logistics/spec";
import type { LogisticsTerms } from "@/domain/services/logistics/terms";
import { accept, refuse } from "@/domain/shared/result";
import { heldInSteps } from "@/domain/documents/deliverables";
import type { OrderTask } from "@/domain/orders/order";
import { isOvertaken } from "@/domain/orders/reroute";
import { money } from "@/domain/shared/money";
import { countriesOf, namedHub, referenceData } from "../../hubs/queries/network";
import type { KindInOrder } from "./kind-in-order";
import { rebookTasks } from "../slots/rebook-tasks";
import { countriesOnWay } from "./way-countries";

export const logisticsInOrder: KindInOrder = {
  /** Another way that one side asked for waits for the other's answer; a slot that was lost is booked anew where the goods go the way that they go. */
  async tasksOf(db, orders) {
    const lost = await rebookTasks(db, orders);
    const asked = await askedReroutes(
      db,
      orders.map(({ dealId }) => dealId),
    );
    return orders.flatMap((order): [string, OrderTask][] => {
      const askedBy = asked.get(order.dealId);
      const rebook = lost.get(order.id);
      if (!askedBy || isOvertaken(order)) return rebook ? [[order.id, rebook]] : [];
      return [[order.id, { side: askedBy === "buyer" ? "provider" : "buyer", code: "reroute.answer", by: null }]];
    });
  },

  /** A carrier tells what was declared wherever its goods pass. */
  async declaresIn(db, order) {
    const countries = await countriesOnWay(db, order);
    return countries && { countries };
  },

  /** By the equipment that the bid offers, or else that was asked for. Refuses `weight_above_payload`, in kilograms. */
  async mayCarry(db, order, grossWeightGrams) {
    const contract = await originOfOrder(db, order);
    const asked = (contract?.spec ?? {}) as Partial<LogisticsSpec>;
    const offered = (contract?.content?.terms ?? {}) as Partial<LogisticsTerms>;
    const equipment = offered.equipment ?? asked.equipment;
    if (equipment === undefined) return accept(undefined);
    const { origin, destination } = await countriesOf(db, order);
    const ends = { originCountry: origin, destinationCountry: destination };
    const over = weightAbovePayload(grossWeightGrams, { ...asked, equipment }, ends);
    if (over === null) return accept(undefined);
    const kilograms = (grams: number) => Math.round(grams / 1_000);
    const { payloadGrams, count } = over;
    return refuse("weight_above_payload", {
      ...{ toldKg: kilograms(grossWeightGrams), payloadKg: kilograms(payloadGrams), count, equipment },
    });
  },

  async recordsOf(_db, _order, steps) {
    return { held: heldInSteps(steps), evidence: {} };
  },

  /** What the buyer pays for other ways that were agreed in the deal. Who may read the carriage reads it; that is asked before. */
  async onTopOf(db, { dealId }) {
    const known = await referenceData(db);
    const agreedExtras = (await reroutesOf(db, dealId)).flatMap(
      ({ state, toHubId, extraMinor, extraCurrency, answeredAt }) =>
        state === "agreed" && extraMinor > 0n && answeredAt !== null
          ? [
              {
                hubId: toHubId,
                to: namedHub(known, toHubId),
                amount: money(extraMinor, extraCurrency),
                agreedAt: answeredAt,
              },
            ]
          : [],
    );
    return { agreedExtras };
  },
};
