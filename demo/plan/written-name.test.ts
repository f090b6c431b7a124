import { expect, test } from "vitest";
import { type DemoOrganisation, deskOf, writtenName } from "./market-data";
import { factoryAddress } from "./plan-inspection";
import { randomFrom } from "./random";

const companyOf = (country: string, own: string, latin: string) =>
  ({ country, name: { own, latin, ownLanguage: "" } }) as unknown as DemoOrganisation;
const CHINESE = companyOf("CN", "深圳路遥电子有限公司", "Shenzhen Luyao Electronics Co., Ltd.");
const FOREIGN = companyOf("VN", "Công ty Hạt điều Sóc Vàng", "Soc Vang Cashew Export Co., Ltd.");

test("a Chinese company is named by its registered name, and by its Latin one behind it where both go in", () => {
  expect(writtenName(CHINESE, 60)).toBe("深圳路遥电子有限公司 · Shenzhen Luyao Electronics Co., Ltd.");
  expect(writtenName(CHINESE, 40)).toBe("深圳路遥电子有限公司");
  expect(writtenName(FOREIGN, 160)).toBe("Soc Vang Cashew Export Co., Ltd.");
});

test("the desk of a Chinese company is named in Chinese first", () => {
  expect(deskOf(CHINESE)).toBe("深圳路遥电子业务部 Shenzhen Luyao desk");
  expect(deskOf(FOREIGN)).toBe("Soc Vang desk");
});

test("the address of an inspection is read in Chinese wherever the seller is", () => {
  const at = (seller: DemoOrganisation, nameZh: string) =>
    factoryAddress(randomFrom(1), seller, { nameEn: "Town", nameZh });
  expect(at(CHINESE, "深圳")).toMatch(/^深圳，深圳路遥电子有限公司 \d+ 号仓库 · Shenzhen .+, Warehouse \d+, Town$/);
  expect(at(FOREIGN, "海防")).toMatch(
    /^海防，Soc Vang Cashew Export Co\., Ltd\. \d+ 号仓库 · Soc Vang .+, Warehouse \d+, Town$/,
  );
});
