import { expect, test } from "vitest";
import { sameViewIn } from "./same-view-in";

test.each([
  [
    "/zh-CN",
    { path: "/en/requests", query: "hub=horgos&closes=3d", prefix: "/en" },
    "/zh-CN/requests?hub=horgos&closes=3d",
  ],
  ["", { path: "/zh-CN/requests/7", query: "", prefix: "/zh-CN" }, "/requests/7"],
  ["/zh-CN", { path: "/", query: "", prefix: "" }, "/zh-CN"],
  ["", { path: "/zh-CN", query: "", prefix: "/zh-CN" }, "/"],
  ["/zh-CN", { path: "/entries", query: "", prefix: "/en" }, "/zh-CN/entries"],
])("a view keeps its path and query under %j", (prefix, view, href) => {
  expect(sameViewIn(prefix, view)).toBe(href);
});
