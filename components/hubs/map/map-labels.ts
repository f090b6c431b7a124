/** Where a label stands beside its point. */
export type LabelSpot = { readonly dx: number; readonly dy: number; readonly anchor: "start" | "middle" | "end" };
export type MapSize = "desk" | "phone";

const spot = (dx: number, dy: number, anchor: LabelSpot["anchor"]): LabelSpot => ({ dx, dy, anchor });

// Set by eye: where a label stands as long as no other one is there; see layOutLabels.
const HUBS: Readonly<Record<MapSize, Readonly<Record<string, LabelSpot>>>> = {
  desk: {
    pingxiang: spot(-10, -9, "end"),
    horgos: spot(-10, -10, "end"),
    suifenhe: spot(12, -8, "start"),
    manzhouli: spot(10, -12, "start"),
    erenhot: spot(12, 6, "start"),
    mohan: spot(-12, 14, "end"),
    alashankou: spot(3, -13, "start"),
    dongxing: spot(12, 10, "start"),
    hekou: spot(-10, -6, "end"),
    ruili: spot(-12, 4, "end"),
    hunchun: spot(12, 25, "start"),
    torugart: spot(14, 20, "start"),
    irkeshtam: spot(-10, 8, "end"),
    heihe: spot(12, 4, "start"),
    dandong: spot(12, 12, "start"),
  },
  phone: {
    pingxiang: spot(-12, 0, "end"),
    suifenhe: spot(26, -12, "middle"),
    manzhouli: spot(-9, 4, "end"),
    horgos: spot(-10, -10, "end"),
    alashankou: spot(3, -11, "start"),
    erenhot: spot(10, 6, "start"),
    mohan: spot(-9, 12, "end"),
  },
};
const PLACES: Readonly<Record<string, LabelSpot>> = {
  KZALA: spot(2, 20, "middle"),
  KZAST: spot(-2, -8, "middle"),
  UZTAS: spot(-8, 4, "end"),
  RUVVO: spot(9, 8, "start"),
  RUOVB: spot(2, -8, "middle"),
  MNULN: spot(0, -8, "middle"),
  VNHAN: spot(12, 6, "start"),
  VNSGN: spot(9, -3, "start"),
  LAVTE: spot(-7, 8, "end"),
  CNYIU: spot(-6, 14, "end"),
  CNGGZ: spot(6, -7, "start"),
  CNHRN: spot(-8, 14, "end"),
};

const PLACES_ON_PHONE: Readonly<Record<string, LabelSpot>> = {
  VNHAN: spot(-10, 15, "end"),
  RUVVO: spot(14, 19, "middle"),
};

export const hubLabelSpot = (hubId: string, size: MapSize): LabelSpot => HUBS[size][hubId] ?? spot(10, -8, "start");

export const placeLabelSpot = (placeId: string, size: MapSize): LabelSpot =>
  (size === "phone" ? PLACES_ON_PHONE[placeId] : undefined) ?? PLACES[placeId] ?? spot(7, 4, "start");

/** Where the name of a country has room, in degrees. */
export const COUNTRY_SPOTS: Readonly<Record<string, { lon: number; lat: number }>> = {
  CN: { lon: 103, lat: 33 },
  KZ: { lon: 66.5, lat: 47.5 },
  MN: { lon: 102.6, lat: 45 },
  RU: { lon: 104, lat: 57 },
  VN: { lon: 113.6, lat: 13.2 },
};
