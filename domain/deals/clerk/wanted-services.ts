import { type Equipment, unitOf } from "@/domain/services/logistics/equipment";
import { after, before, findAll, type Found, type ReadField, type Source } from "./reading";
import { isDeclined } from "./declined-services";
import { kindOf } from "@/domain/services/registry";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";

const FOOT = String.raw`(?: ?'| ?尺| ?英尺| ?ft| ?фут(?:ов|овых|овый|а)?|-фут\p{L}*)?`;

/** How each piece of equipment is written, over folded text; the first pattern that takes a stretch keeps it. */
const EQUIPMENT_PATTERNS: readonly (readonly [Equipment, string])[] = [
  ["45hc", String.raw`45${FOOT} ?-?(?:hc|hq|нс|高箱|高柜)`],
  [
    "40rf",
    String.raw`40${FOOT} ?-?(?:rf|rh|冷藏?箱|冷柜|冻柜|реф\p{L}*)|(?:xe )?cont(?:ainer)? lanh(?: 40'?)?|рефконтеинер\p{L}*(?: 40)?`,
  ],
  ["40hc", String.raw`40${FOOT} ?-?(?:hc|hq|нс|高箱|高柜|high cube)|(?<!\d ?(?:尺|英尺)?)高柜`],
  ["40gp", String.raw`40${FOOT} ?-?(?:gp|dc|dv|普箱|普柜)|大柜`],
  [
    "20gp",
    String.raw`20${FOOT} ?-?(?:gp|dc|dv|普箱|普柜)|20(?: ?尺|英尺)(?:柜|集装箱)|20 ?фут(?:ов|овых|овый|а)?(?!\p{L})|20 ?ft container|小柜|cont 20(?!\d)`,
  ],
  ["tank_container", "танк-контеинер\\p{L}*|罐式集装箱|罐箱|iso tank|tank container|container bon"],
  ["flat_175", String.raw`17[.,]5 ?(?:米|m|м)(?!\p{Script=Latin}|\p{Script=Cyrillic}|[\d²³])(?: ?平板车?)?`],
  [
    "tilt_136",
    String.raw`(?:тент\p{L}*|tilt(?: trailer)?|mui bat|软篷车?)(?: 13[.,]6(?: ?(?:м|m))?)?|13[.,]6 ?(?:米|m|м)(?![\d²³])`,
  ],
  ["box_96", String.raw`9[.,]6 ?(?:米|m|м)(?!\p{Script=Latin}|\p{Script=Cyrillic}|[\d²³])`],
  ["reefer_truck", "冷藏车|冷链车|reefer truck|refrigerated truck|рефрижератор\\p{L}*|авторефрижератор\\p{L}*|xe lanh"],
  ["low_loader", "低板车|low ?loader|низкорамн\\p{L}*|трал(?!\\p{L})|ro-mooc lun"],
  ["car_carrier", "轿运车|car carrier|автовоз\\p{L}*|автотасыгыш"],
  ["covered_wagon", "棚车|вагон\\p{L}* крыт\\p{L}*|крыт\\p{L}* вагон\\p{L}*|covered wagon|toa co mui|жабык вагон"],
  ["gondola_wagon", "敞车|полувагон\\p{L}*|open wagon|toa thanh cao|жартылай вагон"],
  ["platform_wagon", "铁路平车|ж/д платформ\\p{L}*|platform wagon|toa mat bang|платформа вагон"],
];

const DENIED_AFTER = /^[\s,]*(?:\p{L}+ )?(?:не нуж|не треб|кажет емес|керек емес|not need|khong can|不需要|不要)/u;
const DENIED_BEFORE = /(?:без |не нужен |not |no |khong can |不要|不用|无需)$/u;
const COUNT_BEFORE =
  /(?<!\d|\d[.,])(?<count>\d{1,2}|[一两三四五六七八九]) ?(?:[xх×*]|个|只|台|шт\.?|cont(?:ainer)?s?|контеинер\p{L}*(?: по)?|конт\.?|fcl|дана|xe)? ?$/u;
const COUNT_AFTER =
  /^(?: container| контеинер\p{L}*)?[\s,(xх×*]{0,3}(?<count>\d{1,2}) ?(?:个|只|台|шт|дана|pcs|units|cai|chiec)/u;

const HAN_COUNTS = ["一", "两", "三", "四", "五", "六", "七", "八", "九"];
const TIMES_AFTER = /^ ?[xх×*] ?(?<count>\d{1,2})(?![\d.,])/u;

type Named = { readonly equipment: Equipment; readonly from: readonly [number, number]; readonly count: string | null };

function equipmentIn({ folded }: Source): Named[] {
  const taken: Named[] = [];
  for (const [equipment, pattern] of EQUIPMENT_PATTERNS)
    for (const { span } of findAll(
      folded,
      new RegExp(String.raw`(?:(?<=\d ?[xх×*])|(?<![\p{Script=Cyrillic}a-z\d])(?<!\d[.,]))(?:${pattern})`, "gu"),
    )) {
      if (taken.some(({ from }) => from[0] < span[1] && span[0] < from[1])) continue;
      const [lead, tail] = [before(folded, span[0], 24), after(folded, span[1], 30)];
      if (DENIED_BEFORE.test(lead) || DENIED_AFTER.test(tail)) continue;
      const count =
        [COUNT_AFTER.exec(tail), TIMES_AFTER.exec(tail), COUNT_BEFORE.exec(lead)].find((one) => one)?.groups?.count ??
        null;
      taken.push({ equipment, from: span, count });
    }
  return taken;
}

/** The one piece of equipment that a text names, not as unwanted, and how many of it; nothing where it names two. */
export function readEquipment(source: Source): ReadField[] {
  const found = equipmentIn(source);
  const [first] = found;
  if (!first || new Set(found.map(({ equipment }) => equipment)).size !== 1) return [];
  const counted = found.find(({ count }) => count !== null && count !== "0");
  const equipment: ReadField = {
    path: "services.logistics.equipment",
    value: first.equipment,
    from: first.from,
    reason: "equipment_named",
  };
  if (!counted?.count || unitOf(first.equipment) === "truck") return [equipment];
  const number = String(HAN_COUNTS.indexOf(counted.count) + 1 || Number(counted.count));
  return [
    equipment,
    {
      path: "services.logistics.equipmentCount",
      value: number,
      from: counted.from,
      reason: "units_counted",
    },
  ];
}

const DEGREE = String.raw`°|º|℃|度|град\p{L}*|do(?![a-z])|(?<=[-+−–]\d{1,2} ?)c(?![a-z])`;
const SIGNED = String.raw`(?:[-+−–]|零下|минус |am |minus )?\d{1,2}`;
/** Between two ends; of two that bear their signs a blank, a stroke or a comma is enough: "+2 +4". */
const BETWEEN = String.raw`(?: ?(?:до|到|至|~|to|den|\.\.\.?|…|(?<=\d ?)[-–—](?= ?[-+−–]?\d)) ?|(?<=[-+−–]\d{1,2}) ?[ /,、] ?(?=[-+−–]\d))`;
const RANGE = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])(?<!\d[.,])(?<a>${SIGNED}) ?(?:${DEGREE})? ?c?(?:${BETWEEN}(?<b>${SIGNED}))? ?(?:${DEGREE}) ?c?`,
  "gu",
);
const HOTTEST = 60;

// Of -20-18 nobody knows whether the second is below zero too.
const HALF_SIGNED = /^(?:[-−–]|零下|минус|am|minus) ?\d{1,2} ?[-–—] ?\d/u;

const readDegrees = (text: string): number => {
  const isBelow = /^(?:[-−–]|零下|минус|am|minus)/u.test(text);
  const degrees = Number(text.replace(/\D/g, ""));
  return isBelow ? -degrees : degrees;
};

/** The temperature to keep, in whole degrees Celsius; nothing where the text gives two that differ. */
export function readTemperature(source: Source): ReadField[] {
  const found = findAll(source.folded, RANGE).flatMap(({ span, groups }) => {
    if (HALF_SIGNED.test(source.folded.slice(...span))) return [];
    const ends = [groups.a, groups.b].flatMap((text) => (text === undefined ? [] : [readDegrees(text)]));
    return ends.every((degrees) => Math.abs(degrees) <= HOTTEST)
      ? [{ span, min: Math.min(...ends), max: Math.max(...ends) }]
      : [];
  });
  const [first] = found;
  if (!first || found.some(({ min, max }) => min !== first.min || max !== first.max)) return [];
  const field = (name: string, value: number): ReadField => ({
    path: `services.logistics.${name}`,
    value: String(value),
    from: first.span,
    reason: "degrees_written",
  });
  return [field("temperatureMin", first.min), field("temperatureMax", first.max)];
}

const SERVICE_PATTERNS = SERVICES.flatMap((service) => {
  const { askedBy } = kindOf(service);
  return askedBy ? [[service, new RegExp(askedBy, "gu")] as const] : [];
});

/** Words for a service that stand in names and terms of payment too: they ask for it in a list of services, or after a verb that asks. */
const LISTED: readonly (readonly [Service, string])[] = [
  ["logistics", String.raw`logistics|物流|运输|логистик\p{L}*|перевозк\p{L}*`],
  ["payment", String.raw`payments?|支付|付款|收付款|оплат\p{L}*|платеж\p{L}*`],
  ["customs", String.raw`customs(?: clearance)?|报关|清关|таможн\p{L}*|растамож\p{L}*`],
  ["inspection", String.raw`(?:quality )?inspections?|验货|质检|инспекци\p{L}*`],
];
const LISTED_WORD = `(?:${LISTED.map(([, words]) => words).join("|")})`;
const JOINT = String.raw`(?:\s?(?:,|、|&|\+|和|及)\s?(?:and |и )?|\s(?:and|и|plus)\s)`;
const ASKING = String.raw`(?:\b(?:need|offer|quote(?: for)?|want|require|arrange|provide) (?:us )?|需要|нужн\p{L} )`;
const LISTS = new RegExp(
  String.raw`${ASKING}${LISTED_WORD}(?:${JOINT}${LISTED_WORD})*(?!\p{L})(?! terms)|(?<![\p{Script=Latin}\p{Script=Cyrillic}])${LISTED_WORD}(?:${JOINT}${LISTED_WORD})+(?! terms)`,
  "gu",
);

/** Where each service stands in a list of services, or after a verb that asks. */
const listedIn = (folded: string, service: Service): Found[] => {
  const words = LISTED.find(([one]) => one === service)?.[1];
  if (words === undefined) return [];
  return findAll(folded, LISTS).flatMap(({ span: [from, to] }) =>
    findAll(folded.slice(from, to), new RegExp(words, "gu")).map(({ span, groups }) => ({
      span: [from + span[0], from + span[1]] as const,
      groups,
    })),
  );
};

/** The services that the text asks for, not those that it denies, asks about or names as part of a name. */
export function readWanted(source: Source): ReadField[] {
  const found = SERVICE_PATTERNS.flatMap(([service, pattern]) => {
    const hits = [...findAll(source.folded, pattern), ...listedIn(source.folded, service)].filter(
      ({ span }) =>
        !isQuoted(source.folded, span[0]) && !isDeclined(source.folded, span) && !isQuestion(source.folded, span[1]),
    );
    return hits[0] ? [{ service, span: hits[0].span }] : [];
  });
  const [first] = found;
  if (!first) return [];
  return [
    {
      path: "wanted",
      value: found.map(({ service }) => service).join(" "),
      from: first.span,
      reason: "service_asked",
    },
  ];
}

// What stands in quotation marks is somebody's name.
const isQuoted = (folded: string, at: number): boolean => /[“«「][^”»」\n]*$/u.test(before(folded, at, 40));

const isQuestion = (folded: string, at: number): boolean => /^[^.。!！\n;；]*[?？吗]/u.test(folded.slice(at));
