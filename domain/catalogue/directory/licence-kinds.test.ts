import { expect, test } from "vitest";
import { licenceKindsOf } from "./licence-kinds";

const TODAY = "2026-12-01";

test.each([
  ["道路运输经营许可证 · Road transport operating permit", ["road"]],
  ["危险货物道路运输许可证", ["road", "dangerous_goods"]],
  ["国际货运代理企业备案 · International freight forwarder filing", ["forwarding"]],
  ["铁路货运代理备案", ["rail", "forwarding"]],
  ["TIR 证持证人资格", ["tir"]],
  ["Удостоверение допуска к международным автоперевозкам", ["road", "cross_border"]],
  ["Giấy phép vận tải đường bộ quốc tế", ["road", "cross_border"]],
  ["Quyết định công nhận đại lý làm thủ tục hải quan", ["customs"]],
  ["Қауіпті жүктерді тасымалдау лицензиясы", ["dangerous_goods"]],
  ["AEO 高级认证", ["aeo"]],
  ["Licence to sell tea", []],
])("%s is for %j", (name, kinds) => {
  expect(licenceKindsOf([{ name, validUntil: null }], TODAY)).toEqual(kinds);
});

test("a licence holds to the end of its last day and no longer", () => {
  const until = (validUntil: string) => licenceKindsOf([{ name: "报关单位备案", validUntil }], TODAY);
  expect(until(TODAY)).toEqual(["customs"]);
  expect(until("2026-11-30")).toEqual([]);
});
