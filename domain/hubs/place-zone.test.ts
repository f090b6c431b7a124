import { describe, expect, it } from "vitest";
import { zoneOfPlace } from "./place-zone";

describe("the zone of a place", () => {
  it.each([
    ["CNURC", "Asia/Shanghai"],
    ["KZALA", "Asia/Almaty"],
    ["RUVVO", "Asia/Vladivostok"],
    ["RUMOW", "Europe/Moscow"],
  ])("%s keeps %s", (placeId, zone) => {
    expect(zoneOfPlace(placeId)).toBe(zone);
  });

  it.each(["", "XX", "RU-NOWHERE", "__proto__", "constructor", "toString"])(
    "%j is no place and has none",
    (placeId) => {
      expect(zoneOfPlace(placeId)).toBeNull();
    },
  );
});
