import type { DocumentKind, DocumentParty } from "../services/document-kind";
import type { Service } from "../shared/service";
import type { LineState } from "../shared/states";

/** What has been done with the goods of a deal, as far as papers are needed for it. */
export type GoodsAct =
  /** They were let out of the country that they leave, or are out of it. */
  | "left"
  /** Their haul has brought them across the border, or aboard. */
  | "crossed"
  /** The customs that they come to have released them. */
  | "entered"
  /** Every customs order of the deal has its release; where it has none, they have crossed. */
  | "cleared"
  | "delivered"
  /** Nothing is left to be done of any order, and one was carried out. */
  | "over";

type ActedOrder = {
  readonly service: Service;
  readonly state: LineState;
  /** Of a customs order, what its request asks for. */
  readonly side: string | null;
  /** The codes of the steps that were told. */
  readonly told: ReadonlySet<string>;
  /** The sides of its declarations that the customs have released. */
  readonly releasedSides: readonly string[];
};

const ABOARD_OR_ACROSS = ["crossed_border", "loaded", "departed", "arrived_port", "delivered"];

const hasReleased = ({ told, side, releasedSides }: ActedOrder, of: "export" | "import"): boolean =>
  releasedSides.includes(of) || (told.has("released") && (side === of || side === "both"));

/** What has been done with the goods, by the steps and declarations of the deal's orders; one that was called off has done nothing. */
export function actsOf(orders: readonly ActedOrder[]): ReadonlySet<GoodsAct> {
  const live = orders.filter(({ state }) => state !== "cancelled");
  const customs = live.filter(({ service }) => service === "customs");
  const hauls = live.filter(({ service }) => service === "logistics");
  const crossed = hauls.some(({ told }) => ABOARD_OR_ACROSS.some((code) => told.has(code)));
  const isTrue: Readonly<Record<GoodsAct, boolean>> = {
    left: crossed || customs.some((order) => hasReleased(order, "export")),
    crossed,
    entered: customs.some((order) => hasReleased(order, "import")),
    cleared: customs.length > 0 ? customs.every(({ told }) => told.has("released")) : crossed,
    delivered: hauls.some(({ told }) => told.has("delivered")),
    over: live.length > 0 && live.every(({ state }) => state === "completed"),
  };
  return new Set((Object.keys(isTrue) as GoodsAct[]).filter((act) => isTrue[act]));
}

const OF_THEIR_OWN: Readonly<Partial<Record<DocumentKind, readonly GoodsAct[]>>> = {
  export_declaration: ["left", "delivered", "over"],
  export_licence: ["left", "delivered", "over"],
  import_declaration: ["entered", "delivered", "over"],
  delivery_proof: ["over"],
};

/**
 * Whether a paper's work is done: what leaves with the goods once they have left, what the carrier draws up once they have crossed, all else
 * once the customs have released them on each side that the deal has declared, and everything with the delivery; the proof of delivery comes after it.
 */
export function isPastNeed(
  { kind, provider }: { readonly kind: DocumentKind; readonly provider: DocumentParty | null },
  acts: ReadonlySet<GoodsAct>,
): boolean {
  const usual: readonly GoodsAct[] = [provider === "logistics" ? "crossed" : "cleared", "delivered", "over"];
  return (OF_THEIR_OWN[kind] ?? usual).some((act) => acts.has(act));
}
