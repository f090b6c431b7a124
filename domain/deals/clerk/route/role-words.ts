/** What a place is to the goods: where they start, which gate they pass, where they end. */
export type PlaceRole = "origin" | "via" | "destination";

const COUNTRY = "(?:中国|泰国|越南|俄罗斯|哈萨克斯坦|哈萨克|蒙古|老挝|缅甸|吉尔吉斯斯坦|乌兹别克斯坦|德国|波兰)?";
const START = String.raw`(?<![a-zа-я])`;

/** Words before a place, over folded text, that say its role. */
export const ROLE_BEFORE: Readonly<Record<PlaceRole, RegExp>> = {
  via: new RegExp(
    String.raw`(?:经由?|走|过|${START}(?:via|through|border|через|граница|шекара|qua(?: cua khau)?|cua khau)[:：]?) ?${COUNTRY}$`,
    "u",
  ),
  origin: new RegExp(
    String.raw`(?:从|由|自|起运[地港]?[:：]?|发货地[:：]?|装货港[:：]?|${START}(?:from|ex|pol|origin|shipper|loading (?:in|at)|pick-?up (?:in|at|from)|из|со?|(?:загрузка|погрузка|на складе) в|отправка|откуда|(?:пункт|место|станция) отправления|tu|(?<!ha )noi di|noi boc hang|nhan hang (?:o|tai)|lay (?:hang )?o|каидан|жонелту пункти)[:：]?) ?${COUNTRY}$`,
    "u",
  ),
  destination: new RegExp(
    String.raw`(?:到|至|去|往|目的[地港][:：]?|→|->|${START}(?:to|(?:final )?destination|consignee|pod|в|во|до|куда|(?:пункт|место|станция) назначения|получатель в|den|di|ve|giao(?: hang)? tai|noi den|noi giao hang|каида|межели пункт)[:：]?) ?${COUNTRY}$`,
    "u",
  ),
};

/** Words after a place that say its role. */
export const ROLE_AFTER: Readonly<Partial<Record<PlaceRole, RegExp>>> = {
  via: /^(?:口岸|出境|过境|出口岸|出(?=[、,。\s]))|^ аркылы/u,
  origin: /^(?:起运|发货|发往|发到)/u,
};

/** What stands between two places of which the second has the role of the first: alternatives, and both sides of one gate. */
export const SAME_ROLE = /^(?:\s*\/\s*|\s*(?:或者?|or|или|hoac|немесе|и|and|và)\s*(?:в|in|from|из|从)?\s*)$/u;

/** What stands between the start of a way and its end. */
export const LEADS_TO = /^\s*(?:[-–—]+>?|→|=>|到|至|运到|发往|发到|运往|to|den|di|ve)\s*$/u;

const LABELS: Readonly<Record<PlaceRole, string>> = {
  via: "border|via|口岸|граница|переход|cua khau|шекара",
  origin:
    "from|pol|origin|shipper|起运[地港]?|发货地|откуда|отправка|пункт отправления|noi di|noi boc hang|каидан|жонелту пункти",
  destination:
    "to|pod|destination|final destination|consignee|目的[地港]|куда|пункт назначения|noi den|noi giao hang|каида|межели пункт",
};

/** A line that a label opens: what it names has the label's role, wherever in the line it stands. */
export const ROLE_OF_LINE: Readonly<Record<PlaceRole, RegExp>> = {
  via: new RegExp(String.raw`^[^\p{L}]*(?:${LABELS.via}) ?(?:[:：]|[-–] )`, "u"),
  origin: new RegExp(String.raw`^[^\p{L}]*(?:${LABELS.origin}) ?(?:[:：]|[-–] )`, "u"),
  destination: new RegExp(String.raw`^[^\p{L}]*(?:${LABELS.destination}) ?(?:[:：]|[-–] )`, "u"),
};
