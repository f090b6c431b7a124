import { describe, expect, it } from "vitest";
import { borderAbroad, countriesAvoided } from "./borders-abroad";

describe("borders abroad", () => {
  it.each([
    ["road", "BY", "PL", "customs"],
    ["rail", "BY", "PL", "gauge"],
    ["rail", "LA", "TH", "gauge"],
    ["road", "LA", "TH", "customs"],
    ["road", "KZ", "UZ", "customs"],
    ["rail", "KZ", "UZ", "customs"],
    ["road", "KZ", "RU", "none"],
    ["rail", "RU", "BY", "none"],
    ["road", "PL", "DE", "none"],
    ["road", "RU", "RU", "none"],
    ["road", "CN", "KZ", "none"],
    ["sea", "RU", "DE", "none"],
    ["air", "BY", "PL", "none"],
  ] as const)("by %s from %s to %s: %s", (mode, from, to, what) => {
    expect(borderAbroad(mode, [from, to])).toBe(what);
    expect(borderAbroad(mode, [to, from])).toBe(what);
  });

  it.each([
    ["air", "PL", ["BY", "RU"]],
    ["air", "DE", ["BY", "RU"]],
    ["air", "RU", []],
    ["air", "BY", []],
    ["air", "KZ", []],
    ["road", "PL", []],
    ["rail", "DE", []],
    ["sea", "DE", []],
  ] as const)("goods by %s of %s avoid %j", (mode, country, avoided) => {
    expect([...countriesAvoided(mode, country)]).toEqual(avoided);
  });
});
