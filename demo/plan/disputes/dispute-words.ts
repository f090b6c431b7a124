import type { DemoCargo } from "../market-data";
import type { DisputeCode } from "../../../domain/disputes/dispute";
import type { Service } from "../../../domain/shared/vocabulary";

/** What is said, in Chinese and in English, as the market's companies write to each other. */
type Said = (of: Told) => readonly [zh: string, en: string];

/** What the words of a dispute name. */
export type Told = {
  /** Days beyond those that the bid promised. */
  readonly daysLate: number;
  /** How many packages are hurt, and what their kind is called. */
  readonly count: number;
  readonly pack: readonly [zh: string, en: string];
  readonly hurt: readonly [zh: string, en: string];
  /** What of the price the provider is to forgo, in percent. */
  readonly percent: number;
};

/** A dispute of a kind as it goes between its two sides: who opens it, what both say, and what the market rules where they do not agree. */
export type Script = {
  readonly service: Service;
  readonly code: DisputeCode;
  readonly opener: "buyer" | "provider";
  readonly opens: Said;
  readonly answers: Said;
  /** The offer of who has answered, or of the opener. */
  readonly offers: Said;
  readonly insists: Said;
  readonly rules: Said;
  /** Whether it is of goods alone that the customs have examined. */
  readonly isOfExamined?: true;
  /** Whether it tells of an unloading at the consignee's. */
  readonly isAtDoor?: true;
  /** What of the price the provider forgoes, in percent: at the least and at the most. */
  readonly percent: readonly [number, number];
};

const COUNTS = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
const days = (count: number): string => `${COUNTS[count] ?? count} ${count === 1 ? "day" : "days"}`;

/** What a kind of package is called. */
const PACKS: Readonly<Record<string, readonly [string, string]>> = {
  CT: ["箱", "cartons"],
  CR: ["箱", "crates"],
  CS: ["箱", "cases"],
  BX: ["箱", "boxes"],
  BK: ["筐", "baskets"],
  PX: ["托", "pallets"],
  BE: ["捆", "bundles"],
  RO: ["卷", "rolls"],
  CL: ["卷", "coils"],
  BG: ["袋", "bags"],
  "43": ["吨袋", "big bags"],
  BL: ["包", "bales"],
  PL: ["桶", "pails"],
  PK: ["件", "packages"],
  NE: ["件", "pieces"],
};

/** What happens to goods on the way, by the chapters that begin so, of which the longest holds. */
const HURTS: Readonly<Record<string, readonly [string, string]>> = {
  "03": ["外箱化冻后结冰变形", "thawed and frozen again, their cartons out of shape"],
  "07": ["压伤、渗水", "bruised and wet with juice"],
  "08": ["压伤、渗汁", "bruised and leaking juice"],
  "0801": ["受潮", "damp"],
  "0802": ["受潮", "damp"],
  "0813": ["受潮", "damp"],
  "09": ["受潮结块", "damp and caked"],
  "11": ["受潮结块", "damp and caked"],
  "39": ["破损漏料", "torn and spilling"],
  "3924": ["外箱压塌", "crushed"],
  "44": ["边角受潮起鼓", "wet and swollen at the edges"],
  "5": ["受潮有水渍", "wet and stained"],
  "6": ["外箱受潮", "wet through the cartons"],
  "69": ["碎裂", "broken"],
  "7": ["锈蚀、捆带断开", "rusted, their straps broken"],
  "84": ["木箱撞裂、设备外壳有划伤", "cracked by a blow, the casing scratched"],
  "85": ["外箱压塌", "crushed"],
  "87": ["有划伤", "scratched"],
  "94": ["板件磕角", "chipped at the corners"],
  "95": ["外箱压塌", "crushed"],
};

export const packOf = ({ packageType }: Pick<DemoCargo, "packageType">) => PACKS[packageType];

/** What may have happened to goods; undefined of what is poured or of which the market's people say nothing. */
export function hurtOf({ hsCode }: Pick<DemoCargo, "hsCode">): readonly [string, string] | undefined {
  for (let digits = 4; digits >= 1; digits--) {
    const found = HURTS[hsCode.slice(0, digits)];
    if (found) return found;
  }
  return undefined;
}

const LATE: Script = {
  ...{ service: "logistics", code: "late", opener: "buyer", isAtDoor: true, percent: [4, 12] },
  opens: ({ daysLate }) => [
    `比承诺时效晚到 ${daysLate} 天，收货人已安排的卸货和生产计划被打乱，要求减收运费。`,
    `${days(daysLate)} later than the days that the bid promised: unloading and production had to be planned anew. We ask for a part of the freight.`,
  ],
  answers: () => [
    "晚到原因已在节点中说明，我方在途全程更新，并未瞒报。",
    "Why it came late is told with the step; we kept you informed all the way.",
  ],
  offers: ({ percent }) => [
    `为结案，运费减收 ${percent}%，其余按约支付。`,
    `To end it: ${percent} percent off the freight, the rest as agreed.`,
  ],
  insists: () => [
    "途中信息有更新，但时效是按投标承诺选的，减收比例偏低。",
    "We were informed, but chose the bid by its days; the part that is offered is too small.",
  ],
  rules: ({ percent }) => [
    `时效以中标报价为准，晚到属实；部分原因承运方当时已上报。运费减收 ${percent}%。`,
    `The days of the bid count and were exceeded; for a part of it the carrier reported a reason in time. ${percent} percent of the freight is not paid.`,
  ],
};

const DAMAGED: Script = {
  ...{ service: "logistics", code: "damaged", opener: "buyer", isAtDoor: true, percent: [6, 30] },
  opens: ({ count, pack, hurt }) => [
    `卸货时发现 ${count} ${pack[0]}货物${hurt[0]}，签收单已批注并拍照。`,
    `At the unloading ${count} ${pack[1]} were found ${hurt[1]}; the receipt says so and photos were taken.`,
  ],
  answers: ({ pack }) => [
    `提货时外包装完好，封志未动；请提供受损${pack[0]}数的清点记录。`,
    `At the pick-up the packing was sound and the seal is untouched; please send the count of the ${pack[1]} that are hurt.`,
  ],
  offers: ({ percent }) => [
    `核对照片和清点记录后，我方同意运费减收 ${percent}%，货损由保险另行理赔。`,
    `Having seen the photos and the count we take ${percent} percent off the freight; the insurer settles the goods.`,
  ],
  insists: ({ count, pack }) => [
    `${count} ${pack[0]}已无法按原价销售，减收比例应与货损相当。`,
    `The ${count} ${pack[1]} cannot be sold at their price; what is taken off has to match that.`,
  ],
  rules: ({ percent }) => [
    `签收批注和照片证明货损发生在运输途中，包装亦有不足，双方分担：运费减收 ${percent}%。`,
    `The receipt and the photos show that it happened on the way; the packing was weak too. Both bear a part: ${percent} percent off the freight.`,
  ],
};

const NOT_AS_AGREED: Script = {
  ...{ service: "logistics", code: "not_as_agreed", opener: "buyer", isAtDoor: true, percent: [5, 15] },
  opens: () => [
    "约定一车（柜）到底，货物却在中途换装，收货时件数虽对，但堆码混乱、唛头被遮，分拣多用了半天。",
    "One unit all the way was agreed, and the goods were moved into another: all packages are there, but stacked anyhow with their marks hidden, and sorting them took half a day.",
  ],
  answers: () => [
    "原车故障，为不误时效才换装，换装时有人在场监装。",
    "The first one broke down; we moved the goods so as not to lose days, and somebody watched it.",
  ],
  offers: ({ percent }) => [
    `换装前未征得同意，是我方疏忽，运费减收 ${percent}% 作为分拣费用。`,
    `We did not ask before: that was our fault. ${percent} percent off the freight, for the sorting.`,
  ],
  insists: () => [
    "换装须事先书面同意，分拣和返工的人工由贵方承担才合理。",
    "It needs our word in writing beforehand; the labour of sorting is yours to bear.",
  ],
  rules: ({ percent }) => [
    `未经同意换装，与中标条件不符，但货物件数无误、未误时效。运费减收 ${percent}%。`,
    `To move the goods without asking is not what was agreed, though nothing is missing and no day was lost. ${percent} percent off the freight.`,
  ],
};

const FREIGHT_CHARGE: Script = {
  ...{ service: "logistics", code: "charge_not_agreed", opener: "buyer", isAtDoor: true, percent: [2, 6] },
  opens: () => [
    "账单多出目的地卸货费和叉车费，报价中没有此项，不同意支付。",
    "The bill has unloading and a fork-lift at the destination, which the bid does not name: we do not agree to pay them.",
  ],
  answers: () => [
    "收货仓没有月台，现场临时雇叉车，有当地收据。",
    "The warehouse has no ramp; a fork-lift was hired on the spot, and we have the receipt.",
  ],
  offers: ({ percent }) => [
    `叉车费用折合运费的 ${percent}%，由我方承担，下不为例。`,
    `The fork-lift comes to ${percent} percent of the freight; this time we bear it.`,
  ],
  insists: () => [
    "地址和卸货方式在询价时已写明，临时费用应由报价方承担。",
    "The address and how to unload were in the request: what comes up there is the bidder's.",
  ],
  rules: ({ percent }) => [
    `询价已写明卸货方式，未报价的费用不得另收。争议费用折合运费的 ${percent}%，买方不付。`,
    `The request says how to unload; what was not bid is not charged. It comes to ${percent} percent of the freight, which the buyer does not pay.`,
  ],
};

const WAYBILL: Script = {
  ...{ service: "logistics", code: "wrong_papers", opener: "buyer", percent: [2, 8] },
  opens: ({ pack }) => [
    `运单毛重与装箱单不一致，收货人补交说明后才提到货，多付一天仓储。件数（${pack[0]}）无误。`,
    `The gross weight on the waybill is not that of the packing list: the consignee had to explain it and paid a day of storage. The number of ${pack[1]} is right.`,
  ],
  answers: () => [
    "运单按提货磅单填写，装箱单为理论重量，两者相差不足百分之一。",
    "The waybill has the weight of the scales at the pick-up and the packing list the reckoned one: they differ by less than one percent.",
  ],
  offers: ({ percent }) => [
    `仓储一天由我方承担，折运费 ${percent}%，并重发更正运单。`,
    `We bear the day of storage, ${percent} percent of the freight, and send the waybill corrected.`,
  ],
  insists: () => [
    "差异应在发车前核对，收货人已实际支付仓储费。",
    "It was to be checked before the departure; the consignee has paid the storage.",
  ],
  rules: ({ percent }) => [
    `承运方填制运单前应与装箱单核对，差异引起的仓储由其承担，折运费 ${percent}%。`,
    `A carrier checks its waybill against the packing list; the storage that came of it is its own, ${percent} percent of the freight.`,
  ],
};

const DECLARED_WRONG: Script = {
  ...{ service: "customs", code: "wrong_papers", opener: "buyer", percent: [10, 35] },
  opens: () => [
    "报关单规格型号栏与合同不符，结汇和退税资料被退回，要求更正并减收代理费。",
    "The model on the declaration is not that of the contract: bank and tax office returned the papers. We ask for a correction and a lower fee.",
  ],
  answers: () => [
    "申报前草单已由贵方确认，改单可以办理，需三个工作日。",
    "You approved the draft before it was filed; it can be amended in three working days.",
  ],
  offers: ({ percent }) => [
    `改单免费，代理费减收 ${percent}%。`,
    `We amend it free of charge and take ${percent} percent off our fee.`,
  ],
  insists: () => [
    "草单正确，申报时录入有误，责任不在我方。",
    "The draft was right and the filing was typed wrongly: that is not ours.",
  ],
  rules: ({ percent }) => [
    `草单与申报内容不一致，录入差错由代理承担；买方确认后未及时核对回执。代理费减收 ${percent}%。`,
    `Draft and filing differ: the typing is the broker's fault, and the buyer did not look at the return in time. ${percent} percent off the fee.`,
  ],
};

const CUSTOMS_CHARGE: Script = {
  ...{ service: "customs", code: "charge_not_agreed", opener: "provider", percent: [5, 20], isOfExamined: true },
  opens: () => [
    "查验配合与吊柜费已按收据实报，买方以未预告为由拒付。",
    "We passed on attendance and lifting at cost, with the receipts; the buyer refuses since it was not announced.",
  ],
  answers: () => [
    "报价中查验配合费注明另议，现场发生时没有通知我方。",
    "The bid leaves attendance to be agreed, and nobody told us when it came up.",
  ],
  offers: ({ percent }) => [
    `收据属实，但应先通知；代理费减收 ${percent}% 后我方付清。`,
    `The receipts are real, but we had to be told: with ${percent} percent off the fee we pay.`,
  ],
  insists: () => [
    "查验由海关当场通知，无法等待书面确认，费用没有加价。",
    "The customs call at once and wait for nobody's letter; nothing was added to the cost.",
  ],
  rules: ({ percent }) => [
    `实报实销的费用有收据，应付；未及时通知由代理负责，代理费减收 ${percent}%。`,
    `What is charged at cost has receipts and is paid; that nobody was told is the broker's fault: ${percent} percent off the fee.`,
  ],
};

const DECLARED_OTHERWISE: Script = {
  ...{ service: "customs", code: "not_as_agreed", opener: "buyer", percent: [10, 30] },
  opens: () => [
    "约定放行当日交付报关单和税单扫描件，三天后才收到，收货人无法按期入账。",
    "Copies of the declaration and the duty slip were agreed for the day of the release and came three days later: the consignee could not book the goods in time.",
  ],
  answers: () => [
    "海关系统当日未出具电子税单，收到后即转发。",
    "The customs' system had not issued the slip; we sent it on when it came.",
  ],
  offers: ({ percent }) => [
    `代理费减收 ${percent}%，以后当日先发截图。`,
    `${percent} percent off our fee; from now on a screenshot goes out on the same day.`,
  ],
  insists: () => [
    "报关单当日即可打印，与税单无关。",
    "The declaration could be printed that day, whatever became of the slip.",
  ],
  rules: ({ percent }) => [
    `税单延迟非代理原因，报关单延迟是。代理费减收 ${percent}%。`,
    `The slip was late through no fault of the broker, the declaration was. ${percent} percent off the fee.`,
  ],
};

const BANK_CHARGE: Script = {
  ...{ service: "payment", code: "charge_not_agreed", opener: "buyer", percent: [8, 30] },
  opens: () => [
    "中间行扣费，收款人少收，报价写明全额到账。",
    "A correspondent bank deducted its charge and the payee received less, though the bid says that all arrives.",
  ],
  answers: () => [
    "汇款按双方分担（SHA）发出，扣费在收款行一侧，我方未收取。",
    "It was sent with shared charges; the deduction is on the payee's side, and none of it is ours.",
  ],
  offers: ({ percent }) => [
    `扣费差额由我方补给收款人，折手续费的 ${percent}%。`,
    `We make up what is missing to the payee, ${percent} percent of our fee.`,
  ],
  insists: () => [
    "报价时没有提到 SHA，收款人账上金额与发票不符。",
    "The bid said nothing of shared charges, and the payee's account does not match the invoice.",
  ],
  rules: ({ percent }) => [
    `报价承诺全额到账，应以 OUR 方式汇出；扣费由服务方承担，折手续费的 ${percent}%。`,
    `The bid promised that all arrives, so the sender bears the charges: ${percent} percent of the fee.`,
  ],
};

/** Every kind of dispute that the market's year has, the rarest of its occasions first. */
export const SCRIPTS: readonly Script[] = [
  ...[LATE, DAMAGED, FREIGHT_CHARGE, DECLARED_WRONG, NOT_AS_AGREED],
  ...[BANK_CHARGE, WAYBILL, CUSTOMS_CHARGE, DECLARED_OTHERWISE],
];
