import { describe, expect, test } from "vitest";
import {
  type BookEntry,
  bookSlotsOf,
  entryIn,
  filledBy,
  isAskedFor,
  keyOf,
  mergedFacts,
  type OfferedEntry,
  offersFor,
} from "./address-book";
import { SERVICES } from "../shared/vocabulary";
import { kindOf } from "./registry";

const FACTORY = bookSlotsOf([
  { name: "manufacturer", book: "factory.name" },
  { name: "date" },
  { name: "factoryAddress", book: "factory.address" },
  { name: "factoryLat", book: "factory.lat" },
])[0];
const PICKUP = bookSlotsOf([{ name: "pickupAddress", book: "pickup.address" }])[0];
if (!FACTORY || !PICKUP) throw new Error("Each list has one slot.");

const factory = (name: string, address = "88 Chouzhou Road, Yiwu"): BookEntry => ({
  kind: "factory",
  facts: { name, address },
});
const offered = (id: string, { kind, facts }: BookEntry): OfferedEntry => ({ id, kind, facts });

describe("an entry of the address book", () => {
  test.each([
    ["case, dots and spaces", factory("Yiwu Hong Da Co., Ltd."), factory("YIWU HONGDA CO LTD"), true],
    ["full-width letters", factory("Ｈｏｎｇｄａ"), factory("Hongda"), true],
    ["another address", factory("Hongda", "1 Road, Yiwu"), factory("Hongda", "2 Road, Yiwu"), false],
    ["another name", factory("Hongda"), factory("Hongxin"), false],
  ])("is told from another whatever of it differs: %s", (_, one, other, isSame) => {
    expect(keyOf(one) === keyOf(other)).toBe(isSame);
  });

  test("of a company is its number in its country, however its name is written", () => {
    const of = (name: string, country: string, number: string) =>
      keyOf({ kind: "importer", facts: { name, country, number } });
    expect(of("Almaty Trade LLP", "KZ", "990140 000126")).toBe(of("ТОО Алматы Трейд", "KZ", "990140000126"));
    expect(of("Almaty Trade LLP", "KZ", "990140000126")).not.toBe(of("Almaty Trade LLP", "RU", "990140000126"));
  });

  test("is read of a form's fields, and is none without a name and an address", () => {
    const values = {
      "x.manufacturer": " Hongda ",
      "x.factoryAddress": "Yiwu",
      "x.factoryLat": "",
      "x.date": "2026-12-01",
    };
    expect(entryIn(FACTORY, values, "x.")).toEqual({ kind: "factory", facts: { name: "Hongda", address: "Yiwu" } });
    expect(entryIn(FACTORY, { factoryLat: "29.3" })).toBeNull();
  });

  test("keeps what a later word leaves out", () => {
    expect(mergedFacts({ name: "Hongda", lat: "29.3" }, { name: "HONGDA" })).toEqual({ name: "HONGDA", lat: "29.3" });
  });

  test("fills all fields of its kind, and empties those that it says nothing of", () => {
    expect(filledBy(FACTORY, factory("Hongda"), "s.")).toEqual({
      ...{ "s.manufacturer": "Hongda", "s.factoryAddress": "88 Chouzhou Road, Yiwu", "s.factoryLat": "" },
    });
  });

  test("of another kind is offered where it fits, and leaves alone what it says nothing of", () => {
    const yard: BookEntry = { kind: "pickup", facts: { address: "Yard 3, Yiwu" } };
    const book = [offered("a", factory("Hongda")), offered("b", yard)];
    expect(offersFor(PICKUP, book).map(({ id }) => id)).toEqual(["b", "a"]);
    expect(filledBy(PICKUP, factory("Hongda"))).toEqual({ pickupAddress: "88 Chouzhou Road, Yiwu" });
    expect(filledBy(FACTORY, yard)).toEqual({ factoryAddress: "Yard 3, Yiwu" });
  });

  test("is found by each of the words that are asked for", () => {
    expect(isAskedFor(factory("义乌市宏达制造有限公司"), "宏达 chouzhou")).toBe(true);
    expect(isAskedFor(factory("Hongda"), "hongda almaty")).toBe(false);
    expect(isAskedFor(factory("Hongda"), "")).toBe(true);
  });
});

test("every field that the kinds mark for the book is a field of their forms", () => {
  for (const service of SERVICES) {
    const { bookSlots = [], specForm } = kindOf(service);
    const names = specForm.map(({ name }) => name);
    expect(bookSlots.flatMap(({ fields }) => Object.values(fields)).filter((one) => !names.includes(one))).toEqual([]);
  }
  expect(SERVICES.flatMap((service) => (kindOf(service).bookSlots ?? []).map(({ kind }) => kind))).toEqual([
    ...["pickup", "delivery", "exporter", "importer", "factory"],
  ]);
});
