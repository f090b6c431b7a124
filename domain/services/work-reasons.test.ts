import { expect, test } from "vitest";
import { SERVICES } from "../shared/vocabulary";
import { kindOf } from "./registry";
import { STOP_REASONS, stopReasonsOf } from "./work-reasons";

const OF_TRUCKS = ["queue", "vehicle", "driver", "slot_missed", "transshipment"] as const;

test.each(SERVICES)("the work of %s stops for its own reasons, and for what anybody's can", (service) => {
  const reasons = stopReasonsOf(kindOf(service));
  for (const common of ["documents", "force_majeure", "other"] as const) expect(reasons).toContain(common);
  for (const truck of OF_TRUCKS) expect(reasons.includes(truck)).toBe(service === "logistics");
  expect(reasons.includes("bank_compliance")).toBe(service === "payment");
});

test("every reason can be chosen by some kind", () => {
  const all = SERVICES.flatMap((service) => stopReasonsOf(kindOf(service)));
  expect(STOP_REASONS.filter((reason) => !all.includes(reason))).toEqual([]);
});
