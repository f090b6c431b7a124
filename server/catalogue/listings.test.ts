import { expect, test } from "vitest";
import { actorOf, orderMarket } from "@/test/order-market";
import { execute } from "../platform/execute";
import { saveListing } from "./listings";
import { ownListings } from "./queries";

const LISTING = {
  service: "logistics",
  summary: "霍尔果斯换装，整列班列",
  hubIds: ["horgos"],
  corridors: ["CN-KZ"],
  languages: ["zh-CN", "en"],
};

test.each([
  ["a border that leads elsewhere", { hubIds: ["horgos", "pingxiang"] }, "凭祥 Pingxiang"],
  ["a port whose ships go elsewhere", { hubIds: ["horgos", "CNTAO"] }, "青岛港 Qingdao port"],
  [
    "an airport without flights there",
    { hubIds: ["CNHRB-AIR"], corridors: ["CN-VN", "TH-CN"] },
    "Harbin Taiping airport",
  ],
])("a listing is not kept with %s", async (_, more, named) => {
  const market = await orderMarket();
  expect(
    await execute(saveListing, { actor: actorOf("aigul"), input: { ...LISTING, ...more } }, market.on),
  ).toMatchObject({
    kind: "refused",
    refusal: { code: "hubs_off_corridors", details: { hubs: expect.stringContaining(named) } },
  });
  expect(await ownListings(market.database.read, "provider")).toEqual([]);
});
