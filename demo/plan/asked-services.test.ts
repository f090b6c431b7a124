import { expect, test } from "vitest";
import { declaredSide, drawServices, isDeclarableOn } from "./asked-services";
import { codeIn, isDeclarableIn, readMarketData } from "./market-data";
import type { Movement } from "./plan-movement";
import { randomFrom } from "./random";

const moved = (corridor: string, nationalCodes: object): Movement =>
  ({ corridor, cargo: { hsCode: "871410", nationalCodes, services: ["logistics", "customs"] } }) as unknown as Movement;

test.each([
  ["CN-VN", { CN: "8714100000", VN: "87141090" }, ["export", "import", "both"]],
  ["CN-VN", { CN: "8714100000" }, ["export"]],
  ["CN-VN", { VN: "87141090" }, ["import"]],
  ["RU-CN", { CN: "8714100000" }, ["import"]],
  ["CN-KG", { CN: "8714100000", EAEU: "8714100000" }, ["export", "import", "both"]],
  // Of these the market knows the six digits alone, and declares by them.
  ["CN-UZ", { CN: "8714100000" }, ["export", "import", "both"]],
] as const)("goods of %s with the codes %j are declared on the sides %j", (corridor, codes, sides) => {
  const found = ["export", "import", "both"].filter((side) => isDeclarableOn(side, moved(corridor, codes)));
  expect(found).toEqual(sides);
});

test("what passes China on its way to Viet Nam is declared by China's code", () => {
  const toVietNam = (codes: object) => ({ ...moved("KZ-CN", codes), destinationId: "CNPIN" });
  expect(isDeclarableOn("transit", toVietNam({ EAEU: "3902100000" }))).toBe(false);
  expect(isDeclarableOn("transit", toVietNam({ CN: "3902100090" }))).toBe(true);
});

test("what passes Kazakhstan in transit is declared by the code of the Union", () => {
  expect(isDeclarableOn("transit", moved("CN-UZ", { CN: "8714100000" }))).toBe(false);
  expect(isDeclarableOn("transit", moved("CN-UZ", { EAEU: "8714100000" }))).toBe(true);
});

test("no broker is sought for goods whose code nobody knows on the side of who posts them", () => {
  const random = randomFrom(3);
  const draw = (codes: object) =>
    Array.from({ length: 60 }, () => drawServices(random, moved("CN-VN", codes), "seller")).flat();
  expect(draw({ VN: "87141090" })).not.toContain("customs");
  expect(draw({ CN: "8714100000" })).toContain("customs");
});

test.each([
  ["wheat", "100199", "KZ-CN", "seller", "export"],
  ["wheat", "100199", "KZ-CN", "buyer", "both"],
  ["flour of wheat, which the same quota holds", "110100", "KZ-CN", "seller", "export"],
  ["cotton", "520100", "UZ-CN", "seller", "export"],
  ["wheat that leaves China", "100199", "CN-KZ", "seller", "both"],
  ["lentils", "071340", "KZ-CN", "seller", "both"],
] as const)(
  "%s (%s) on %s, asked for both sides by its %s, is declared on the side: %s",
  (_, hsCode, corridor, poster, side) => {
    const cargo = { hsCode, nationalCodes: { CN: `${hsCode}0000`, EAEU: `${hsCode}0000` } };
    const movement = { corridor, cargo } as unknown as Movement;
    expect(declaredSide("both", { poster, movement })).toBe(side);
  },
);

test("a code that is not known is a fault where the country takes none but its own", () => {
  const cargo = { hsCode: "871410", nationalCodes: {} };
  expect(() => codeIn(cargo, "CN")).toThrow(/871410/);
  expect(codeIn(cargo, "MN")).toBe("871410");
});

test("the market's goods have codes of the length of each tariff, which begin as the six digits of all countries do", () => {
  const { cargo } = readMarketData();
  const wrong = cargo.flatMap(({ id, hsCode, nationalCodes: { CN, VN, TH, EAEU } }) =>
    [
      [CN, 10],
      [VN, 8],
      [TH, 8],
      [EAEU, 10],
    ]
      .filter(
        ([code, digits]) => code !== undefined && (String(code).length !== digits || !String(code).startsWith(hsCode)),
      )
      .map(([code]) => `${id} ${code}`),
  );
  expect(wrong).toEqual([]);
  expect(cargo.filter((one) => isDeclarableIn(one, "CN")).length).toBeGreaterThan(90);
});
