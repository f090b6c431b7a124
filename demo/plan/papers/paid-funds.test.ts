import { expect, test } from "vitest";
import { remitterOf } from "./paid-funds";

const CHINESE = { country: "CN", name: { own: "绥芬河云山木业有限公司", latin: "Suifenhe Yunshan Timber Co., Ltd." } };
const RUSSIAN = { country: "RU", name: { own: "ООО «Чита Лес»", latin: "Chita Les LLC" } };

test.each([
  ["a Chinese seller's collection", "CN-RU", CHINESE, RUSSIAN, "Chita Les LLC"],
  ["a Chinese buyer's payment", "RU-CN", CHINESE, RUSSIAN, "绥芬河云山木业有限公司"],
  ["a foreign seller's collection", "RU-CN", RUSSIAN, CHINESE, "绥芬河云山木业有限公司"],
  ["a foreign buyer's payment", "CN-RU", RUSSIAN, CHINESE, "Chita Les LLC"],
])("the funds of %s come from the importer", (_, corridor, buyer, partner, remitter) => {
  expect(remitterOf({ movement: { corridor }, buyer, partner } as never)).toBe(remitter);
});
