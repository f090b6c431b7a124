import { expect, test } from "vitest";
import { organisations } from "@/db/schema/accounts";
import { actorOf, orderMarket } from "@/test/order-market";
import { execute } from "../platform/execute";
import { mintActor } from "../platform/identity/mint-actor";
import { createOrganisation } from "./create-organisation";
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

const NEWCOMER = {
  ...{ nameOwn: "Zhetysu Forwarding", nameLatin: "Zhetysu Forwarding", country: "KZ", city: "Almaty" },
  ...{ registrationNumber: "170540003213", description: "" },
};

test("who enters an organisation and what it offers in one step has both, and what cannot be offered makes neither", async () => {
  const market = await orderMarket();
  const { userId } = actorOf("aigul");
  const actor = mintActor({ kind: "user", userId, organisationId: null, role: null });
  const enter = (listing: object | null) =>
    execute(createOrganisation, { actor, input: { facts: NEWCOMER, listing, sessionIdHash: null } }, market.on);
  const before = await market.database.read.$count(organisations);
  expect(await enter({ ...LISTING, hubIds: ["pingxiang"] })).toMatchObject({
    refusal: { code: "hubs_off_corridors" },
  });
  expect(await market.database.read.$count(organisations)).toBe(before);
  const done = await enter(LISTING);
  expect(done.kind).toBe("done");
  const id = done.kind === "done" ? done.value.organisationId : "";
  expect(await ownListings(market.database.read, id)).toMatchObject([{ service: "logistics", isActive: true }]);
});
