import { expect, test } from "vitest";
import { LATEST_FIRST, readRowCursor, readRowSort, writeRowCursor, writeRowSort } from "./traffic-rows";

test.each([
  ["", "orders", LATEST_FIRST],
  ["-contracted", "orders", LATEST_FIRST],
  ["contracted", "orders", { key: "contracted", isAscending: true }],
  ["-value", "orders", { key: "value", isAscending: false }],
  ["weight", "deals", { key: "weight", isAscending: true }],
  // Goods in several currencies have no order.
  ["value", "deals", LATEST_FIRST],
  ["title", "orders", LATEST_FIRST],
  ["--value", "orders", LATEST_FIRST],
] as const)("The address's %j sorts %s.", (text, counted, sort) => {
  expect(readRowSort(text, counted)).toEqual(sort);
  expect(readRowSort(writeRowSort(sort), "orders")).toEqual(sort);
});

test("A cursor is a place in its own sort and in no other.", () => {
  const sort = readRowSort("-value", "orders");
  const cursor = writeRowCursor(sort, { figure: 1_200, id: "o-1" });
  expect(readRowCursor(cursor, sort)).toEqual({ figure: 1_200, id: "o-1" });
  expect(readRowCursor(cursor, readRowSort("value", "orders"))).toBeNull();
  expect(readRowCursor(cursor, LATEST_FIRST)).toBeNull();
});

test.each([null, "", "-value", "-value.x.o", "-value.1.o'", "-value.9999999999999999.o", "-value.1.", "1.o"])(
  "%j is no place.",
  (text) => expect(readRowCursor(text, readRowSort("-value", "orders"))).toBeNull(),
);
