import type { LocalDate } from "@/domain/shared/local-date";
import { money } from "@/domain/shared/money";
import type { Shipment } from "./shipment";

/** A truck of machine parts from Yiwu to Almaty: 12,000 kg in 40 m³; tests change what they are about. */
export const shipmentExample = (changes: Partial<Shipment> = {}): Shipment => ({
  direction: "export",
  mode: "road",
  inlandMode: null,
  goodsValue: money(9_000_000n, "USD"),
  incotermRule: "CIP",
  readyDate: "2026-11-20" as LocalDate,
  originCountry: "CN",
  destinationCountry: "KZ",
  cargo: [
    {
      hsCode: "848210",
      packages: 300,
      packageType: "CT",
      grossWeightGrams: 9_000_000,
      volumeCm3: 25_000_000,
      value: money(6_000_000n, "USD"),
    },
    {
      hsCode: "848340",
      packages: 100,
      packageType: "PX",
      grossWeightGrams: 3_000_000,
      volumeCm3: 15_000_000,
      value: money(3_000_000n, "USD"),
    },
  ],
  ...changes,
});
