import { loadOf, type Shipment, type ShipmentCargo } from "../kind";
import { type Equipment, isPartLoad } from "./equipment";
import type { LogisticsSpec } from "./spec";

type Capacity = {
  readonly payloadKg: number;
  /** The same between China and its neighbours of the south, whose roads take heavier trains. */
  readonly southPayloadKg?: number;
  /** Null for an open deck, where what is loaded is not held by walls. */
  readonly roomCbm: number | null;
};

/**
 * What one unit takes at most. Planning limits, estimates unless another source is named; where a range is customary its upper end, since no
 * load is refused that somebody carries.
 *
 * - Trucks: a train of 40 to 44 t gross in Kazakhstan, Russia and on to Europe, less 15 to 18 t of its own; 49 t in China and Laos, 48 t in
 *   Vietnam and Myanmar, 50.5 t in Thailand. The refrigerated truck's tare is 1 to 2 t more.
 * - Containers: 30,480 kg gross by ISO 668 less the tare of usual ones (40HC 3,860 kg by a leasing company's list).
 * - Wagons of the 1,520 mm gauge: four axles of 23.5 t less the wagon.
 * - Air pallet: PMC 318 × 244 cm on the main deck, 2.44 m high.
 */
const CAPACITY: Readonly<Record<Equipment, Capacity>> = {
  tilt_136: { payloadKg: 22_000, southPayloadKg: 30_000, roomCbm: 90 },
  flat_175: { payloadKg: 32_000, roomCbm: 140 },
  box_96: { payloadKg: 18_000, roomCbm: 58 },
  reefer_truck: { payloadKg: 21_000, southPayloadKg: 28_000, roomCbm: 86 },
  low_loader: { payloadKg: 40_000, roomCbm: null },
  car_carrier: { payloadKg: 25_000, roomCbm: null },
  "20gp": { payloadKg: 28_200, roomCbm: 33 },
  "40gp": { payloadKg: 26_700, roomCbm: 67 },
  "40hc": { payloadKg: 26_620, roomCbm: 76 },
  "45hc": { payloadKg: 27_700, roomCbm: 86 },
  "40rf": { payloadKg: 29_000, roomCbm: 67 },
  tank_container: { payloadKg: 26_000, roomCbm: 26 },
  platform_wagon: { payloadKg: 70_000, roomCbm: null },
  covered_wagon: { payloadKg: 70_000, roomCbm: 145 },
  gondola_wagon: { payloadKg: 70_000, roomCbm: 88 },
  air_pallet: { payloadKg: 6_800, roomCbm: 17 },
};

const SOUTH: readonly string[] = ["VN", "LA", "TH", "MM"];

/** Of a groupage truck more than this is a full one. The market's own figures. */
const PART_LOAD_USUAL = { grossWeightGrams: 10_000_000, volumeCm3: 40_000_000 } as const;

const GRAMS_PER_KG = 1_000;
const CM3_PER_CBM = 1_000_000;

type Ends = Pick<Shipment, "originCountry" | "destinationCountry">;
type Load = Ends & {
  readonly grossWeightGrams: number;
  readonly volumeCm3: number;
};

/** What one unit takes between two countries, in grams and cm³; an open deck has no end to its room. */
function limitsOf(equipment: Equipment, { originCountry, destinationCountry }: Ends) {
  const { payloadKg, southPayloadKg = payloadKg, roomCbm } = CAPACITY[equipment];
  const isSouth = SOUTH.includes(originCountry) || SOUTH.includes(destinationCountry);
  return {
    payloadGrams: (isSouth ? southPayloadKg : payloadKg) * GRAMS_PER_KG,
    roomCm3: roomCbm === null ? Number.POSITIVE_INFINITY : roomCbm * CM3_PER_CBM,
  };
}

/** How many units of the equipment carry goods of this weight and volume; at least one. */
export function unitsNeeded(equipment: Equipment, load: Load): number {
  const { payloadGrams, roomCm3 } = limitsOf(equipment, load);
  return Math.max(1, Math.ceil(load.grossWeightGrams / payloadGrams), Math.ceil(load.volumeCm3 / roomCm3));
}

/** What a load finds wrong with the units that are asked for; `isRefused` where no tolerance covers it. */
export type OverLoad = {
  readonly code: "payload_exceeded" | "volume_exceeded" | "part_load_too_large" | "part_load_is_full_truck";
  readonly isRefused: boolean;
  readonly values: Readonly<Record<string, number>>;
};

const tonnes = (grams: number): number => grams / 1_000_000;
const cbm = (cm3: number): number => Math.round(cm3 / 10_000) / 100;

/** A part load shares a unit with others' goods, so it stays below what one takes. */
function partLoadOver(load: Load, { payloadGrams, roomCm3 }: ReturnType<typeof limitsOf>): OverLoad | null {
  const { grossWeightGrams, volumeCm3 } = load;
  const values = { gross: tonnes(grossWeightGrams), volume: cbm(volumeCm3) };
  if (grossWeightGrams >= payloadGrams || volumeCm3 >= roomCm3)
    return { code: "part_load_too_large", isRefused: true, values };
  const isUsual = grossWeightGrams <= PART_LOAD_USUAL.grossWeightGrams && volumeCm3 <= PART_LOAD_USUAL.volumeCm3;
  return isUsual ? null : { code: "part_load_is_full_truck", isRefused: false, values };
}

// A truck's own weight differs by so much of its payload: no load within it is refused, or asked about.
const TOLERANCE = { of: 20, by: 21 } as const;

const isBeyond = (grams: number, payloadGrams: number): boolean => grams * TOLERANCE.of > payloadGrams * TOLERANCE.by;

type Units = Pick<LogisticsSpec, "equipment" | "equipmentCount" | "haul">;

/** By what a weight that was told, in grams, is more than the units can take: what one takes and how many there are; null where they take it. A part load is on one unit. */
export function weightAbovePayload(
  toldGrams: number,
  { equipment, equipmentCount = 1, haul }: Units,
  ends: Ends,
): { readonly payloadGrams: number; readonly count: number } | null {
  const { payloadGrams } = limitsOf(equipment, ends);
  const count = isPartLoad(haul, equipment) ? 1 : equipmentCount;
  return isBeyond(toldGrams, payloadGrams * count) ? { payloadGrams, count } : null;
}

type Loaded = Ends & {
  readonly cargo: readonly Pick<ShipmentCargo, "grossWeightGrams" | "volumeCm3">[];
};

/**
 * Whether the goods are more than the units asked for can take. Payload has a tolerance of a twentieth, for a truck's own weight differs;
 * goods in a box need a twentieth more room than they measure, which only warns. A part load is measured by one unit.
 */
export function overLoad(spec: Units, { cargo, ...ends }: Loaded): OverLoad | null {
  const load = { ...ends, ...loadOf(cargo) };
  const limits = limitsOf(spec.equipment, load);
  if (isPartLoad(spec.haul, spec.equipment)) return partLoadOver(load, limits);
  const count = spec.equipmentCount ?? 1;
  const needed = unitsNeeded(spec.equipment, load);
  const { grossWeightGrams, volumeCm3 } = load;
  const [payload, room] = [limits.payloadGrams * count, limits.roomCm3 * count];
  const overWeight: OverLoad = {
    code: "payload_exceeded",
    isRefused: isBeyond(grossWeightGrams, payload),
    values: { gross: tonnes(grossWeightGrams), payload: tonnes(limits.payloadGrams), count, needed },
  };
  const overRoom: OverLoad = {
    code: "volume_exceeded",
    isRefused: volumeCm3 > room,
    values: { volume: cbm(volumeCm3), room: cbm(limits.roomCm3), count, needed },
  };
  if (overWeight.isRefused) return overWeight;
  if (overRoom.isRefused) return overRoom;
  if (grossWeightGrams > payload) return overWeight;
  return volumeCm3 * 21 > room * 20 ? overRoom : null;
}
