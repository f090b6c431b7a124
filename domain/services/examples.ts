import type { LocalDate } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import type { Shipment } from "./kind";

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

/** A company of Yiwu that is registered with China's customs, and its code there. */
export const EXPORTER = {
  exporterOfRecord: { name: "Yiwu Hengda Trading Co., Ltd.", country: "CN" },
  exporterCode: "3307960001",
} as const;

/** Export clearance under general trade, with all that must be asked for; tests change what they are about. */
export const wireSpecExample = { side: "export", supervisionMode: "0110", ...EXPORTER } as const;

/** What a transit through Kazakhstan names beside its side. */
export const TRANSIT = {
  ...{ country: "KZ", departureOffice: "57505", destinationOffice: "58207", declarant: "broker" },
  ...{ guarantee: "general", guarantor: "Dala Insurance" },
} as const;

/** A seller of Yiwu with its account at a bank of China, as a payment to a supplier names them. */
export const PAYEE = {
  payeeCountry: "CN",
  payee: {
    name: "Yiwu Hengda Trading Co., Ltd.",
    bank: "Yiwu Merchants Bank",
    bic: "YWMBCNBJ",
    account: "6222 0208 1234 5678 901",
  },
} as const;
