import type { z } from "zod";
import type { dealSchema } from "./deal-schema";
import { EXPORTER } from "../services/examples";
import type { FormValues } from "../shared/form-state";

export type WireDeal = z.input<typeof dealSchema>;

/** A truck of solar inverters from Yiwu to Almaty in the wire form; tests change what they are about. */
export const dealExample = (changes: Partial<WireDeal> = {}): WireDeal => ({
  direction: "export",
  title: "Solar inverters",
  incoterm: { rule: "DAP", place: "Almaty" },
  originId: "CNYIU",
  hubId: "any",
  destinationId: "KZALA",
  mode: "road",
  readyDate: "2026-12-10",
  goodsValue: { minor: 61_400_000, currency: "CNY" },
  cargo: [
    {
      description: "Inverters 10 kW",
      hsCode: "850440",
      packages: 400,
      packageType: "CT",
      grossWeightGrams: 11_200_000,
      volumeCm3: 42_000_000,
      value: { minor: 60_000_000, currency: "CNY" },
    },
    {
      description: "Mounting rails",
      hsCode: "761090",
      packages: 12,
      packageType: "BE",
      grossWeightGrams: 840_000,
      dimensionsMm: { length: 4200, width: 400, height: 300 },
    },
  ],
  ...changes,
});

/** The posting form filled for one request of customs clearance; tests change what they are about. */
export const postingExample = (changes: FormValues = {}): FormValues => ({
  title: "Solar inverters",
  originId: "CNYIU",
  destinationId: "KZALA",
  mode: "road",
  hubId: "any",
  incotermRule: "DAP",
  incotermPlace: "Almaty",
  readyDate: "2026-12-10",
  goodsValue: "614 000,00",
  goodsCurrency: "CNY",
  "cargo[0].description": "Inverters 10 kW",
  "cargo[0].hsCode": "8504.40",
  "cargo[0].packages": "400",
  "cargo[0].packageType": "CT",
  "cargo[0].grossWeightKg": "11 200,5",
  "cargo[0].volumeCbm": "42",
  "cargo[0].lengthCm": "",
  "cargo[0].widthCm": "",
  "cargo[0].heightCm": "",
  "cargo[0].value": "600000",
  wanted: "customs",
  "services.customs.side": "export",
  "services.customs.supervisionMode": "0110",
  "services.customs.exporterName": EXPORTER.exporterOfRecord.name,
  "services.customs.exporterCountry": EXPORTER.exporterOfRecord.country,
  "services.customs.exporterCode": EXPORTER.exporterCode,
  bidMode: "sealed",
  closesAt: "2026-11-28T18:00",
  decideBy: "2026-11-30T18:00",
  comparisonCurrency: "CNY",
  visibility: "open",
  ...changes,
});
