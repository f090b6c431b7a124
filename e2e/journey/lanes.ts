export type Company = {
  readonly person: string;
  readonly nameOwn: string;
  readonly nameLatin: string;
  readonly country: string;
  readonly city: string;
  readonly registrationNumber: string;
};

/**
 * One trade a browser: who asks, who is new among those that offer, and which way the goods go. Each lane crosses another
 * border, so that each counts its orders at a hub of its own.
 */
export type Lane = {
  readonly locale: string;
  /** Sets its amounts apart from those of the other lanes, which play at the same time. */
  readonly mark: number;
  readonly buyer: Company;
  readonly newcomer: Company;
  /** What the bids are in. */
  readonly currency: string;
  readonly direction: "export" | "import";
  readonly originId: string;
  readonly destinationId: string;
  readonly corridor: string;
  readonly goods: string;
};

const HANOI: Lane = {
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
  currency: "VND",
  direction: "export",
  originId: "CNNIN",
  destinationId: "VNHAN",
  corridor: "CN-VN",
  goods: "Switch cabinets for a substation",
};

const ALMATY: Lane = {
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
  currency: "KZT",
  direction: "import",
  originId: "KZALA",
  destinationId: "CNURM",
  corridor: "KZ-CN",
  goods: "哈萨克斯坦面粉",
};

const VLADIVOSTOK: Lane = {
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
  currency: "RUB",
  direction: "export",
  originId: "CNHRN",
  destinationId: "RUVVO",
  corridor: "CN-RU",
  goods: "Sorting lines for a sawmill",
};

/** By the name of the browser's project. */
export const LANES: Readonly<Record<string, Lane>> = { desktop: HANOI, phone: ALMATY, "no-script": VLADIVOSTOK };
