import { expect, test } from "vitest";
import { type Instant, parseIso } from "../shared/time";
import { pastDays } from "./past-days";
import { kindOf } from "./registry";

// The 25th has begun in Yiwu and not in Warsaw.
const NOW = parseIso("2026-11-24T17:00:00Z") as Instant;
const LATER = {
  inspection: { type: "factory_audit", factoryAddress: "88 Chouzhou Road, Yiwu", date: "2026-12-01" },
  logistics: { equipment: "tilt_136", pickupFrom: "2026-12-01", pickupTo: "2026-12-02" },
  payment: { need: "letter_of_credit", payerCurrency: "USD", payeeCurrency: "CNY" },
} as const;

const past = (service: keyof typeof LATER, members: Record<string, string>, zone = "Asia/Shanghai") => {
  const kind = kindOf(service);
  const spec = kind.specSchema.parse({ ...LATER[service], ...members });
  return pastDays(kind.plannedDays ?? [], spec, { now: NOW, zone }).map(({ path }) => path.join("."));
};

test.each([
  ["inspection", "date"],
  ["inspection", "alternativeDate"],
  ["inspection", "loadingDate"],
  ["logistics", "pickupFrom"],
  ["logistics", "pickupTo"],
  ["logistics", "deliveryFrom"],
  ["logistics", "deliveryTo"],
  ["payment", "latestShipment"],
  ["payment", "creditExpiry"],
] as const)("the %s's %s is no day that is over where the goods are", (service, member) => {
  expect(past(service, { [member]: "2026-11-24" })).toEqual([member]);
  expect(past(service, { [member]: "2026-11-25" })).toEqual([]);
  expect(past(service, { [member]: "2026-11-24" }, "Europe/Warsaw")).toEqual([]);
});

test("a time is judged by its day where the goods are", () => {
  const at = (pickupFrom: string) => past("logistics", { pickupFrom });
  expect(at("2026-11-24T16:30:00Z")).toEqual([]);
  expect(at("2026-11-24T15:30:00Z")).toEqual(["pickupFrom"]);
});
