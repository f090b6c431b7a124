import type { Lane } from "./lane";

/** By road to Russia, in tightened sampling. */
export const VLADIVOSTOK: Lane = {
  locale: "en",
  mark: 3,
  buyer: {
    person: "Sun Hongwei",
    nameOwn: "哈尔滨北麓机械进出口有限公司",
    nameLatin: "Harbin Beilu Machinery Trading Co., Ltd.",
    country: "CN",
    city: "Harbin",
    registrationNumber: "91230100MA1BX9R4HG",
  },
  newcomer: {
    person: "Ольга Мельник",
    nameOwn: "ООО «Гродеково Экспедиция»",
    nameLatin: "Grodekovo Forwarding LLC",
    country: "RU",
    city: "Pogranichny",
    registrationNumber: "2536104823",
  },
  importer: { name: "ООО «Приморский лес»", country: "RU", taxId: "2540063182" },
  currency: "RUB",
  direction: "export",
  mode: "road",
  originId: "CNHRN",
  destinationId: "RUVVO",
  corridor: "CN-RU",
  goods: "Sorting lines for a sawmill",
  cargo: [
    { description: "Sorting line, dismantled", hsCode: "846599" },
    { description: "Electric motors 15 kW", hsCode: "850152" },
    { description: "Conveyor belts", hsCode: "401012" },
  ],
  carriage: { equipment: "flat_175", haul: "ftl", needsTailLift: true },
  unitBasis: "truck",
  haulBasis: "truck",
  inspected: {
    lot: { level: "I", severity: "tightened", aqlCritical: "0", aqlMajor: "2.5", aqlMinor: "6.5" },
    // 3,200 pieces: letter H at level I, E at S-3, where tightened 2.5 leads down to G.
    plan: { critical: ["H", 50, 0, 1], major: ["H", 50, 2, 3], minor: ["H", 50, 5, 6] },
    dropTest: ["G", 32, 1, 2],
    manDayTenths: 10,
  },
  payment: "transfer",
  isOpenedByTwo: false,
  isSwept: false,
  performed: "inspection",
  steps: ["scheduled", "on_site", "report_issued", "buyer_decided"],
};
