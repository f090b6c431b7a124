import type { Lane } from "./lane";

/** By road to Viet Nam, paid by a letter of credit. */
export const HANOI: Lane = {
  locale: "en",
  mark: 1,
  buyer: {
    person: "Huang Yulan",
    nameOwn: "南宁朝晖电气进出口有限公司",
    nameLatin: "Nanning Zhaohui Electric Trading Co., Ltd.",
    country: "CN",
    city: "Nanning",
    registrationNumber: "91450100MA5P7Q2W1L",
  },
  newcomer: {
    person: "Nguyễn Thu Hà",
    nameOwn: "Công ty TNHH Vận tải Biên Thùy",
    nameLatin: "Bien Thuy Transport Co., Ltd.",
    country: "VN",
    city: "Lạng Sơn",
    registrationNumber: "0109738162",
  },
  importer: { name: "Công ty CP Điện Sông Hồng", country: "VN", taxId: "0106845127" },
  currency: "VND",
  direction: "export",
  mode: "road",
  originId: "CNNIN",
  destinationId: "VNHAN",
  corridor: "CN-VN",
  goods: "Switch cabinets for a substation",
  cargo: [
    { description: "Switch cabinets 35 kV", hsCode: "853720" },
    { description: "Transformers, dry", hsCode: "850434" },
    { description: "Copper busbars", hsCode: "740710" },
  ],
  carriage: { equipment: "tilt_136", haul: "gms_direct", transitRegime: "national", transitGuaranteedBy: "carrier" },
  unitBasis: "truck",
  haulBasis: "truck",
  inspected: {
    lot: { level: "II", severity: "normal", aqlCritical: "0", aqlMajor: "2.5", aqlMinor: "4" },
    // 3,200 pieces: letter K at level II, E at S-3, where 2.5 leads down to F.
    plan: { critical: ["K", 125, 0, 1], major: ["K", 125, 7, 8], minor: ["K", 125, 10, 11] },
    dropTest: ["F", 20, 1, 2],
    manDayTenths: 10,
  },
  payment: "credit",
  isOpenedByTwo: false,
  isSwept: false,
  performed: "logistics",
  steps: ["booked", "crossed_border", "delivered", "documents_closed"],
};
