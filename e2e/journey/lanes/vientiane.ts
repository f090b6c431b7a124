import type { Lane } from "./lane";

/** Dangerous goods by road to Laos, in Chinese. */
export const VIENTIANE: Lane = {
  locale: "zh-CN",
  mark: 5,
  buyer: {
    person: "段丽江",
    nameOwn: "昆明滇虹新能源进出口有限公司",
    nameLatin: "Kunming Dianhong New Energy Trading Co., Ltd.",
    country: "CN",
    city: "昆明",
    registrationNumber: "91530100MA6P2LQ847",
  },
  newcomer: {
    person: "ສົມສັກ ວົງສາ",
    nameOwn: "ບໍລິສັດ ບໍ່ເຕນ ຂົນສົ່ງ ຈຳກັດ",
    nameLatin: "Boten Transport Sole Co., Ltd.",
    country: "LA",
    city: "Boten",
    registrationNumber: "01-00048215",
  },
  importer: { name: "Vientiane Solar Power Co., Ltd.", country: "LA", taxId: "01-00093377" },
  currency: "LAK",
  direction: "export",
  mode: "road",
  originId: "CNKNM",
  destinationId: "LAVTE",
  corridor: "CN-LA",
  goods: "户用储能电池",
  cargo: [
    { description: "锂离子电池组", hsCode: "850760", unNumber: "3480", hazardClass: "9" },
    { description: "储能逆变器", hsCode: "850440" },
    { description: "安装支架", hsCode: "761090" },
  ],
  carriage: { equipment: "box_96", haul: "gms_direct", shipperDocuments: ["packing_list", "safety_data_sheet"] },
  unitBasis: "truck",
  haulBasis: "truck",
  inspected: {
    lot: { level: "S-4", severity: "normal", aqlCritical: "0", aqlMajor: "1", aqlMinor: "4" },
    // 3,200 pieces: letter G at S-4, where 1.0 leads down to H; E at S-3.
    plan: { critical: ["H", 50, 0, 1], major: ["H", 50, 1, 2], minor: ["G", 32, 3, 4] },
    dropTest: ["E", 13, 0, 1],
    manDayTenths: 10,
  },
  payment: "transfer",
  isOpenedByTwo: false,
  isSwept: false,
  performed: "logistics",
  steps: ["booked", "arrived_hub", "delivered", "documents_closed"],
};
