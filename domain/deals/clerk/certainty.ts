import { amountsIn, isValueOfGoods } from "./amounts";
import { READY } from "./dates";
import { knowsAllOfGoods } from "./known-names";
import { weightsIn } from "./measures";
import type { Standing } from "./pointed-fields";
import { LEADS_TO, ROLE_AFTER, ROLE_BEFORE } from "./read-route";
import {
  after,
  before,
  foldText,
  isTouched,
  type JudgedField,
  type ReadField,
  type ReadReason,
  spanAt,
} from "./reading";
import { SERVICES, type Service } from "@/domain/shared/vocabulary";

/** A field with all that was read beside it. */
type Judging = Standing & { readonly field: ReadField };

const LEAD = 32;
const TAIL = 16;

const leadOf = ({ source, field }: Judging): string => before(source.folded, field.from[0], LEAD);
const tailOf = ({ source, field }: Judging): string => after(source.folded, field.from[1], TAIL);
const wordsOf = ({ source, field }: Judging): string => source.folded.slice(...field.from);
const valueAt = ({ read }: Standing, path: string): string | undefined => read.find((one) => one.path === path)?.value;

const CARGO = /^cargo\[\d+\]\./;
const lineOf = ({ field }: Judging): string => CARGO.exec(field.path)?.[0] ?? "";
const isDescription = ({ path }: ReadField): boolean => path.endsWith(".description");

/** Whether a word is part of what goods are called: truck tyres do not go by truck. */
const isInName = ({ read, field }: Judging): boolean =>
  read.some((one) => isDescription(one) && isTouched(one.from, field.from));

/** Two ends that a dash, an arrow or a word for "to" joins; what a blank alone parts may be a list. */
function isJoined(judging: Judging): boolean {
  const { read, source } = judging;
  const [origin, destination] = ["originId", "destinationId"].map((path) => read.find((one) => one.path === path));
  if (!origin || !destination) return false;
  const between = source.folded.slice(origin.from[1], destination.from[0]);
  return between.trim() !== "" && LEADS_TO.test(between);
}

/** Who writes, buys or sells there, not what is carried: `мы из Алматы`, `I am from Tashkent`. */
const SOMEBODY =
  /(?<!\p{L})(?:i am|i'm|we are|we're|we|client|customer|buyer|company|мы|я|клиент\p{L}*|покупател\p{L}*|компани\p{L}*|фирма|bizdin|биз|мен|minh|cong ty|khach) (?:is |are )?(?:from|из|с|o|tu|den tu) ?$|(?:我是|我们是|我在|我们在|客户在|客户是|公司在)$/u;
/** Words of motion before the Russian `в`, which else says where something is as often as where it goes. */
const MOVES = /(?:достав|привез|отправ|отгру|перевоз|перевез|везти|довез|еха)\p{L}*[^.!?;\n]*$/u;
const BARE_IN = /(?<!\p{L})(?:в|во) ?$/u;
/** Goods that are there already. */
const ARRIVED = /(?:已经?|刚|都|现在)(?:运|发|送)?[到至在]$/u;

/** An end with a word for its part in the way; not where somebody is, nor where the goods may only lie. */
function isNamedEnd(judging: Judging): boolean {
  const lead = leadOf(judging);
  if (SOMEBODY.test(lead) || ARRIVED.test(lead)) return false;
  const hasOther = valueAt(judging, judging.field.path === "originId" ? "destinationId" : "originId") !== undefined;
  return hasOther || !BARE_IN.test(lead) || MOVES.test(lead);
}

/** A gate with a word that says that goods pass it, where no other gate is named; one that only stands there, or where goods are cleared, may be where they are. */
function isPassed(judging: Judging): boolean {
  const { mentions, field } = judging;
  if (mentions.some(({ place }) => place.hubId !== null && place.hubId !== field.value)) return false;
  return ROLE_BEFORE.via.test(leadOf(judging)) || ROLE_AFTER.via?.test(tailOf(judging)) === true;
}

/** Words that are a way of carrying and no goods: `truck`, `вагон` and `航空` alone stand in names of goods too. */
const CARRIES = new RegExp(
  [
    "^(?:汽运|汽车运输|陆运|卡航|海运|船运|空运|铁路|班列)$",
    "^(?:by (?:road|truck|sea|air)|road (?:via|transport|freight)|sea (?:freight|rate)|air ?freight)$",
    String.raw`^(?:авто|автотранспорт\p{L}*|автоперевозк\p{L}*|автомобил(?:ем|ьным)\p{L}*|ж/д|жд|морем|самолетом|авиа|авиа(?:доставк|перевоз|фрахт|рейс)\p{L}*|поездом|железн\p{L}+ дорог\p{L}*)$`,
    "^(?:duong (?:bo|sat|bien|hang khong)|can xe|tau hoa)$",
    String.raw`^(?:автоколик\p{L}*|темиржолмен|поиызбен|теңиз жолымен|тениз жолымен|кемемен|ушакпен|авиамен)$`,
  ].join("|"),
  "u",
);
const BY = /(?<!\p{L})(?:by|via|on|на|по|bang)(?: the)? $/u;

/** Cars are `авто` too. */
const CARS = /(?:перевез|перевоз|достав|отправ|привез|везти|купи|продаж)\p{L}* (?:\p{L}+ )?$/u;

const isWayOfCarrying = (judging: Judging): boolean =>
  !isInName(judging) &&
  !CARS.test(leadOf(judging)) &&
  (CARRIES.test(wordsOf(judging).trim()) || BY.test(leadOf(judging)));

/** What carries: a figure at once before or behind it is what it holds, or how long it is. */
const VEHICLE = String.raw`车|挂|平板|高栏|厢|柜|箱车|trucks?(?![a-z])|lorr(?:y|ies)|trailers?|tilts?(?![a-z])|containers?|фур\p{L}*|еврофур\p{L}*|машин\p{L}*|тент\p{L}*|прицеп\p{L}*|полуприцеп\p{L}*|грузовик\p{L}*|контеинер\p{L}*|вагон\p{L}*|xe(?![a-z])|cont(?![a-z])`;
const VEHICLE_AFTER = new RegExp(String.raw`^[ -]?(?:的|of )?(?:冷藏|平板|高栏|厢式|大|小)?(?:${VEHICLE})`, "u");
const VEHICLE_BEFORE = new RegExp(
  String.raw`(?:${VEHICLE}|载重|限重|可装|能装|грузопод\p{L}*|вместим\p{L}*|capacity)[ :：-]?(?:на |of |до |up to )?$`,
  "u",
);
const LENGTH_ALONE = /^\d+[.,]\d+ ?(?:米|m|м)$/u;

/** Whether a figure is what a vehicle holds: `фура 92 куба`, `20吨车`. */
const isOfVehicle = (judging: Judging): boolean =>
  VEHICLE_AFTER.test(tailOf(judging)) || VEHICLE_BEFORE.test(leadOf(judging));

/** Equipment by its size or with a count; `тент` or `冷藏车` alone may be the goods. */
function isSized(judging: Judging): boolean {
  const words = wordsOf(judging).trim();
  if (isInName(judging)) return false;
  if (LENGTH_ALONE.test(words)) return VEHICLE_AFTER.test(tailOf(judging)) || VEHICLE_BEFORE.test(leadOf(judging));
  return /\d/.test(words) || valueAt(judging, "services.logistics.equipmentCount") !== undefined;
}

/** One of two days, or a day that is only about right: `15-20 декабря`, `12月18日前`, `around 5 Dec`. */
const ONE_OF_DAYS_BEFORE =
  /(?:\d\s?[-–—~/]\s?|(?:до|к|около|примерно|ориентировочно|by|before|until|about|around|approx\.?|after|truoc|khoang|sau|大概|大约|预计|шамамен)\s?)$/u;
const ONE_OF_DAYS_AFTER =
  /^(?:\s?[-–—~至到]\s?\d|\s?(?:前|之前|以前|左右|后|之后|或|还是)|\s(?:or|или|hoac|немесе|deiin|деиин|примерно|ориентировочно)(?!\p{L}))/u;

/** A day whose own clause says that the goods are ready then. */
function isReadyThen(judging: Judging): boolean {
  const { source, field } = judging;
  if (ONE_OF_DAYS_BEFORE.test(leadOf(judging)) || ONE_OF_DAYS_AFTER.test(tailOf(judging))) return false;
  const clause = spanAt(source.clauses, field.from[0]);
  return clause !== undefined && READY.test(source.folded.slice(...clause));
}

/** Words of carrying that are goods too: `with packing` or `new container` says nothing of what is carried. */
const OF_CARRYING =
  /(?<![a-z])(?:pack(?:ing|ages?|aging)|containers?|trucks?|pallets?|box(?:es)?|cartons?|bags?|cargo|goods|loads?|weight|samples?)(?![a-z])|упаков|(?<!\p{L})тар[аыу]|груз|контеинер|вагон|ящик|короб|паллет|поддон|машин[аыу](?!\p{L})|包装|箱|柜|车|托盘|货|(?<![a-z])(?:thung|bao|kien|xe|hang|cont)(?![a-z])|корап|кап(?!\p{L})|колик|жук(?!\p{L})/u;

/** Goods of which every word is known, and none is of carrying too; what stands beside a count or a weight may hold other words. */
const isAllGoods = ({ field, source }: Judging): boolean =>
  knowsAllOfGoods(field.value, source) && !OF_CARRYING.test(foldText(field.value));

/** Kinds of package that traders mean in more than one way: 箱 is a carton or a wooden box, мешок a bag or a sack. */
const MANY_MEANINGS =
  /(?:箱|包|盒|桶|盘|件)$|(?<!\p{L})(?:box(?:es)?|cases?|кор\p{L}*|ящик\p{L}*|мешк\p{L}*|мешок|банк\p{L}*|корап|жашик|кап|тен|бума|thung|bao|hop|kien|bo|cuon)$/u;
const ONE_MEANING = /纸箱$|картон корап$|thung carton$|картонн\p{L}+ короб\p{L}+$/u;

/** In Chinese pieces of goods are counted by the same word as packages: `衬衫500件`. */
const PIECES = /件$/u;

/** The count with the word for its packages. */
const countedWords = (judging: Judging): string => {
  const kind = judging.read.find(({ path }) => path === `${lineOf(judging)}packageType`);
  return kind ? judging.source.folded.slice(...kind.from) : wordsOf(judging);
};

/** A count of packages that fits the weight; where two weights are told it may be of other goods than those that are named. */
const isCountOfAll = (judging: Judging): boolean =>
  isPlausible(judging) &&
  !PIECES.test(countedWords(judging)) &&
  (weightsIn(judging.source).length <= 1 || [OF_NET, OF_GROSS].some((word) => word.test(judging.source.folded)));

const isOneKind = (judging: Judging): boolean =>
  isCountOfAll(judging) && (ONE_MEANING.test(wordsOf(judging)) || !MANY_MEANINGS.test(wordsOf(judging)));

/** What a package weighs, in kilograms, and what a cubic metre of goods does: beyond these a figure is of something else. */
const PACKAGE_KG = [0.3, 3_000] as const;
const CBM_KG = [15, 4_000] as const;

const isWithin = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most;

const PACKING = String.raw`мешк\p{L}*|мешок|коробк\p{L}*|бочк\p{L}*|ящик\p{L}*|bags?|sacks?|boxes|cartons?|drums?|袋|箱|桶|包|bao|thung|phuy|кап\p{L}*|корап\p{L}*`;
/** A measure of one package: `мешки 50 кг`, `50公斤一袋`, `25 kg each`. */
const OF_ONE_BEFORE = new RegExp(
  String.raw`(?:每\p{Script=Han}{1,2}(?:毛重|净重|重)?|单[件重]|each|кажд\p{L}+|(?:moi|mot) [a-z]+|(?:ар|бир) \p{L}+|per [a-z]+|(?<![\d.,] ?)(?<!\p{L})(?:${PACKING}))[ :：约]*$`,
  "u",
);
/** A bound is no measure: `до 24 тонн`, `不超过5吨`. */
const BOUND_BEFORE =
  /(?:(?<!\p{L})(?:до|не более|максимум|максимально|свыше|более|от|up to|max\.?|maximum|under|over|at least|min\.?|toi da|tren|duoi)|不超过|最多|至少|超过|以上|限) ?$/u;
const BOUND_AFTER = /^ ?(?:以内|以上|以下|max|or more|и более|га деиин|ге деиин|деиин)/u;
const OF_ONE_AFTER = new RegExp(
  String.raw`^ ?(?:一?(?:${PACKING})|(?:(?:for|in) )?(?:each|every)|apiece|per |(?:(?:на|в|за) )?(?:кажд|одн)|(?:moi|mot|trong moi) |(?:ар|бир) )`,
  "u",
);

/** A measure of the whole line: neither of one package nor of what carries it. */
const isOfAll = (judging: Judging): boolean =>
  !OF_ONE_BEFORE.test(leadOf(judging)) &&
  !OF_ONE_AFTER.test(tailOf(judging)) &&
  !BOUND_BEFORE.test(leadOf(judging)) &&
  !BOUND_AFTER.test(tailOf(judging)) &&
  !isOfVehicle(judging) &&
  isPlausible(judging);

/** Whether weight, volume and count fit one another, as far as they are told. */
function isPlausible(judging: Judging): boolean {
  const [kg, cbm, packages] = ["grossWeightKg", "volumeCbm", "packages"].map((name) => {
    const value = valueAt(judging, `${lineOf(judging)}${name}`);
    return value === undefined ? undefined : Number(value);
  });
  return (
    (kg === undefined || packages === undefined || isWithin(kg / packages, PACKAGE_KG)) &&
    (kg === undefined || cbm === undefined || isWithin(kg / cbm, CBM_KG))
  );
}

const OF_NET = /нетто|净重|(?<!\p{L})net(?!\p{L})|n\.?w\.?(?!\p{L})|tinh|таза/u;
const OF_GROSS = /брутто|毛重|总重|(?<!\p{L})gross|g\.?w\.?(?!\p{L})|(?<!\p{L})tong(?!\p{L})|жалпы/u;

/** A weight that is the only one of the text, or the one that is called gross. */
function isOnlyWeight(judging: Judging): boolean {
  const { source, field } = judging;
  if (field.path.endsWith("netWeightKg")) return OF_NET.test(leadOf(judging));
  const isCalledGross = OF_GROSS.test(leadOf(judging)) || OF_GROSS.test(tailOf(judging));
  const isAlone = weightsIn(source).length === 1 && !OF_NET.test(source.folded);
  return (isCalledGross || isAlone) && isOfAll(judging);
}

/** The words with which people speak of each service, asked for or not. */
const SPOKEN_OF: Readonly<Record<Service, RegExp>> = {
  logistics:
    /freight|frt|shipping|(?<![a-z])ship(?![a-z])|deliver|transport|(?<![a-z])rate|运费|运价|运输|物流|доставк|перевоз|перевез|ставк|фрахт|(?<![a-z])cuoc|van chuyen|(?<![a-z])ship(?![a-z])|жеткиз|тасымал|логист/u,
  payment: /(?<![a-z])pay|代付|付款|付汇|打款|支付|货款|оплат|платеж|платит|thanh toan|chuyen tien|толе|ауда/u,
  customs: /customs|clear|broker|报关|清关|通关|双清|关税|растамож|таможн|деклар|оформлен|hai quan|thong quan|кеден/u,
  inspection: /inspect|(?<![a-z])qc(?![a-z])|check the goods|验货|质检|抽检|检验|检查|инспекц|провер|kiem|тексер/u,
};

/** Services that are asked for where none other is spoken of; of goods with an end of their way carriage is most often meant, asked for or not. */
function isAllAsked(judging: Judging): boolean {
  const { field, source } = judging;
  const asked = field.value.split(" ");
  const isWay = ["originId", "destinationId"].some((path) => valueAt(judging, path) !== undefined);
  if (isWay && !asked.includes("logistics")) return false;
  return SERVICES.every((service) => asked.includes(service) || !SPOKEN_OF[service].test(source.folded));
}

/** Whether running text has goods of one kind only: else a figure may be told of others. */
function isOneLine({ read }: Standing): boolean {
  const lines = new Set(read.flatMap(({ path }) => CARGO.exec(path)?.[0] ?? []));
  return lines.size <= 1;
}

const MORE =
  /(?<!\p{L})(?:also|another|plus|then|besides|second|еще|также|потом|затем|втор\p{L}{2}|отдельно|друг\p{L}{2,3}|тагы|кеиин|сосын|them|ngoai ra|sau do)(?!\p{L})|另外|还有|另有|另一|第二|再发|以及/u;

/** Whether a text seems to ask for two shipments: then its ends and figures may be of either. */
const isOfTwo = ({ source }: Standing): boolean => MORE.test(source.folded) && weightsIn(source).length > 1;

const OF_ONE_SHIPMENT = /^(?:cargo\[|originId$|destinationId$|hubId$)/;

const always = (): boolean => true;
const never = (): boolean => false;

/** What a field needs, by the reason for which it was read, to be sure. */
const IS_SURE: Readonly<Record<ReadReason, (judging: Judging) => boolean>> = {
  place_after_word: isNamedEnd,
  places_in_order: isJoined,
  gate_named: isPassed,
  mode_named: isWayOfCarrying,
  mode_of_equipment: never,
  equipment_named: isSized,
  units_counted: (judging) => !isInName(judging),
  rule_named: always,
  place_of_rule: always,
  day_written: isReadyThen,
  // Who reads it may have sent it on a later day than it was written.
  day_reckoned: never,
  amount_of_goods: ({ source, field }) => isValueOfGoods(amountsIn(source), source, field.from),
  goods_labelled: isAllGoods,
  goods_beside_count: isAllGoods,
  goods_beside_weight: isAllGoods,
  goods_named: isAllGoods,
  goods_before_code: isAllGoods,
  goods_between_places: isAllGoods,
  count_of_packages: isCountOfAll,
  package_named: isOneKind,
  only_weight: isOnlyWeight,
  weight_by_package: never,
  only_volume: isOfAll,
  volume_by_package: never,
  sides_of_package: never,
  code_written: always,
  number_un: always,
  degrees_written: (judging) => !/\d ?[-–—~/] ?$/u.test(leadOf(judging)),
  service_asked: isAllAsked,
  column_headed: always,
  total_row: always,
  // It chose the words.
  pointed_by_model: never,
};

/** Every field that was read, with whether it is sure enough to fill: at most one in a hundred of those may be wrong in a text that nobody has seen. */
export function judged(fields: readonly ReadField[], standing: Standing): JudgedField[] {
  const isOne = isOneLine({ ...standing, read: fields });
  const isTwo = isOfTwo(standing);
  return fields.map((field) => {
    const isSure = IS_SURE[field.reason]({ ...standing, read: fields, field });
    const isWritten = field.reason === "column_headed";
    const isOthers = !isWritten && ((CARGO.test(field.path) && !isOne) || (OF_ONE_SHIPMENT.test(field.path) && isTwo));
    return { ...field, confidence: isSure && !isOthers ? "sure" : "likely" };
  });
}
