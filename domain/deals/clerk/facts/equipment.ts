import { type Equipment, unitOf } from "@/domain/services/logistics/equipment";
import type { ReadField, Source } from "../reading";
import { after, before, findAll } from "../text/find-all";

const FOOT = String.raw`(?: ?'| ?尺| ?英尺| ?ft| ?фут(?:ов|овых|овый|а)?|-фут\p{L}*)?`;

/** How each piece of equipment is written, over folded text; the first pattern that takes a stretch keeps it. */
const PATTERNS: readonly (readonly [Equipment, string])[] = [
  ["45hc", String.raw`45${FOOT} ?-?(?:hc|hq|нс|高箱|高柜)`],
  [
    "40rf",
    String.raw`40${FOOT} ?-?(?:rf|rh|冷藏?箱|冷柜|冻柜|реф\p{L}*)|(?:xe )?cont(?:ainer)? lanh(?: 40'?)?|рефконтеинер\p{L}*(?: 40)?`,
  ],
  ["40hc", String.raw`40${FOOT} ?-?(?:hc|hq|нс|高箱|高柜|high cube)`],
  ["40gp", String.raw`40${FOOT} ?-?(?:gp|dc|dv|普箱|普柜)`],
  [
    "20gp",
    String.raw`20${FOOT} ?-?(?:gp|dc|dv|普箱|普柜)|20(?: ?尺|英尺)(?:柜|集装箱)|20 ?фут(?:ов|овых|овый|а)?(?!\p{L})|20 ?ft container`,
  ],
  ["tank_container", "танк-контеинер\\p{L}*|罐式集装箱|罐箱|iso tank|tank container|container bon"],
  ["flat_175", String.raw`17[.,]5 ?(?:米|m|м)(?!\p{Script=Latin}|\p{Script=Cyrillic})(?: ?平板车?)?`],
  [
    "tilt_136",
    String.raw`(?:тент\p{L}*|tilt(?: trailer)?|mui bat|软篷车?)(?: 13[.,]6(?: ?(?:м|m))?)?|13[.,]6 ?(?:米|m|м)`,
  ],
  ["box_96", String.raw`9[.,]6 ?(?:米|m|м)(?!\p{Script=Latin}|\p{Script=Cyrillic})`],
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
  /(?<!\d|\d[.,])(?<count>\d{1,2}) ?(?:[xх×*]|个|只|台|шт\.?|cont(?:ainer)?s?|контеинер\p{L}*(?: по)?|дана|xe)? ?$/u;
const COUNT_AFTER =
  /^(?: container| контеинер\p{L}*)?[\s,(xх×*]{0,3}(?<count>\d{1,2}) ?(?:个|只|台|шт|дана|pcs|units|cai|chiec)/u;

type Found = { readonly equipment: Equipment; readonly from: readonly [number, number]; readonly count: string | null };

function equipmentIn({ folded }: Source): Found[] {
  const taken: Found[] = [];
  for (const [equipment, pattern] of PATTERNS)
    for (const { span } of findAll(
      folded,
      new RegExp(String.raw`(?:(?<=\d ?[xх×*])|(?<![\p{Script=Cyrillic}a-z\d])(?<!\d[.,]))(?:${pattern})`, "gu"),
    )) {
      if (taken.some(({ from }) => from[0] < span[1] && span[0] < from[1])) continue;
      const [lead, tail] = [before(folded, span[0], 24), after(folded, span[1], 30)];
      if (DENIED_BEFORE.test(lead) || DENIED_AFTER.test(tail)) continue;
      const count = COUNT_AFTER.exec(tail)?.groups?.count ?? COUNT_BEFORE.exec(lead)?.groups?.count ?? null;
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
    confidence: "sure",
  };
  if (!counted?.count || unitOf(first.equipment) === "truck") return [equipment];
  const number = String(Number(counted.count));
  return [
    equipment,
    {
      path: "services.logistics.equipmentCount",
      value: number,
      from: counted.from,
      reason: "units_counted",
      confidence: "likely",
    },
  ];
}
