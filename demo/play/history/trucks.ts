import { containerDigit, luhnDigit } from "../../../domain/orders/document-numbers";
import type { PlannedDeal } from "../../plan/plan-deal";
import { pick, type Random, wholeBetween } from "../../plan/random";

/** What a country's trucks, seals and drivers look like. All numbers and people are made up. */
type Fleet = {
  /** Letters of its plates. */
  readonly letters: string;
  /** A region's sign by the place of the pick-up, and that of other places. */
  readonly regions: Readonly<Record<string, string>>;
  readonly region: string;
  /** A plate: § stands for the region's sign, 9 for a digit, A for a letter. */
  readonly tractor: string;
  readonly trailer: string;
  readonly phone: string;
  readonly drivers: readonly string[];
};

const LATIN = "ABCDEFHKMNPRSTX";
/** The letters of Russian plates, which are those that Latin has as well. */
const CYRILLIC = "АВЕКМНОРСТУХ";

/** How trucks of a province are registered, by the hub that they leave through. */
const PROVINCES: Readonly<Record<string, string>> = {
  ...{ pingxiang: "桂F", dongxing: "桂P", hekou: "云G", mohan: "云K", ruili: "云N", horgos: "新F", alashankou: "新E" },
  ...{ irkeshtam: "新P", torugart: "新P", suifenhe: "黑C", heihe: "黑N", hunchun: "吉H", manzhouli: "蒙E" },
  erenhot: "蒙H",
};

const CHINESE: Fleet = {
  ...{ letters: LATIN, regions: PROVINCES, region: "粤B", tractor: "§99999", trailer: "§9999挂", phone: "+86 13" },
  drivers: [
    ...["李卫国 Li Weiguo", "张海涛 Zhang Haitao", "马小军 Ma Xiaojun", "农伟明 Nong Weiming"],
    ...["王德全 Wang Dequan", "赵永福 Zhao Yongfu", "黄志刚 Huang Zhigang", "孙立新 Sun Lixin"],
  ],
};

const FLEETS: Readonly<Record<string, Fleet>> = {
  CN: CHINESE,
  VN: {
    ...{
      letters: LATIN,
      regions: { VNSGN: "51", VNHAN: "29" },
      region: "12",
      tractor: "§C-99999",
      trailer: "§R-99999",
    },
    ...{ phone: "+84 9", drivers: ["Nguyễn Văn Hùng", "Trần Quốc Bảo", "Lê Minh Tuấn", "Hoàng Đình Lâm"] },
  },
  TH: {
    ...{ letters: LATIN, regions: { THBKK: "70" }, region: "71", tractor: "§-9999", trailer: "§-9999" },
    ...{ phone: "+66 8", drivers: ["Somchai Wongdee", "Prasert Kaewmanee", "Anan Srisuk"] },
  },
  KZ: {
    ...{ letters: LATIN, regions: { KZALA: "02", KZAST: "01" }, region: "05", tractor: "999AAA§", trailer: "99AAA§" },
    ...{ phone: "+7 701 ", drivers: ["Ерлан Сәрсенов Erlan Sarsenov", "Бауыржан Әлиев Bauyrzhan Aliyev"] },
  },
  RU: {
    letters: CYRILLIC,
    regions: { RUVVO: "125", RUBLG: "28", RUOVB: "154", RUMOW: "797", RUYEK: "196", RUHTA: "75" },
    ...{ region: "125", tractor: "A999AA§", trailer: "AA9999§", phone: "+7 914 " },
    drivers: ["Сергей Кузьмин Sergey Kuzmin", "Андрей Лаптев Andrey Laptev", "Виктор Орлов Viktor Orlov"],
  },
  UZ: {
    ...{ letters: LATIN, regions: { UZTAS: "01" }, region: "30", tractor: "§999AAA", trailer: "§9999AA" },
    ...{ phone: "+998 9", drivers: ["Botir Yo‘ldoshev", "Sherzod Qodirov"] },
  },
  KG: {
    ...{
      letters: LATIN,
      regions: { KGFRU: "01", KGOSS: "02" },
      region: "02",
      tractor: "§KG999AAA",
      trailer: "§KG999AA",
    },
    ...{ phone: "+996 55", drivers: ["Азамат Токтосунов Azamat Toktosunov", "Нурлан Асанов Nurlan Asanov"] },
  },
  MN: {
    ...{ letters: "АБВГДЕНОСТУХ", regions: {}, region: "УБ", tractor: "9999§A", trailer: "9999§" },
    ...{ phone: "+976 9", drivers: ["Бат-Эрдэнэ Bat-Erdene", "Ганбаатар Ganbaatar"] },
  },
};

const fleetOf = (country: string): Fleet => FLEETS[country] ?? CHINESE;

/** Digits of which the first is no nought. */
export const digitsOf = (random: Random, count: number): string =>
  String(wholeBetween(random, 10 ** (count - 1), 10 ** count - 1));

const writtenBy = (random: Random, pattern: string, { letters, sign }: { letters: string; sign: string }): string =>
  pattern
    .replace(/9+/g, ({ length }) => digitsOf(random, length))
    .replace(/A/g, () => pick(random, [...letters]))
    .replace("§", sign);

type PickUp = { readonly country: string; readonly placeId: string; readonly hubId: string };

/** The plates of a truck and its trailer, which are of the country in which they pick up; China's are of the hub's province. */
export function platesOf(random: Random, { country, placeId, hubId }: PickUp) {
  const fleet = fleetOf(country);
  const sign = fleet.regions[fleet === CHINESE ? hubId : placeId] ?? fleet.region;
  const plate = (pattern: string) => writtenBy(random, pattern, { letters: fleet.letters, sign });
  return { plate: plate(fleet.tractor), trailer: plate(fleet.trailer) };
}

/** A driver of a truck that picks up in a country, with a passport and a telephone. */
export function driverOf(random: Random, country: string) {
  const { drivers, phone } = fleetOf(country);
  return { name: pick(random, drivers), document: `E${digitsOf(random, 8)}`, phone: `${phone}${digitsOf(random, 8)}` };
}

/** A seal's number as it is cut where goods are picked up. */
export const sealOf = (random: Random, country: string): string =>
  `${country in FLEETS ? country : "CN"}${digitsOf(random, 6)}`;

/** With which digit the number of a wagon of the broad gauge begins: what it is. */
const COVERED = "2";
const WAGON_TYPES: Readonly<Record<string, string>> = { covered_wagon: COVERED, gondola_wagon: "6" };

const OWNERS = ["TBJU", "CSNU", "CAIU", "TGHU", "COSU"];
const AIRLINES = ["999", "784", "112", "781"];

/** A truck of one piece, which draws no trailer. */
const RIGID = "box_96";

/** By what the carriage of a deal's goods is known: the plates of a truck, an air waybill, or the number of a wagon or a container. */
type LoadNumbers =
  | { readonly tractorPlate: string; readonly trailerPlate: string }
  | { readonly tractorPlate: string }
  | { readonly airWaybill: string }
  | { readonly wagonNumber: string }
  | { readonly containerNumber: string };

function numbersOf(
  random: Random,
  { corridor, originId, hubId, mode, equipment }: PlannedDeal["movement"],
): LoadNumbers {
  if (mode === "road") {
    const { plate, trailer } = platesOf(random, { country: corridor.slice(0, 2), placeId: originId, hubId });
    return equipment === RIGID ? { tractorPlate: plate } : { tractorPlate: plate, trailerPlate: trailer };
  }
  if (mode === "air") {
    const serial = digitsOf(random, 7);
    return { airWaybill: `${pick(random, AIRLINES)}-${serial}${Number(serial) % 7}` };
  }
  if (/wagon/.test(equipment)) {
    const seven = `${WAGON_TYPES[equipment] ?? COVERED}${digitsOf(random, 6)}`;
    return { wagonNumber: `${seven}${luhnDigit(seven)}` };
  }
  const ten = `${pick(random, OWNERS)}${digitsOf(random, 6)}`;
  return { containerNumber: `${ten}${containerDigit(ten)}` };
}

const loads = new WeakMap<PlannedDeal, LoadNumbers>();

/** The numbers of a deal's load, whoever names them first: who watches the loading, or the carrier who fetches it. */
export function numbersOfDeal(random: Random, deal: PlannedDeal): LoadNumbers {
  const numbers = loads.get(deal) ?? numbersOf(random, deal.movement);
  loads.set(deal, numbers);
  return numbers;
}

const seals = new WeakMap<PlannedDeal, string>();

/** The one seal of a deal's load, whoever names it first: who watches the loading, or the carrier who fetches it. */
export function sealOfDeal(random: Random, deal: PlannedDeal): string {
  const seal = seals.get(deal) ?? sealOf(random, deal.movement.corridor.slice(0, 2));
  seals.set(deal, seal);
  return seal;
}
