import { SLOT_SYSTEM_COUNTRY, type SLOT_SYSTEMS } from "../../services/logistics/choices";
import { accept, type Refusal, refuse, type Result } from "../../shared/result";
import type { Place } from "../../hubs/place";

export type SlotSystem = (typeof SLOT_SYSTEMS)[number];

/** What a system wants declared before the truck moves. */
export const DECLARED = ["vehicle", "driver", "goods", "quarantine", "gps"] as const;
export type Declared = (typeof DECLARED)[number];

/** Where a rule was read, and the day on which it was true. */
type Source = { readonly address: string; readonly asOf: string };

type Arrival = {
  /** Minutes before the window's beginning from which the truck may come; null where the source says none. */
  readonly earliestMinutes: number | null;
  /** Minutes before the window's beginning until which it must have come; null where it may come until the window's end. */
  readonly latestMinutes: number | null;
};

/** What holds for slots of one system. */
export type SlotRules = {
  /** Plate and crossing cannot be changed once it is confirmed: only cancelled and booked anew. */
  readonly isFixed: boolean;
  /** What may become of the drivers once it is confirmed. */
  readonly drivers: "add" | "change";
  /** Until how many minutes before its beginning the window may be moved. */
  readonly movesUntilMinutes: number;
  /** When the truck must be there; null where coming late loses nothing. */
  readonly arrival: Arrival | null;
  readonly declares: readonly Declared[];
  readonly isPaid: boolean;
  /** None where the rule is the market's own, which every page says. */
  readonly sources: readonly Source[];
};

/**
 * The rules of the electronic queues, system by system, each with where it was read. Kazakhstan: plate and crossing stand once confirmed,
 * drivers are added, the date is moved in the booking, fees by order 538 of the Ministry of Finance. Russia: free, in the waiting area at
 * most three hours and at least ten minutes before the booked time, late is a new queue, moved until three hours before. Lạng Sơn: vehicle,
 * driver, goods and quarantine declared before moving, with GPS on, no fee. No rules of the Chinese ports' booking were found: theirs are
 * the strictest of the others, as the market's own.
 */
export const SLOT_RULES: Readonly<Record<SlotSystem, SlotRules>> = {
  cargoruqsat: {
    isFixed: true,
    drivers: "add",
    movesUntilMinutes: 0,
    arrival: { earliestMinutes: null, latestMinutes: null },
    declares: ["vehicle", "driver"],
    isPaid: true,
    sources: [{ address: "https://cgr.qoldau.kz/en/information/faq", asOf: "2026-01-01" }],
  },
  cuakhauso: {
    isFixed: false,
    drivers: "change",
    movesUntilMinutes: 0,
    arrival: null,
    declares: ["vehicle", "driver", "goods", "quarantine", "gps"],
    isPaid: false,
    sources: [{ address: "https://cuakhauso.langson.gov.vn", asOf: "2025-05-04" }],
  },
  rosgranstroy: {
    isFixed: true,
    drivers: "change",
    movesUntilMinutes: 180,
    arrival: { earliestMinutes: 180, latestMinutes: 10 },
    declares: ["vehicle"],
    isPaid: false,
    sources: [
      {
        address: "https://zen.ati.su/news/2023/08/31/onlajn-zapis-na-peresechenie-granitsy-otkroetsja-segodnja-699527",
        asOf: "2023-08-31",
      },
      { address: "https://alta.ru/logistics_news/101000", asOf: "2023-08-29" },
    ],
  },
  cn_port_booking: {
    isFixed: true,
    drivers: "add",
    movesUntilMinutes: 180,
    arrival: { earliestMinutes: null, latestMinutes: null },
    declares: ["vehicle", "driver"],
    isPaid: false,
    sources: [],
  },
  none: {
    isFixed: false,
    drivers: "change",
    movesUntilMinutes: 0,
    arrival: null,
    declares: [],
    isPaid: false,
    sources: [],
  },
};

/** Whether a system keeps the queue at a place of this country. */
const isSystemOf = (system: SlotSystem, country: string): boolean =>
  SLOT_SYSTEM_COUNTRY[system] === null || SLOT_SYSTEM_COUNTRY[system] === country;

const FAR_SIDE = ["cargoruqsat", "cuakhauso", "rosgranstroy"] as const satisfies readonly SlotSystem[];

/** The system that a corridor such as `CN-KZ` is booked in: the bid's where it says one, else that of the side across from China. */
export const systemOn = (told: SlotSystem | undefined, corridor: string): SlotSystem =>
  told ?? FAR_SIDE.find((system) => corridor.split("-").includes(SLOT_SYSTEM_COUNTRY[system] ?? "")) ?? "none";

export type SystemRefusal = Refusal<"slot_system_not_agreed">;

/**
 * Why a slot is booked in another system than the bid names; null where it is the bid's own, or the bid names none. Fees and rules differ by
 * system, and the buyer awarded the bid by the one that it names: another without a reason is refused with `slot_system_not_agreed`.
 */
export function reasonForSystem(
  agreed: SlotSystem | undefined,
  { system, reason }: { readonly system: SlotSystem; readonly reason: string | undefined },
): Result<string | null, SystemRefusal> {
  if (agreed === undefined || system === agreed) return accept(null);
  return reason === undefined ? refuse("slot_system_not_agreed", { agreed, system }) : accept(reason);
}

type Leg = { readonly fromId: string; readonly toId: string };
type Known = Pick<Place, "id" | "country" | "modes" | "hubId" | "role">;

/**
 * The places where a truck of this order may have its slot: the road crossings of its hub and those across from them, as far as legs lead
 * from one to the other. A hub's railway station to which trucks come, and from which no road leads across, has none. Where a system is named, only those at which it keeps the queue.
 */
export function crossingsOf(
  hubId: string,
  /** The legs are those by road that cross China's border. */
  known: { readonly places: ReadonlyMap<string, Known>; readonly legs: readonly Leg[] },
  system: SlotSystem = "none",
): string[] {
  const isCrossing = (place: Known | undefined, role: Place["role"]) =>
    place !== undefined && place.role === role && place.modes.includes("road");
  const isOnLeg = (id: string) => known.legs.some(({ fromId, toId }) => fromId === id || toId === id);
  const near = [...known.places.values()].filter(
    (place) => place.hubId === hubId && isCrossing(place, "border hub") && isOnLeg(place.id),
  );
  const nearIds = new Set(near.map(({ id }) => id));
  const across = known.legs.flatMap(({ fromId, toId }) =>
    nearIds.has(fromId) ? [toId] : nearIds.has(toId) ? [fromId] : [],
  );
  const far = [...new Set(across)].flatMap((id) => {
    const place = known.places.get(id);
    return place && isCrossing(place, "counterpart") ? [place] : [];
  });
  return [...near, ...far].filter(({ country }) => isSystemOf(system, country)).map(({ id }) => id);
}
