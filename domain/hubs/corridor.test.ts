import { describe, expect, it } from "vitest";
import { corridorOf, directionOf, directionOfCorridor, parseCorridor } from "./corridor";

const at = (country: string) => ({ country });

describe("corridors", () => {
  it("a corridor runs from the country of origin to the country of destination", () => {
    expect(corridorOf(at("CN"), at("KZ"))).toBe("CN-KZ");
    expect(corridorOf(at("VN"), at("CN"))).toBe("VN-CN");
  });

  it.each([
    ["CN", "RU", "export"],
    ["RU", "CN", "import"],
    ["CN", "CN", null],
    ["KZ", "RU", null],
  ])("goods from %s to %s are seen from China: %s", (origin, destination, direction) => {
    expect(directionOf(at(origin), at(destination))).toBe(direction);
    expect(directionOfCorridor(`${origin}-${destination}`)).toBe(direction);
  });

  it.each(["", "CN", "cn-kz", "CN-KZ ", "CN-KAZ", "CN_KZ"])("%j is no corridor", (text) => {
    expect(parseCorridor(text)).toBeNull();
  });

  it("a corridor's code is read back", () => {
    expect(parseCorridor("CN-KZ")).toBe("CN-KZ");
  });
});
