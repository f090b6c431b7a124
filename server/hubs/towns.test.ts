import { expect, test } from "vitest";
import { apiMarket } from "@/test/api-market";
import { findTowns, planRoutes } from "./api";

type Found = {
  readonly id: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly near: null | { readonly id: string; readonly km: number };
};

async function find(q: string, limit = "5"): Promise<readonly Found[]> {
  const { call } = await apiMarket();
  const { status, body } = await call(findTowns, { as: null, query: { q, limit } });
  expect(status).toBe(200);
  return (body as { items: Found[] }).items;
}

test.each([
  ["昆山", "CN-1785623"],
  ["kunshan", "CN-1785623"],
  ["奇姆肯特", "KZ-1518980"],
  ["Шымкент", "KZ-1518980"],
  ["Самарканд", "UZ-1216265"],
  ["Bắc Ninh", "VN-1591449"],
  ["bac ninh", "VN-1591449"],
  ["CNSZX", "CNSNZ"],
  ["cnhrb", "CNHRN"],
  ["CNSHA", "CNSGH"],
  ["义乌", "CNYIU"],
  ["Иу", "CNYIU"],
  ["алма", "KZALA"],
])("anybody who writes %s is offered %s first, without a key", async (q, id) => {
  expect((await find(q))[0]?.id).toBe(id);
});

test("a town says how far it lies from the network, a place of the network does not, and no town is offered twice", async () => {
  const [kunshan] = await find("昆山");
  expect(kunshan).toMatchObject({ nameEn: "Kunshan", nameZh: "昆山", near: { km: expect.any(Number) } });
  expect((await find("义乌")).map(({ id, near }) => [id, near])).toEqual([["CNYIU", null]]);
});

test("so many are answered as are asked for, the largest first; nothing for a name that no town has", async () => {
  const three = await find("san", "3");
  expect(three).toHaveLength(3);
  expect(await find("zzqxv")).toEqual([]);
  // No country that goods are not carried to.
  expect((await find("osaka")).filter(({ id }) => id.startsWith("JP"))).toEqual([]);
});

test("the planner goes from town to town", async () => {
  const { call } = await apiMarket();
  const query = { from: "CN-1785623", to: "KZ-1518980", mode: "road", month: "6" };
  const { status, body } = await call(planRoutes, { as: null, query });
  expect(status).toBe(200);
  const [way] = (body as { items: { legs: { fromId: string; toId: string }[] }[] }).items;
  expect([way?.legs[0]?.fromId, way?.legs.at(-1)?.toId]).toEqual(["CN-1785623", "KZ-1518980"]);
});
