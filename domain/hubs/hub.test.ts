import { describe, expect, it } from "vitest";
import { hubsOf } from "./hub";
import { hubIdOf, type Place } from "./place";

const place = (id: string, part: Partial<Place>): Place => {
  const base: Place = {
    id,
    unlocode: null,
    nameEn: id,
    nameZh: id,
    country: "CN",
    role: "origin",
    isBorderHub: false,
    hubGroup: null,
    hubId: null,
    lat: 0,
    lon: 0,
    modes: ["road"],
    zone: "Asia/Shanghai",
    source: "test",
    ...part,
  };
  return { ...base, hubId: hubIdOf(base) };
};

const station = place("CNPIN", {
  nameEn: "Pingxiang (railway station)",
  nameZh: "凭祥（铁路）",
  role: "border hub",
  isBorderHub: true,
  hubGroup: "pingxiang",
});
const pass = place("CNYYG", { nameEn: "Youyiguan", role: "border hub", isBorderHub: true, hubGroup: "pingxiang" });
const port = place("CNYTN", { nameEn: "Yantian port", role: "sea gateway" });
const airport = place("CNCAN-AIR", { nameEn: "Baiyun airport", role: "air gateway" });

describe("hubs among places", () => {
  it("all places of one border group are one hub, named by its town", () => {
    expect(hubsOf([pass, station])).toEqual([
      {
        id: "pingxiang",
        nameEn: "Pingxiang",
        nameZh: "凭祥",
        kind: "border",
        isBorderHub: true,
        placeIds: ["CNPIN", "CNYYG"],
      },
    ]);
  });

  it("sea and air gateways are hubs of their own, with the place's id, and no border hubs", () => {
    const hubs = hubsOf([port, airport]);
    expect(hubs.map(({ id, kind, isBorderHub }) => [id, kind, isBorderHub])).toEqual([
      ["CNCAN-AIR", "air", false],
      ["CNYTN", "sea", false],
    ]);
  });

  it.each(["counterpart", "origin", "destination", "destination port"] as const)("a %s is no hub", (role) => {
    expect(hubsOf([place("X", { role, hubGroup: "pingxiang" })])).toEqual([]);
  });

  it("the order of the places does not change the hubs", () => {
    const places = [station, pass, port, airport];
    expect(hubsOf([...places].reverse())).toEqual(hubsOf(places));
  });
});
