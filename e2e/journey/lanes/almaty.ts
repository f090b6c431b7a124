import type { Lane } from "./lane";

/** By rail in containers from Kazakhstan, in Chinese. */
export const ALMATY: Lane = {
  locale: "zh-CN",
  mark: 2,
  buyer: {
    person: "马晓燕",
    nameOwn: "乌鲁木齐天麦粮油贸易有限公司",
    nameLatin: "Urumqi Tianmai Grain and Oil Trading Co., Ltd.",
    country: "CN",
    city: "乌鲁木齐",
    registrationNumber: "91650100MA77K4T3XN",
  },
  newcomer: {
    person: "Айгүл Сәрсенова",
    nameOwn: "«Қорғас Транзит» ЖШС",
    nameLatin: "Korgas Tranzit LLP",
    country: "KZ",
    city: "Almaty",
    registrationNumber: "220340017624",
  },
  importer: { name: "乌鲁木齐天麦粮油贸易有限公司", country: "CN", taxId: "91650100MA77K4T3XN" },
  currency: "KZT",
  direction: "import",
  mode: "rail",
  originId: "KZALA",
  destinationId: "CNURM",
  corridor: "KZ-CN",
  goods: "哈萨克斯坦面粉",
  cargo: [
    { description: "小麦粉，25 公斤袋装", hsCode: "110100" },
    { description: "葵花籽油，瓶装", hsCode: "151219" },
    { description: "小扁豆", hsCode: "071340" },
  ],
  carriage: { equipment: "40hc", haul: "rail_fcl", containerOwner: "coc" },
  unitBasis: "container",
  haulBasis: "container_40hc",
  inspected: {
    lot: { level: "II", severity: "normal", aqlCritical: "0", aqlMajor: "0.65", aqlMinor: "1.5" },
    // 3,200 pieces: letter K at level II, E at S-3, where 0.65 leads down to F.
    plan: { critical: ["K", 125, 0, 1], major: ["K", 125, 2, 3], minor: ["K", 125, 5, 6] },
    dropTest: ["F", 20, 0, 1],
    manDayTenths: 10,
  },
  payment: "transfer",
  isOpenedByTwo: false,
  isSwept: true,
  performed: "customs",
  steps: ["documents_requested", "filed", "released", "pack_archived"],
};
