import { milestonesFor, SERVICE_KINDS } from "../../domain/services/registry";
import { type Service, SERVICES } from "../../domain/shared/vocabulary";

export type Line =
  | "placed"
  | "scheduled"
  | "in_progress"
  | "delivered"
  | "changes_requested"
  | "accepted"
  | "completed"
  | "cancelled";

export type ModelOrder = { line: Line; told: Set<string>; isDisputed: boolean; rounds: number };

/** What a chain has to be, as simple as it can be said. */
export type Model = {
  readonly orders: Record<Service, ModelOrder>;
  /** Of the last inspection on site; `none` where nothing is on record. */
  verdict: "none" | "pending" | "passed" | "failed" | "taken" | "refused";
  /** What the last report found, whatever the buyer made of it. */
  found: "passed" | "failed";
  visits: number;
  /** How far the last visit has come; `asked` is one that is still to be made. */
  round: "none" | "asked" | "reported" | "decided";
  slot: "none" | "asked" | "stands" | "lost";
  /** The gates that the buyer has opened: by a waiver, or by stating a release. */
  readonly waived: Set<string>;
};

export const freshModel = (): Model => ({
  orders: Object.fromEntries(
    SERVICES.map((service) => [service, { line: "placed", told: new Set<string>(), isDisputed: false, rounds: 0 }]),
  ) as unknown as Record<Service, ModelOrder>,
  verdict: "none",
  found: "passed",
  visits: 0,
  round: "none",
  slot: "none",
  waived: new Set(),
});

/** The gates of the market, told once more in words of their own: what has to be, which order waits, before which step. */
export const GATES = [
  { key: "inspection>logistics.picked_up", needs: "goods", service: "logistics", code: "picked_up" },
  { key: "inspection>payment.sent", needs: "goods", service: "payment", code: "sent" },
  {
    key: "customs.documents_complete>logistics.slot_reserved",
    needs: "customs.documents_complete",
    service: "logistics",
    code: "slot_reserved",
  },
  {
    key: "customs.export_released>logistics.crossed_border",
    needs: "customs.export_released",
    service: "logistics",
    code: "crossed_border",
  },
  {
    key: "customs.released>logistics.import_released",
    needs: "customs.released",
    service: "logistics",
    code: "import_released",
  },
  { key: "slot>logistics.left_for_hub", needs: "slot", service: "logistics", code: "left_for_hub" },
  {
    key: "logistics.delivered>payment.control_documents_delivered",
    needs: "logistics.delivered",
    service: "payment",
    code: "control_documents_delivered",
  },
] as const satisfies readonly { key: string; needs: string; service: Service; code: string }[];

export const codesOf = (service: Service): string[] => milestonesFor(service, "road").map(({ code }) => code);
export const deliveryOf = (service: Service): string =>
  SERVICE_KINDS[service].milestones.find((milestone) => "isDelivery" in milestone)?.code ?? "";

/** No money goes on its way, nor is a rate locked for it, before these. */
const REQUIRED: readonly string[] = ["kyc_approved", "funds_received", "compliance_cleared", "filed"];

/** A slot may be reserved sooner than the goods are picked up: after what is booked, before what leaves for the hub. */
const FLOATING = "slot_reserved";
/** Of both sides the near one lets goods out at any time between its filing and the release of both. */
const isOut = (service: Service, code: string) => service === "customs" && code === "export_released";
const comesAfter = (service: Service, code: string): string[] => {
  const codes = codesOf(service);
  const later = codes.slice(isOut(service, code) ? codes.indexOf("released") : codes.indexOf(code) + 1);
  return later
    .filter((one) => one !== FLOATING || code === "booked")
    .filter((one) => !isOut(service, one) || codes.indexOf(code) <= codes.indexOf("filed"));
};
const comesBefore = (service: Service, code: string): string[] => {
  const codes = codesOf(service);
  return code === FLOATING
    ? ["booked"]
    : codes.slice(0, codes.indexOf(code)).filter((one) => one === FLOATING || comesAfter(service, one).includes(code));
};

type Fact = "there" | "not yet" | "failed";

function factOf({ orders, verdict, slot }: Model, needs: string): Fact {
  const isOff = (service: Service) => orders[service].line === "cancelled";
  if (needs === "goods") {
    if (verdict === "passed" || verdict === "taken") return "there";
    if (verdict === "failed" || verdict === "refused") return "failed";
    if (verdict === "pending") return isOff("inspection") ? "failed" : "not yet";
    const { line } = orders.inspection;
    if (line === "accepted" || line === "completed") return "there";
    return isOff("inspection") ? "failed" : "not yet";
  }
  if (needs === "slot") {
    if (slot === "stands") return "there";
    if (slot === "lost") return "failed";
    if (slot === "asked") return "not yet";
    if (orders.logistics.told.has("slot_reserved")) return "there";
    return isOff("logistics") ? "failed" : "not yet";
  }
  const [service, code] = needs.split(".") as [Service, string];
  // What both sides have released was let out first.
  const isPassedOver = isOut(service, code) && orders[service].told.has("released");
  if (isPassedOver || orders[service].told.has(code)) return "there";
  return isOff(service) ? "failed" : "not yet";
}

/** The gates that still hold something of the order up to and with this step. */
export function closedBefore(model: Model, service: Service, code: string) {
  const { told } = model.orders[service];
  const until = [...comesBefore(service, code), code];
  return GATES.filter((gate) => gate.service === service && until.includes(gate.code))
    .filter((gate) => ![gate.code, ...comesAfter(service, gate.code)].some((one) => told.has(one)))
    .filter((gate) => !model.waived.has(gate.key) && factOf(model, gate.needs) !== "there");
}

const HOLDABLE: readonly Line[] = ["placed", "scheduled", "in_progress", "changes_requested"];

/** Whether a gate that failed stands before what is left of the order. */
export const isHeld = (model: Model, service: Service): boolean =>
  HOLDABLE.includes(model.orders[service].line) &&
  closedBefore(model, service, codesOf(service).at(-1) ?? "").some(({ needs }) => factOf(model, needs) === "failed");

/** Told by what was done on site, and by nobody's hand, once there is a record of the site. */
const KEPT_ON_SITE: readonly string[] = ["on_site", "report_drafted", "report_issued", "buyer_decided"];

/** Whether a report of this step now has to be taken. */
export function mayReport(model: Model, service: Service, code: string): boolean {
  const { line, told, isDisputed } = model.orders[service];
  const codes = codesOf(service);
  const [at, delivery] = [codes.indexOf(code), codes.indexOf(deliveryOf(service))];
  if (told.has(code) || isDisputed || isHeld(model, service) || line === "cancelled") return false;
  if (service === "inspection" && model.visits > 0 && KEPT_ON_SITE.includes(code)) return false;
  if (closedBefore(model, service, code).length > 0) return false;
  const isOvertaken = comesAfter(service, code).some((one) => told.has(one));
  // All reports of this model are of one moment, so that an overtaken step's time always fits.
  if (isOvertaken) return at !== 0 && at !== delivery;
  if (at === 0) return line === "placed";
  if (REQUIRED.some((one) => comesBefore(service, code).includes(one) && !told.has(one))) return false;
  if (!told.has(codes[0] ?? "")) return false;
  if (at <= delivery) return line === "scheduled" || line === "in_progress" || line === "changes_requested";
  return line === "accepted";
}

/** What a taken report does to the order. */
export function report(model: Model, service: Service, code: string): void {
  const order = model.orders[service];
  const codes = codesOf(service);
  const [at, delivery] = [codes.indexOf(code), codes.indexOf(deliveryOf(service))];
  const isOvertaken = comesAfter(service, code).some((one) => order.told.has(one));
  order.told.add(code);
  if (isOvertaken) return;
  if (at === 0) order.line = "scheduled";
  else if (at === delivery) order.line = "delivered";
  else if (at < delivery) order.line = "in_progress";
  else if (at === codes.length - 1) order.line = "completed";
}
