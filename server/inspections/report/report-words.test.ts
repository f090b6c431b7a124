import { expect, test } from "vitest";
import { reportWords } from "./report-words";

test("a report names defects and what photos show in both its languages, and a code of the inspector's own as it was written", () => {
  const { named } = reportWords(["en", "zh-CN"]);
  const [english, chinese] = named("inspections.defectCode", "edge_chipped");
  expect(english).toBe("Edge chipped");
  expect(chinese).toMatch(/\p{Script=Han}/u);
  expect(named("service-inspection.option.photo", "packing").join(" ")).toMatch(/\p{Script=Han}/u);
  expect(named("inspections.defectCode", "loose_thread")).toEqual(["loose thread", "loose thread"]);
});
