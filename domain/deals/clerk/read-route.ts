import { after, before, holds, type ReadField, type ReadReason, type Source, type Span, spanAt } from "./reading";
import type { Mention } from "./known-names";

/** What a place is to the goods: where they start, which gate they pass, where they end. */
type PlaceRole = "origin" | "via" | "destination";

const COUNTRY = "(?:中国|泰国|越南|俄罗斯|哈萨克斯坦|哈萨克|蒙古|老挝|缅甸|吉尔吉斯斯坦|乌兹别克斯坦|德国|波兰)?";
const START = String.raw`(?<![a-zа-я])`;

/** Words before a place, over folded text, that say its role. */
export const ROLE_BEFORE: Readonly<Record<PlaceRole, RegExp>> = {
  via: new RegExp(
    String.raw`(?:经由?|走|过|${START}(?:via|through|over|border|через|граница|шекара|qua(?: cua khau)?|cua khau)[:：]?) ?${COUNTRY}$`,
    "u",
  ),
  origin: new RegExp(
    String.raw`(?:从|由|自|(?:货|厂|仓库)在|起运[地港]?[:：]?|发货地[:：]?|装货港[:：]?|${START}(?:from|ex|pol|origin|shipper|loading (?:in|at)|pick-?up (?:in|at|from)|из|со?|(?:забрать|загрузка|погрузка|на складе) в|отправка|откуда|(?:пункт|место|станция) отправления|tu|(?<!ha )noi di|noi boc hang|nhan hang (?:o|tai)|lay (?:hang )?o|каидан|жонелту пункти)[:：]?) ?${COUNTRY}$`,
    "u",
  ),
  destination: new RegExp(
    String.raw`(?:到|至|去|往|发|(?:目的|收货)[地港][:：]?|→|->|${START}(?:to|(?:final )?destination|consignee|pod|в|во|до|куда|(?:пункт|место|станция) назначения|(?:получатель|привезти|доставить) в|den|di|ve|sang|giao(?: hang)?(?: tai)?|noi den|noi giao hang|каида|межели пункт)[:：]?) ?${COUNTRY}$`,
    "u",
  ),
};

/** Words after a place that say its role. */
export const ROLE_AFTER: Readonly<Partial<Record<PlaceRole, RegExp>>> = {
  via: /^(?:口岸|出境|过境|出口岸|出(?=[、,。\s]))|^ аркылы/u,
  origin: /^(?:起运|发货|发往|发到|提货|装货|装柜|装车)/u,
  destination: /^(?:收货|到货|交货|卸货)/u,
};

/** At a gate goods leave the country, at any other place they start: `这次兰州出`. */
const LEAVES_AFTER = /^出(?=[、,。\s]|$)/u;

/** A message that opens with whom or where it is for: `For Warsaw: …`. */
const FOR_BEFORE = /(?:^|[.!\n]\s?)(?:for|для) $/u;
const FOR_AFTER = /^ ?[:：]/u;

/** Words beside a gate, and only beside a gate, that say that the goods pass there: where they are cleared or stand at the border. */
const GATE_BEFORE = new RegExp(
  String.raw`${START}(?:at|в|на|customs|clearance(?: at| in)?|таможн\p{L}*(?: в| на)?|растаможк\p{L}*(?: в| на)?|thong quan|khai (?:bao )?hai quan) $`,
  "u",
);
const GATE_AFTER = /^(?:出口|进口|过(?!来)|报关|清关|通关)/u;

/** What stands between two places of which the second has the role of the first: alternatives, and both sides of one gate. */
const SAME_ROLE = /^(?:\s*\/\s*|\s*(?:或者?|or|или|hoac|немесе|и|and|và)\s*(?:в|in|from|из|从)?\s*)$/u;

/** What stands between the start of a way and its end. */
export const LEADS_TO =
  /^(?:港|站|市)?\s*(?:(?:空运|海运|汽运|陆运|铁运|铁路|班列|卡航)\s*(?:到|至|去|往|发)?|[-–—]+>?|→|=>|到|至|运到|发|发往|发到|运往|过|to|den|di|ve|sang)\s*$/u;

/** Two ends that open a line and that nothing but a blank parts are named in the order of the way: `义乌 阿拉木图 10吨`. */
function opensLine({ folded }: Source, first: Mention, next: Mention): boolean {
  const line = folded.lastIndexOf("\n", first.span[0] - 1) + 1;
  const isBlank = /^ +$/u.test(folded.slice(first.span[1], next.span[0]));
  return isBlank && folded.slice(line, first.span[0]).trim() === "" && first.place.isEnd && next.place.isEnd;
}

const LABELS: Readonly<Record<PlaceRole, string>> = {
  via: "border|via|口岸|граница|переход|cua khau|шекара",
  origin:
    "from|pol|origin|shipper|起运[地港]?|发货地|откуда|отправка|пункт отправления|noi di|noi boc hang|каидан|жонелту пункти",
  destination:
    "to|pod|destination|final destination|consignee|目的[地港]|куда|пункт назначения|noi den|noi giao hang|каида|межели пункт",
};

/** A line that a label opens: what it names has the label's role, wherever in the line it stands. */
const ROLE_OF_LINE: Readonly<Record<PlaceRole, RegExp>> = {
  via: new RegExp(String.raw`^[^\p{L}]*(?:${LABELS.via}) ?(?:[:：]|[-–] )`, "u"),
  origin: new RegExp(String.raw`^[^\p{L}]*(?:${LABELS.origin}) ?(?:[:：]|[-–] )`, "u"),
  destination: new RegExp(String.raw`^[^\p{L}]*(?:${LABELS.destination}) ?(?:[:：]|[-–] )`, "u"),
};

type Told = { readonly role: PlaceRole; readonly reason: ReadReason };

const DENIED_AFTER = /^ (?:нельзя|не )/u;
/** A way that is not wanted: `不走霍尔果斯`, `not via Horgos`, `только не через Достык`. */
const DENIED_BEFORE =
  /(?:[不别](?:想|要|能)?(?:走|经|过|从)|(?<!\p{L})(?:not|no|never|avoid|except|without|don't go) (?:via|through|over|by|at)?|(?<!\p{L})(?:не|кроме|минуя|без) (?:через |по |по пути через )?|(?<![a-z])(?:khong|tranh) (?:di |qua |di qua )?)\s*(?:cua khau )?$/u;

const ROLES = ["via", "origin", "destination"] as const;
const LEAD = 32;
const TAIL = 12;

/** The role that the words at both sides of a mention say. */
function toldBeside({ folded }: Source, { place, span, ending }: Mention): Told | null {
  const tail = after(folded, span[1], TAIL);
  const lead = before(folded, span[0], LEAD);
  if (DENIED_AFTER.test(tail) || DENIED_BEFORE.test(lead)) return null;
  const isGate = place.hubId !== null;
  const isAtGate = isGate && (GATE_AFTER.test(tail) || GATE_BEFORE.test(lead) || ending === "at");
  const role =
    (!isGate && LEAVES_AFTER.test(tail) ? "origin" : undefined) ??
    (FOR_BEFORE.test(lead) && FOR_AFTER.test(tail) ? "destination" : undefined) ??
    ROLES.find((one) => ROLE_AFTER[one]?.test(tail)) ??
    (isAtGate ? "via" : undefined) ??
    ROLES.find((one) => ROLE_BEFORE[one].test(lead) && (isGate || !lead.endsWith("过"))) ??
    (ending === "from" ? "origin" : ending === "to" ? "destination" : undefined);
  return role ? { role, reason: role === "via" ? "gate_named" : "place_after_word" } : null;
}

function linesOf(folded: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const line of folded.split("\n")) {
    spans.push([at, at + line.length]);
    at += line.length + 1;
  }
  return spans;
}

/** A gate that stands alone between commas, or with its other side, is the one to pass. */
function toldAlone(
  { folded, clauses }: Source,
  mention: Mention,
  beside: readonly (Mention | undefined)[],
): Told | null {
  if (mention.place.hubId === null) return null;
  const clause = spanAt(clauses, mention.span[0]);
  const isAlone = clause !== undefined && folded.slice(...clause).trim() === folded.slice(...mention.span);
  const otherSide = beside.some(
    (other) =>
      other !== undefined &&
      other.place.id !== mention.place.id &&
      other.place.hubId === mention.place.hubId &&
      LEADS_TO.test(folded.slice(Math.min(other.span[1], mention.span[1]), Math.max(other.span[0], mention.span[0]))),
  );
  return isAlone || otherSide ? { role: "via", reason: "gate_named" } : null;
}

/** Words before a place at which something is or is done, whichever end of the way it is. */
const IS_AT = new RegExp(String.raw`(?:在|${START}(?:in|at|в|на|o|tai) )$`, "u");

/** Where two places alone can be ends and the text gives one of them a role, something at the other gives it the role that is left: `QC in Shenzhen, to Moscow`. */
function giveOtherEnd({ folded }: Source, mentions: readonly Mention[], told: (Told | null)[]): void {
  const ends = mentions.flatMap(({ place }, at) => (place.isEnd && place.hubId === null ? [at] : []));
  if (new Set(ends.map((at) => mentions[at]?.place.id)).size !== 2) return;
  const roles = new Set(told.map((one) => one?.role));
  if (roles.has("origin") === roles.has("destination")) return;
  const role = roles.has("origin") ? "destination" : "origin";
  for (const at of ends)
    if (IS_AT.test(before(folded, mentions[at]?.span[0] ?? 0, LEAD))) told[at] ??= { role, reason: "places_in_order" };
}

function tell(source: Source, mentions: readonly Mention[]): (Told | null)[] {
  const { folded } = source;
  const told = mentions.map((mention) => toldBeside(source, mention));
  for (const [at, mention] of mentions.entries()) {
    const next = mentions[at + 1];
    if (!next) continue;
    const between = folded.slice(mention.span[1], next.span[0]);
    const isOneGate = mention.place.hubId !== null && mention.place.hubId === next.place.hubId;
    if (SAME_ROLE.test(between) || (isOneGate && between.trim() === "")) told[at + 1] = told[at] ?? null;
    else if ((LEADS_TO.test(between) || opensLine(source, mention, next)) && !isOneGate) {
      told[at] ??= { role: "origin", reason: "places_in_order" };
      told[at + 1] ??= { role: "destination", reason: "places_in_order" };
    }
  }
  for (const line of linesOf(folded)) {
    const role = ROLES.find((one) => ROLE_OF_LINE[one].test(folded.slice(...line)));
    const within = mentions.flatMap((mention, at) => (holds(line, mention.span) ? [at] : []));
    const isOnePlace = new Set(within.map((at) => mentions[at]?.place.id)).size === 1;
    if (role && isOnePlace) for (const at of within) told[at] ??= { role, reason: "place_after_word" };
  }
  giveOtherEnd(source, mentions, told);
  return told.map((one, at) => one ?? toldAlone(source, mentions[at] as Mention, [mentions[at - 1], mentions[at + 1]]));
}

/** Whether a town only says where the airport behind it is: `Шэньчжэнь Баоань әуежайынан`. An airport is a gate by itself, and goods start there. */
const isTownOfAirport = ({ folded }: Source, town: Mention, next: Mention | undefined): boolean =>
  next?.place.isEnd === true &&
  next.place.hubId === next.place.id &&
  town.place.hubId === null &&
  /^ $/u.test(folded.slice(town.span[1], next.span[0]));

const PATHS: Readonly<Record<PlaceRole, string>> = { origin: "originId", via: "hubId", destination: "destinationId" };

/**
 * Start, gate and end of the way. Of two places that could have one role neither is taken: a wrong end costs more than an
 * empty field.
 */
export function readRoute(source: Source, mentions: readonly Mention[]): ReadField[] {
  const ways = mentions.filter((mention, at) => !isTownOfAirport(source, mention, mentions[at + 1]));
  const told = tell(source, ways);
  const fields = ROLES.flatMap((role): ReadField[] => {
    const found = ways.flatMap((mention, at) => {
      const one = told[at];
      const end = mention.place.isEnd ? mention.place.id : null;
      const value = role === "via" ? mention.place.hubId : end;
      return one?.role === role && value !== null ? [{ value, span: mention.span, reason: one.reason }] : [];
    });
    const [first] = found;
    if (!first || found.some(({ value }) => value !== first.value)) return [];
    const { value, span: from, reason } = first;
    return [{ path: PATHS[role], value, from, reason }];
  });
  const [origin, destination] = ["originId", "destinationId"].map((path) => fields.find((one) => one.path === path));
  return origin && destination && origin.value === destination.value
    ? fields.filter((field) => field !== origin && field !== destination)
    : fields;
}
