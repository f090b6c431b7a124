import type { LateReason } from "../../../domain/services/work-reasons";
import { DAY_MS, HOUR_MS } from "../../../domain/shared/time";

/** A reason with a few words beside it; null where the record itself says the rest. */
export type Cause = { readonly reason: LateReason; readonly words: string | null };

const about = (hours: number): number => Math.max(1, Math.round(hours));

/** From when a carrier counts the time that goods lay before the customs. */
export type Since = { readonly zh: string; readonly en: string };
export const SINCE = {
  hub: { zh: "到口岸", en: "the arrival at the hub" },
  crossing: { zh: "过境", en: "the crossing" },
  port: { zh: "到港", en: "the arrival at the port" },
} as const;

/** What carriers, brokers, inspectors and banks of the demo write beside the reason of a late step. */
export const WORDS = {
  releasedLate:
    "验货放行晚于提货期，放行后即提货。 · The goods were released by their inspection after the pick-up window.",
  ownTruck: "我司提货车辆调度延误。 · Our own truck was sent late.",
  wagonsShort: "车皮紧张，请车计划批复晚。 · Wagons were short; ours were granted late.",
  papersLate:
    "报关单证齐全较晚，齐单后方能约号进场。 · The customs papers came late; the goods could only go on after them.",
  noSlot:
    "口岸预约号紧张，约到后方能进场。 · Slots at the crossing were short; the truck could go to the yard once it had one.",
  queued: (hours: number) => `口岸排队约 ${about(hours)} 小时。 · About ${about(hours)} hours in the border queue.`,
  handoverQueue: (hours: number) =>
    `列车在口岸站候交接约 ${about(hours)} 小时。 · The train waited at the border station for about ${about(hours)} hours to be taken over.`,
  examined: (hours: number) =>
    `海关查验，约 ${about(hours)} 小时后放行。 · Customs examined the goods and let them go after about ${about(hours)} hours.`,
  lainExamined: (since: Since, hours: number) =>
    `海关查验，${since.zh}至放行约 ${about(hours)} 小时。 · Customs examined the goods: about ${about(hours)} hours from ${since.en} to the release.`,
  held: (hours: number) =>
    `货物候海关放行约 ${about(hours)} 小时。 · The goods lay before the customs for about ${about(hours)} hours.`,
  brokerLate: "等待报关行放行通知。 · Waited for the release by the deal's broker.",
  rolledOver: "舱位爆满被甩柜，改配下一航次。 · Rolled over for want of space; shipped with the next sailing.",
  offloaded: "航班舱位不足被拉货，改配下一航班。 · Offloaded for want of space; on the next flight.",
  portBusy: "目的港压港，船等泊位。 · Port congestion: the ship waited for its berth.",
  transhipped: "中转港换船，二程船延误。 · Transhipped on the way; the second ship was late.",
  handledLong: "目的港机场货站积压，理货延误。 · The airport's terminal was full and handed over late.",
  trainHeld: "班列途中保留、待编组。 · The train was held on the way for its path.",
  typhoon: "台风停航避风。 · Held by a typhoon.",
  noFlying: "雷暴或大雾，航班延误。 · Storms or fog: the flight was late.",
  snow: "风雪封路，恢复通行后续运。 · The road was shut by snow and wind.",
  rain: "暴雨塌方，绕行续运。 · Heavy rain and a landslip: the truck went round.",
  tractor: "牵引车故障，途中抢修后续运。 · The tractor broke down and was mended on the way.",
  driverHours: "驾驶员驾时已满，按规定休息。 · The driver had used up the hours that may be driven.",
  wrongAccount: "收款账号有误被退汇，更正后重汇。 · It came back for a wrong account number and was sent again.",
  returnedForPapers:
    "补充单证逾期被退汇，补齐后重汇。 · It came back because papers were late, and was sent again with them.",
  bankAsked: "中间行要求补充贸易背景资料。 · A correspondent bank asked for the contract and the transport papers.",
  filedLate: "我司申报排队，未按承诺时限申报。 · Our desk was full and filed late.",
  assessedLate:
    "海关审价，税单出具晚于承诺时限，缴税后即放行。 · The customs assessed the duties after the promised time; they released once these were paid.",
  answeredLate: "我司办理放行手续延误。 · Our own desk was slow with the release.",
  holiday: "遇法定节假日，节后办理。 · Put off by a public holiday.",
  reviewedLong: "报告复核超时。 · The review of the report took longer than planned.",
  nobodyFree: "当日验货员排班已满。 · All inspectors were at work elsewhere that day.",
} as const;

/** A voyage of more days is one by way of a port of transhipment. */
const DIRECT_DAYS = 20;

/** What a ship was late by that sailed on its day, by how long the voyage took. */
export const onVoyage = (ms: number): string => (ms > DIRECT_DAYS * DAY_MS ? WORDS.transhipped : WORDS.portBusy);

export const hoursOf = (ms: number): number => ms / HOUR_MS;
