import type { Mode } from "../hubs/place";
import type { InspectionSpec } from "../services/inspection/spec";
import type { CustomsSpec } from "../services/customs/spec";
import type { PaymentSpec } from "../services/payment/spec";
import type { Service } from "../services/service";
import type { Gate, GateNeed } from "./gate";

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

const onStep = (service: Service, code: string): GateNeed => ({ kind: "step", step: { service, code } });

function gatesOfInspection({ type, holdRule = "hold_both" }: InspectionSpec, payment: PaymentSpec | null): Gate[] {
  if (OF_NO_LOT.includes(type)) return [];
  const need = { kind: "inspection" } as const;
  const shipment: Gate = {
    need,
    holds: { service: "logistics", code: type === "border_reinspection" ? "crossed_border" : "picked_up" },
  };
  const money: Gate = { need, holds: { service: "payment", code: "sent" } };
  return [
    ...(holdRule === "hold_payment" ? [] : [shipment]),
    ...(holdRule === "hold_shipment" || !payment || !FOR_GOODS.includes(payment.need) ? [] : [money]),
  ];
}

/** Goods cross once the side of the border that they leave has let them go, and go on once the other side has. */
function gatesOfCustoms({ side }: CustomsSpec): Gate[] {
  const crossing = { service: "logistics", code: "crossed_border" } as const;
  const import_ = { service: "logistics", code: "import_released" } as const;
  const slot: Gate = {
    need: onStep("customs", "documents_complete"),
    holds: { service: "logistics", code: "slot_reserved" },
  };
  switch (side) {
    case "export":
      return [slot, { need: onStep("customs", "released"), holds: crossing }];
    case "import":
      return [slot, { need: onStep("customs", "released"), holds: import_ }];
    case "both":
      return [
        slot,
        { need: onStep("customs", "filed"), holds: crossing },
        { need: onStep("customs", "released"), holds: import_ },
      ];
    case "transit":
      return [slot, { need: onStep("customs", "filed"), holds: crossing }];
  }
}

/**
 * The gates that a deal has unless its buyer says otherwise, by what it asks for: the inspection before pick-up and before money for
 * goods leaves, complete papers before the slot, by road over a land border the slot before the dispatch to the hub's yard, customs before the crossing, the
 * delivery before the payment's papers are closed. Only between services that are asked for, in the order in which they come up.
 */
export function defaultGates({ mode, isBorderHub, services }: Deal): Gate[] {
  const specOf = (service: Service) => services.find((asked) => asked.service === service)?.spec;
  const asks = (service: Service) => services.some((asked) => asked.service === service);
  const payment = (specOf("payment") ?? null) as PaymentSpec | null;
  const inspection = specOf("inspection") as InspectionSpec | undefined;
  const customs = specOf("customs") as CustomsSpec | undefined;
  const needsSlot = mode === "road" && isBorderHub;
  const all: Gate[] = [
    ...(inspection ? gatesOfInspection(inspection, payment) : []),
    ...(customs ? gatesOfCustoms(customs) : []),
    ...(needsSlot ? [{ need: { kind: "slot" }, holds: { service: "logistics", code: "left_for_hub" } } as const] : []),
    {
      need: onStep("logistics", "delivered"),
      holds: { service: "payment", code: "control_documents_delivered" },
    },
  ];
  const isAsked = ({ need, holds }: Gate) => asks(holds.service) && (need.kind !== "step" || asks(need.step.service));
  return all.filter(isAsked);
}
