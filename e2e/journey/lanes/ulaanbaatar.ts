import type { Lane } from "./lane";

/** Chilled by road to Mongolia; two people open the bids. */
export const ULAANBAATAR: Lane = {
  locale: "en",
  mark: 4,
  buyer: {
    person: "Bai Xiaolan",
    nameOwn: "包头草原路食品进出口有限公司",
    nameLatin: "Baotou Grassland Road Foods Trading Co., Ltd.",
    country: "CN",
    city: "Baotou",
    registrationNumber: "91150200MA7HK3T5XY",
  },
  newcomer: {
    person: "Батбаярын Сарнай",
    nameOwn: "«Говийн Зам» ХХК",
    nameLatin: "Goviin Zam LLC",
    country: "MN",
    city: "Zamyn-Uud",
    registrationNumber: "6178243",
  },
  importer: { name: "«Туул Хүнс» ХХК", country: "MN", taxId: "5093871" },
  currency: "MNT",
  direction: "export",
  mode: "road",
  originId: "CNTNJ",
  destinationId: "MNULN",
  corridor: "CN-MN",
  goods: "Fruit for the winter markets",
  cargo: [
    { description: "Apples, Fuji", hsCode: "080810" },
    { description: "Mandarins", hsCode: "080521" },
    { description: "Table grapes", hsCode: "080610" },
  ],
  carriage: { equipment: "reefer_truck", haul: "ftl", temperatureMin: "2", temperatureMax: "6" },
  unitBasis: "truck",
  haulBasis: "truck",
  inspected: {
    lot: { level: "III", severity: "normal", aqlCritical: "0", aqlMajor: "1.5", aqlMinor: "2.5", checksPerUnit: "5" },
    // 3,200 pieces: letter L at level III, E at S-3, where 1.5 leads up to D; 105 minutes, 1,000 checks and the drop test are 615.
    plan: { critical: ["L", 200, 0, 1], major: ["L", 200, 7, 8], minor: ["L", 200, 10, 11] },
    dropTest: ["D", 8, 0, 1],
    manDayTenths: 15,
  },
  payment: "transfer",
  isOpenedByTwo: true,
  isSwept: true,
  performed: "payment",
  steps: ["kyc_submitted", "sent", "received_by_payee", "control_documents_delivered"],
};
