import { expect, test } from "vitest";
import { checkInspection } from "@/domain/services/inspection/check";
import { inspectionSpecSchema } from "@/domain/services/inspection/spec";
import { inspectionTermsSchema } from "@/domain/services/inspection/terms";
import { shipmentExample } from "@/domain/services/shipment-example";
import { inspectionSpec, inspectionTerms } from "./plan-inspection";
import { randomFrom } from "./random";

const goods = { readyDate: "2026-11-20", lines: [{ description: "Bearings", packages: 300 }] };

test("every inspection of the demo is one that its buyer could publish, with terms that its bidder could send", () => {
  const random = randomFrom(7);
  for (let made = 0; made < 200; made++) {
    const wire = inspectionSpec(random, goods, "Yiwu");
    expect("packedPercent" in wire).toBe(wire.type === "pre_shipment");
    expect(checkInspection(inspectionSpecSchema.parse(wire), shipmentExample())).toEqual([]);
    for (const priceLevel of [0.9, 1.1])
      expect(inspectionTermsSchema.safeParse(inspectionTerms(wire, { priceLevel })).success).toBe(true);
  }
});
