import { expect, test } from "vitest";
import { shownColumns, sortHead } from "./sort-head";

const hrefOf = (sort: string) => `/orders?sort=${sort}`;

test("a press on the head of the column by which a list is sorted turns it round, and on another sorts by that", () => {
  expect(sortHead("price", { current: "price", hrefOf })).toEqual({
    sortHref: "/orders?sort=-price",
    sorted: "ascending",
  });
  expect(sortHead("price", { current: "-price", hrefOf })).toEqual({
    sortHref: "/orders?sort=price",
    sorted: "descending",
  });
  expect(sortHead("price", { current: "-placed", hrefOf }, true)).toEqual({ sortHref: "/orders?sort=-price" });
  expect(sortHead("ready", { current: "-placed", hrefOf })).toEqual({ sortHref: "/orders?sort=ready" });
});

test("the first column stands whatever was chosen, and the others in the list's order", () => {
  const columns = ["order", "route", "price"].map((key) => ({ key, head: key, cell: () => key }));
  expect(shownColumns(columns, ["price", "gone"]).map(({ key }) => key)).toEqual(["order", "price"]);
});
