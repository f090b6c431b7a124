import { type Place, SPEED_CODES } from "@/domain/hubs/place";

const VALUES = [600, 500, 700, 800, 1, 600, 2, 3];
/** Of each code one, so small that a way is added up by head. */
export const SPEEDS = SPEED_CODES.map((code, i) => ({
  code,
  value: VALUES[i] as number,
  source: "test",
  isEstimate: false,
}));

function placeAt(id: string, country: string, hubId: string | null): Place {
  const role = hubId === null ? "origin" : "border hub";
  const names = { unlocode: null, nameEn: id, nameZh: id, zone: "Asia/Shanghai", source: "test" };
  return {
    id,
    country,
    role,
    hubId,
    hubGroup: hubId,
    isBorderHub: hubId !== null,
    lat: 0,
    lon: 0,
    modes: [],
    ...names,
  };
}

/** Two towns and three gateways of two hubs in China, three towns abroad: small enough to try every way. */
export const PLACES: Place[] = [
  placeAt("C1", "CN", null),
  placeAt("C2", "CN", null),
  placeAt("G1", "CN", "alpha"),
  placeAt("G2", "CN", "alpha"),
  placeAt("G3", "CN", "beta"),
  placeAt("K1", "KZ", null),
  placeAt("K2", "KZ", null),
  placeAt("V1", "VN", null),
];
