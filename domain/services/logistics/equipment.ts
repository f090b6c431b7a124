import type { Mode } from "@/domain/hubs/place";

type Unit = "truck" | "container" | "wagon" | "pallet";
type Traits = { readonly unit: Unit; readonly modes: readonly Mode[]; readonly isReefer?: true };

const ROAD = ["road"] as const;
const RAIL = ["rail"] as const;
// A container also goes on a truck over a land border.
const BY_CONTAINER = ["road", "rail", "sea"] as const;

/** What each piece of equipment is counted in, and by which modes it goes. */
const TRAITS = {
  tilt_136: { unit: "truck", modes: ROAD },
  flat_175: { unit: "truck", modes: ROAD },
  box_96: { unit: "truck", modes: ROAD },
  reefer_truck: { unit: "truck", modes: ROAD, isReefer: true },
  low_loader: { unit: "truck", modes: ROAD },
  car_carrier: { unit: "truck", modes: ROAD },
  "20gp": { unit: "container", modes: BY_CONTAINER },
  "40gp": { unit: "container", modes: BY_CONTAINER },
  "40hc": { unit: "container", modes: BY_CONTAINER },
  "45hc": { unit: "container", modes: BY_CONTAINER },
  "40rf": { unit: "container", modes: BY_CONTAINER, isReefer: true },
  tank_container: { unit: "container", modes: BY_CONTAINER },
  platform_wagon: { unit: "wagon", modes: RAIL },
  covered_wagon: { unit: "wagon", modes: RAIL },
  gondola_wagon: { unit: "wagon", modes: RAIL },
  air_pallet: { unit: "pallet", modes: ["air"] },
} as const satisfies Record<string, Traits>;

export type Equipment = keyof typeof TRAITS;
export const EQUIPMENT = Object.keys(TRAITS) as [Equipment, ...Equipment[]];

const traitsOf = (equipment: Equipment): Traits => TRAITS[equipment];

export const unitOf = (equipment: Equipment): Unit => traitsOf(equipment).unit;
export const isReefer = (equipment: Equipment): boolean => traitsOf(equipment).isReefer ?? false;
export const equipmentFitsMode = (equipment: Equipment, mode: Mode): boolean =>
  traitsOf(equipment).modes.includes(mode);

/** How the goods are carried, and in which mode of a deal that is possible. */
const HAUL_MODES = {
  ftl: ["road"],
  ltl: ["road"],
  tir: ["road"],
  gms_direct: ["road"],
  rail_fcl: ["rail"],
  rail_lcl: ["rail"],
  block_train: ["rail"],
  rail_wagon: ["rail"],
  sea: ["sea"],
  air: ["air"],
  express: ["road", "air"],
  multimodal: ["road", "rail", "sea", "air"],
} as const satisfies Record<string, readonly Mode[]>;

export type Haul = keyof typeof HAUL_MODES;
export const HAULS = Object.keys(HAUL_MODES) as [Haul, ...Haul[]];

export const haulFitsMode = (haul: Haul, mode: Mode): boolean => (HAUL_MODES[haul] as readonly Mode[]).includes(mode);

/** Groupage by road or rail shares its truck or container with other goods. */
export const isPartLoad = (haul: Haul | undefined, equipment: Equipment): boolean =>
  unitOf(equipment) !== "pallet" && (haul === "ltl" || haul === "rail_lcl" || haul === "express");

/** Groupage shares its truck, container or hold with other goods, so it is not priced by the unit. */
export const isGroupage = (haul: Haul | undefined, equipment: Equipment): boolean =>
  isPartLoad(haul, equipment) || unitOf(equipment) === "pallet";

/** Whether the chargeable weight is what a forwarder prices: of groupage, air freight and express; a whole truck, container or wagon has its own price. */
export const isPricedByWeight = (
  of: { readonly haul?: Haul | undefined; readonly equipment: Equipment },
  mode: Mode,
): boolean => mode === "air" || isGroupage(of.haul, of.equipment);
