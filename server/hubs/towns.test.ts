import { expect, test } from "vitest";
import { apiMarket } from "@/test/api-market";
import { findTowns, planRoutes } from "./api";
import { meantBy, withEnds } from "./queries/towns";

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

test("a town and its region have their names in the reader's language, and are found by them", async () => {
  const [town] = await find("Чжанцзяган");
  expect(town).toMatchObject({
    nameEn: "Zhangjiagang",
    nameRu: "Чжанцзяган",
    region: { nameRu: "Цзянсу", nameVi: "Giang Tô" },
  });
  expect((await find("Өскемен"))[0]).toMatchObject({ nameRu: "Усть-Каменогорск", nameKk: "Өскемен" });
  expect((await find("Hải Phòng"))[0]).toMatchObject({ nameVi: "Hải Phòng" });
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

const fieldsOf = async (originId: string) => {
  const { database } = await apiMarket();
  return (await withEnds(database.read, { originId, destinationId: "" })).originId;
};

test.each([
  ["Kunshan", "CN-1785623"],
  ["kunshan, China", "CN-1785623"],
  ["昆山，中国", "CN-1785623"],
  ["Shymkent", "KZ-1518980"],
  ["Yiwu", "CNYIU"],
  ["CNSZX", "CNSNZ"],
  ["Suzhou, Jiangsu", "CN-1886760"],
  ["宿州，安徽", "CN-1793743"],
  ["CN-1785623", "CN-1785623"],
])("words that name one place become it when a form is kept: %s", async (words, id) => {
  expect(await fieldsOf(words)).toBe(id);
});

test.each(["Suzhou", "zzqxv", "Osaka", "", "Kunshan, Kazakhstan"])(
  "words that name several places or none stay as they were written: %s",
  async (words) => {
    expect(await fieldsOf(words)).toBe(words);
  },
);

test("where several towns are meant each is named with its province, and where none is the form says why", async () => {
  const { database } = await apiMarket();
  const several = await meantBy(database.read, "Suzhou");
  expect(several?.places.map(({ region }) => region?.nameZh)).toEqual(expect.arrayContaining(["江苏", "安徽"]));
  const none = await meantBy(database.read, "Osaka");
  expect(none?.places.filter(({ country }) => country === "JP")).toEqual([]);
  expect(none?.beyond).toMatchObject([{ nameEn: "Osaka", country: "JP", port: { id: expect.any(String) } }]);
  expect(await meantBy(database.read, "CNYIU")).toBeNull();
});

test("a town that no way leads to is told of with the nearest port that one does, and is no offer", async () => {
  const { call } = await apiMarket();
  const { body } = await call(findTowns, { as: null, query: { q: "Busan", limit: "5" } });
  const { items } = body as { items: Found[] };
  expect(items.filter(({ id }) => id.startsWith("KR"))).toEqual([]);
  const { body: japan } = await call(findTowns, { as: null, query: { q: "大阪", limit: "5" } });
  expect(japan).toMatchObject({ items: [], beyond: [{ nameEn: "Osaka", port: { nameEn: expect.any(String) } }] });
});

test.each([
  ["London", "GB-2643743", "sea"],
  ["Stockholm", "SE-2673730", "rail"],
  ["Singapore", "SG-1880252", "sea"],
])("%s is reached past the network's last place, with the last leg told as an estimate", async (_, to, mode) => {
  const { call } = await apiMarket();
  const { status, body } = await call(planRoutes, { as: null, query: { from: "CNYIU", to, mode, month: "6" } });
  expect(status).toBe(200);
  const [way] = (body as { items: { isEstimate: boolean; legs: { toId: string; isEstimate: boolean }[] }[] }).items;
  expect(way?.legs.at(-1)).toMatchObject({ toId: to, isEstimate: true });
});
