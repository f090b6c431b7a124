import { expect, test } from "vitest";
import { columnsOf, LIST_NAMES, LISTS, QUERY_MAX, queryOf } from "./list-view";

test("a view is what a list is asked, whatever its page and the order in which it was typed", () => {
  const one = queryOf("orders", new URLSearchParams("state=completed&q= copper &cursor=17.x&service=&evil=1"));
  expect(one).toBe("q=copper&state=completed");
  expect(queryOf("orders", new URLSearchParams("q=copper&state=completed"))).toBe(one);
  expect(queryOf("deals", new URLSearchParams("side=buyer"))).toBe("");
  const long = new URLSearchParams(LISTS.orders.filters.map((name) => [name, "霍".repeat(500)]));
  expect(queryOf("orders", long).length).toBeLessThanOrEqual(QUERY_MAX);
});

test("chosen columns stand in the list's order, and whoever has chosen none that there are sees those of everybody", () => {
  expect(columnsOf("orders", ["turn", "route", "gone"])).toEqual(["route", "turn"]);
  expect(columnsOf("orders", null)).toEqual(LISTS.orders.shown);
  expect(columnsOf("orders", ["gone"])).toEqual(LISTS.orders.shown);
});

test("what is shown to everybody can be chosen", () => {
  for (const list of LIST_NAMES) {
    const columns: readonly string[] = LISTS[list].columns;
    expect(LISTS[list].shown.filter((column) => !columns.includes(column))).toEqual([]);
  }
});
