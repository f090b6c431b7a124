import { isPortMode, type Mode } from "../../hubs/place";
import type { InspectionSpec } from "../../services/inspection/spec";
import type { CustomsSpec } from "../../services/customs/spec";
import type { PaymentSpec } from "../../services/payment/spec";
import type { Service } from "../../shared/vocabulary";
import { type Gate, type GateNeed, type Step, bringerOf, gateKey } from "./gate";
import { isInDeal, needsFallback, type Request } from "../../requests/request";
import type { Unprovided } from "./chain-facts";

/** What is asked for in a deal, as far as its gates follow from it. */
export type AskedService = { readonly service: Service; readonly spec: unknown };

type Deal = {
  readonly mode: Mode;
  readonly isBorderHub: boolean;
  readonly services: readonly AskedService[];
};

/** Needs that pay for goods: money that goes out before the goods are looked at is lost with them. */
const FOR_GOODS: readonly PaymentSpec["need"][] = [
  "supplier_payment",
  "letter_of_credit",
  "documentary_collection",
  "goods_escrow",
];

/** Inspections that say nothing of the lot that is to leave. */
const OF_NO_LOT: readonly InspectionSpec["type"][] = ["factory_audit", "lab_test"];

/** Inspections of goods of which the most have still to be made: what passes them is not yet fit to leave. */
const IN_PRODUCTION: readonly InspectionSpec["type"][] = ["initial_production", "during_production"];

/** What a gate waits for that waits for an inspection of this type to come out well. */
export const goodsNeed = ({ type }: Pick<InspectionSpec, "type">): "inspection" | "production_check" =>
  IN_PRODUCTION.includes(type) ? "production_check" : "inspection";

const onStep = (service: Service, code: string): GateNeed => ({ kind: "step", step: { service, code } });

/** The step with which goods leave the customs' reach: over the border by road and rail, aboard the ship or the flight. */
const leavingStep = (mode: Mode): Step => ({
  service: "logistics",
  code: isPortMode(mode) ? "loaded" : "crossed_border",
});

type Held = Pick<Deal, "mode"> & { readonly payment: PaymentSpec | null };

function gatesOfInspection({ type, holdRule = "hold_both" }: InspectionSpec, { mode, payment }: Held): Gate[] {
  if (OF_NO_LOT.includes(type)) return [];
  const need = { kind: goodsNeed({ type }) };
  const shipment: Gate = {
    // Whose loading is watched are taken as they are loaded: before the report, and not before the inspector is there.
    need: type === "container_loading" ? onStep("inspection", "on_site") : need,
    holds: type === "border_reinspection" ? leavingStep(mode) : { service: "logistics", code: "picked_up" },
  };
  const money: Gate = { need, holds: { service: "payment", code: "sent" } };
  return [
    ...(holdRule === "hold_payment" ? [] : [shipment]),
    ...(holdRule === "hold_shipment" || !payment || !FOR_GOODS.includes(payment.need) ? [] : [money]),
  ];
}

/** Papers are complete before a truck's slot is booked and before a train comes to the border; who loads a ship or an aircraft waits for the customs themselves. */
function gatesOfPapers(mode: Mode): Gate[] {
  if (isPortMode(mode)) return [];
  const code = mode === "road" ? "slot_reserved" : "arrived_hub";
  return [{ need: onStep("customs", "documents_complete"), holds: { service: "logistics", code } }];
}

/**
 * Goods cross or are loaded once the side that they leave has released them, and go on once the other side has. Of a broker for both sides each
 * side's own release counts, so that the far one is never waited for at the border. A transit is opened before the crossing and released on the way.
 */
function gatesOfCustoms({ side }: CustomsSpec, mode: Mode): Gate[] {
  const leaving = leavingStep(mode);
  const import_ = { service: "logistics", code: "import_released" } as const;
  const papers = gatesOfPapers(mode);
  switch (side) {
    case "export":
      return [...papers, { need: onStep("customs", "released"), holds: leaving }];
    case "import":
      return [...papers, { need: onStep("customs", "released"), holds: import_ }];
    case "both":
      return [
        ...papers,
        { need: onStep("customs", "export_released"), holds: leaving },
        { need: onStep("customs", "released"), holds: import_ },
      ];
    case "transit":
      return [...papers, { need: onStep("customs", "filed"), holds: leaving }];
  }
}

/**
 * The gates that a deal has unless its buyer says otherwise, by what it asks for: the inspection before pick-up (of a watched loading the
 * inspector's arrival) and before money for goods leaves, complete papers before the slot, by road over a land border the slot before the dispatch to the hub's yard, customs before the crossing
 * (by sea and air before the loading), the delivery before the payment's papers are closed. Only between services that are asked for, in the order in which they come up.
 */
export function defaultGates({ mode, isBorderHub, services }: Deal): Gate[] {
  const specOf = (service: Service) => services.find((asked) => asked.service === service)?.spec;
  const asks = (service: Service) => services.some((asked) => asked.service === service);
  const payment = (specOf("payment") ?? null) as PaymentSpec | null;
  const inspection = specOf("inspection") as InspectionSpec | undefined;
  const customs = specOf("customs") as CustomsSpec | undefined;
  const needsSlot = mode === "road" && isBorderHub;
  const all: Gate[] = [
    ...(inspection ? gatesOfInspection(inspection, { mode, payment }) : []),
    ...(customs ? gatesOfCustoms(customs, mode) : []),
    ...(needsSlot ? [{ need: { kind: "slot" }, holds: { service: "logistics", code: "left_for_hub" } } as const] : []),
    {
      need: onStep("logistics", "delivered"),
      holds: { service: "payment", code: "control_documents_delivered" },
    },
  ];
  const isAsked = ({ need, holds }: Gate) => asks(holds.service) && (need.kind !== "step" || asks(need.step.service));
  return all.filter(isAsked);
}

/**
 * The kept gates of a deal once something else is asked for in it, by the gates that follow from what was asked for and from what is now. One that
 * followed and follows no more gives way to the new one for the same step, so that nothing waits for a release which the clearance has not any
 * more; one without such a successor goes. What the buyer chose beside them stays as it is.
 */
export function gatesAfterChange(
  kept: readonly Gate[],
  { before, now }: { readonly before: readonly Gate[]; readonly now: readonly Gate[] },
): Gate[] {
  const [followed, follow] = [new Set(before.map(gateKey)), new Set(now.map(gateKey))];
  const fresh = now.filter((gate) => !followed.has(gateKey(gate)));
  const gates = kept.flatMap((gate) => {
    if (!followed.has(gateKey(gate)) || follow.has(gateKey(gate))) return [gate];
    const { holds } = gate;
    return fresh.filter(
      (one) =>
        one.holds.service === holds.service && one.holds.code === holds.code && bringerOf(one) === bringerOf(gate),
    );
  });
  return [...new Map(gates.map((gate) => [gateKey(gate), gate])).values()];
}

/** What is asked for in a deal, and what was ordered. */
export type DealServices = {
  readonly requests: readonly Pick<Request, "service" | "state" | "isRejected" | "fallback">[];
  readonly orders: readonly { readonly service: Service }[];
};

const hasOrder = ({ orders }: DealServices, service: Service): boolean => orders.some((one) => one.service === service);

/** The services that nobody was chosen for, by what their buyer has made of it. */
export function unprovidedOf(deal: DealServices): Unprovided {
  const without = deal.requests.filter(({ service }) => !hasOrder(deal, service));
  return {
    undecided: without.filter(needsFallback).map(({ service }) => service),
    own: without.filter(({ fallback }) => fallback === "self").map(({ service }) => service),
  };
}

/**
 * The gates that a deal has of those that were fixed for it. A gate of a service that is not in the deal (any more) does not exist: it is
 * not shown and holds nothing. Nor does one that holds a step of what the buyer does itself: nobody is there to be held.
 */
export function gatesInDeal(gates: readonly Gate[], deal: DealServices): Gate[] {
  const { own } = unprovidedOf(deal);
  const isThere = (service: Service) =>
    hasOrder(deal, service) || deal.requests.some((one) => one.service === service && isInDeal(one));
  return gates.filter((gate) => {
    const { holds } = gate;
    const bringer = bringerOf(gate);
    return isThere(holds.service) && !own.includes(holds.service) && (bringer === null || isThere(bringer));
  });
}
