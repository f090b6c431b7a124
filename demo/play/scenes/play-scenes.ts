import {
  addDays,
  DAY_MS,
  dayOf,
  HOUR_MS,
  type Instant,
  later,
  type LocalDate,
  MINUTE_MS,
  toIso,
} from "../../../domain/shared/time";
import { startOfDay } from "../../../domain/shared/zones";
import { confirmBid } from "@/server/bidding/confirm-bid";
import { changeRequest } from "@/server/requests/change-request";
import { answerQuestion } from "@/server/requests/answer-question";
import { askQuestion } from "@/server/requests/ask-question";
import { DEMO_BROKER, DEMO_INSPECTOR, DEMO_PAYER, DEMO_PROVIDER, type DemoParties } from "../cast";
import { demoTerms } from "../offer-on";
import { everything, prepaid } from "./commercial-terms";
import { Scenery } from "./scenery";
import type { Database } from "../../../db/database";
import type { ReferenceData } from "../../plan/plan-movement";
import { randomFrom } from "../../plan/random";
import { Stage } from "../stage";
import { playAfterOpening, playLongEnded } from "./after-opening";
import type { Hub } from "../../../domain/hubs/place";
import { announceClosure, enterHubState } from "@/server/hubs/hub-state";
import { backToMidday, deskTime } from "../../plan/calendar";
import type { Queue } from "../../plan/queues";
import { DeclarationHand } from "../steps/clearance";
import { arrive, boardsLookedAt, book, find, photograph, visit } from "../steps/inspections";
import { checkClient, FOR_GOODS, lock, lockWorse } from "../steps/remittance";
import { contract, TRUCKS } from "./contract";
import { referenceData as readReferenceData } from "@/server/hubs/queries/network";
import { askForAnotherWay, playAtTheBorder, playDutiesDue, playThroughHorgos } from "./at-the-border";
import { playContested } from "./contested";
import { playWholeWay } from "./whole-way";
import { SlotHand } from "../steps/slots";

/** The goods are ready later than was asked for. */
const LATER_DAYS = 3;

/** A later pick-up: the demo's provider has not confirmed its bid since, another has. Of two questions one waits. */
async function amended(scenery: Scenery): Promise<void> {
  const { stage, parties } = scenery;
  const buyer = parties.actorOf(parties.buyer);
  const [asked] = await scenery.post({
    ...{ ware: "board", lane: "v2", posted: -30, closes: 62, decides: 134 },
    asks: { logistics: { criteria: demoTerms("logistics", true).criteria, negotiationRounds: 1 } },
  });
  if (!asked) return;
  const { requestId } = asked;
  const ask = (hours: number, providerId: string, question: string) =>
    stage.must(scenery.at(hours), scenery.by(providerId), askQuestion, { requestId, question });
  const { id: questionId } = await ask(
    -28,
    DEMO_PROVIDER,
    "河内工厂能否夜间卸货？ · Can the factory in Hanoi unload by night?",
  );
  await stage.must(scenery.at(-27), buyer, answerQuestion, {
    questionId,
    answer: "可以，需提前一天预约。 · Yes, if booked the day before.",
  });
  await scenery.bid(asked, DEMO_PROVIDER, -26, prepaid);
  const rival = await scenery.bid(asked, "prov-012", -24);
  await scenery.bid(asked, "prov-002", -22);
  const { spec } = asked.planned;
  const moved = (day: unknown) => addDays(day as LocalDate, LATER_DAYS);
  await stage.must(scenery.at(-3), buyer, changeRequest, {
    requestId,
    spec: { ...spec, pickupFrom: moved(spec.pickupFrom), pickupTo: moved(spec.pickupTo) },
    reason:
      "工厂排产推迟，提货时间顺延三天。 · The factory is behind its plan: the pick-up window moves by three days.",
  });
  await stage.must(scenery.at(-2), scenery.by("prov-012"), confirmBid, { bidId: rival.bidId });
  await ask(
    -1,
    "prov-013",
    "顺延后的首日上午能否装车？ · Can the truck load in the morning of the new window's first day?",
  );
}

/** Of those who were asked by name, the demo's provider has not bid yet. */
async function invited(scenery: Scenery): Promise<void> {
  const invitedIds = [DEMO_PROVIDER, "prov-012", "prov-013"].map((id) => scenery.organisationId(id));
  const [asked] = await scenery.post({
    ...{ ware: "panels", lane: "v8", posted: -20, closes: 44, decides: 92 },
    asks: { logistics: { visibility: "invited", invitedIds } },
  });
  if (asked) await scenery.bid(asked, "prov-012", -15);
}

/** For organisations alone that the market has checked, as the demo's provider is. */
async function checked(scenery: Scenery): Promise<void> {
  const [asked] = await scenery.post({
    ...{ ware: "plywood", lane: "v2", posted: -18, closes: 50, decides: 98 },
    asks: { logistics: { visibility: "checked" } },
  });
  if (asked) await scenery.bid(asked, "prov-002", -11);
}

/** Open bidding in which the demo's provider is one of three and reads its place, or its distance, and nothing more. */
async function competed(scenery: Scenery): Promise<void> {
  const rivals = { rank: ["prov-012", "prov-002"], gap: ["prov-013", "prov-010"] } as const;
  for (const [feedback, ware] of [
    ["rank", "decking"],
    ["gap", "board"],
  ] as const) {
    const [asked] = await scenery.post({
      ...{ ware, lane: "v2", posted: -16, closes: feedback === "rank" ? 30 : 35, decides: 84 },
      asks: { logistics: { mode: "open", feedback } },
    });
    if (!asked) continue;
    await scenery.bid(asked, rivals[feedback][0], -12);
    await scenery.bid(asked, DEMO_PROVIDER, -9, everything);
    await scenery.bid(asked, rivals[feedback][1], -7);
  }
}

/** Customs and inspection of one deal, which the demo's broker and inspector have not bid on yet; the inspection has its gates. */
async function unanswered(scenery: Scenery): Promise<void> {
  const { gates } = demoTerms("inspection", true);
  const [customs, inspection] = await scenery.post({
    ...{ ware: "plywood", lane: "v2", posted: -13, closes: 54, decides: 102 },
    asks: { customs: {}, inspection: { gates } },
  });
  if (customs) await scenery.bid(customs, "prov-026", -8);
  if (!inspection) return;
  await scenery.bid(inspection, "prov-058", -6, () => ({
    gateAnswers: [
      { gate: 0, answer: "yes" },
      { gate: 1, answer: "中文、越南文 · Chinese, Vietnamese" },
    ],
  }));
}

/** Money, customs and inspection of one deal, on each of which one of the demo's people has a bid beside another's and waits for the opening. */
async function quoted(scenery: Scenery): Promise<void> {
  const asked = await scenery.post({
    ...{ ware: "decking", lane: "v2", posted: -15, closes: 47, decides: 95 },
    asks: { payment: {}, customs: {}, inspection: {} },
    specs: { payment: FOR_GOODS },
  });
  for (const [at, bidders] of [
    ["prov-044", DEMO_PAYER],
    ["prov-026", DEMO_BROKER],
    ["prov-058", DEMO_INSPECTOR],
  ].entries()) {
    const one = asked[at];
    if (one) for (const [later, bidder] of bidders.entries()) await scenery.bid(one, bidder, -11 + 2 * later + at);
  }
}

/** What happens on requests that take bids now. */
async function playWhileOpen(scenery: Scenery): Promise<void> {
  for (const scene of [amended, invited, checked, competed, unanswered, quoted]) await scene(scenery);
}

/** Dice of their own, so that the year before them is the same with them and without. */
const SEED = 20_261_125;

/** Scenes that chance would not bring about: each thing that bidding can say, in a state in which one of the demo's people has to act. */
export async function playScenes(
  database: Database,
  of: { readonly referenceData: ReferenceData; readonly parties: DemoParties; readonly now: Instant },
): Promise<void> {
  const random = randomFrom(SEED);
  const scenery = new Scenery({ ...of, stage: new Stage(database, random), random });
  await playLongEnded(scenery);
  await playAfterOpening(scenery);
  await playWhileOpen(scenery);
}

/** The boards of the market go back so far: long enough that own crossings can be held against them. */
const BOARD_WEEKS = 14;

/** Who counts at the crossings that people watch; at the others the crossing's own watch does. */
const WATCHES: Readonly<Record<string, string>> = {
  "horgos/road": "霍尔果斯口岸现场值守 · Watch at the Horgos crossing",
  "horgos/rail": "霍尔果斯站货运值班 · Freight desk of Horgos station",
  "pingxiang/road": "友谊关口岸现场值守 · Watch at the Friendship Pass",
  "suifenhe/road": "绥芬河公路口岸现场值守 · Watch at the Suifenhe road crossing",
};

type Counting = {
  readonly referenceData: ReferenceData;
  readonly hubs: ReadonlyMap<string, Hub>;
  readonly stage: Stage;
  readonly parties: DemoParties;
  readonly now: Instant;
};

async function count({ stage, parties, now, hubs }: Counting, { crossing, counts }: Queue): Promise<void> {
  const { capacityPerDay, usualHours: _, ...said } = crossing;
  const hub = hubs.get(said.hubId);
  const [zh, en] = [hub?.nameZh ?? said.hubId, hub?.nameEn ?? said.hubId];
  const source =
    WATCHES[`${said.hubId}/${said.mode}`] ??
    (said.mode === "rail"
      ? `${zh}站货运值班 · Freight desk of ${en} station`
      : `${zh}口岸现场值守 · Watch at the ${en} crossing`);
  for (const { at, hours, throughputPerDay } of counts.filter((one) => one.at > now - BOARD_WEEKS * 7 * DAY_MS)) {
    const backlog = Math.round((hours / 24) * throughputPerDay);
    const state = { ...said, source, backlog, throughputPerDay, capacityPerDay };
    await stage.must(at, parties.administrator, enterHubState, state);
  }
}

/** A past closure, and one that trucks have to reckon with. */
async function close({ stage, parties, now }: Counting): Promise<void> {
  /** That hour of the day in China, so many days from the present; what is past on the days of the story that it delays. */
  const back = backToMidday(now, -24);
  const at = (days: number, hour: number) =>
    later(startOfDay(dayOf(deskTime(now, days * 24, days < -3 ? back : 0))), hour * HOUR_MS);
  const announce = (announced: number, times: readonly [Instant, Instant], closure: object) =>
    stage.must(at(announced, 10), parties.administrator, announceClosure, {
      ...{ from: toIso(times[0]), to: toIso(times[1]) },
      ...closure,
    });
  await announce(-24, [at(-20, 14), at(-19, 8)], {
    ...{ hubId: "pingxiang", mode: "road" },
    reason: "检验检疫系统切换，货运通道暂停通行。 · The quarantine system is switched over; freight lanes stand still.",
    source: "友谊关海关通告 · Notice of Friendship Pass customs",
  });
  await announce(-2, [at(6, 8), at(7, 20)], {
    ...{ hubId: "horgos", mode: "road" },
    reason:
      "哈方一侧大型集装箱检查设备检修，货车通道关闭。 · The scanner on the Kazakh side is overhauled; truck lanes are closed.",
    source: "霍尔果斯口岸管委会通告 · Notice of the Horgos port administration",
  });
}

/** Weeks of counts at every border hub, with what closes them. */
async function keepBoards(counting: Counting): Promise<void> {
  for (const queue of counting.referenceData.queues) await count(counting, queue);
  await close(counting);
}

const DAY = 24;
/** A picture that the same inspector has sent from another visit. */
const SENT_BEFORE = 3;

/** The inspector is at the goods now; the broker's draft came back; a worse rate waits for the buyer's word. */
async function playOnSite(scenery: Scenery): Promise<void> {
  const of = await contract(scenery, {
    ...{ ware: "board", lane: "v2", posted: -15.75 * DAY },
    by: { logistics: DEMO_PROVIDER, payment: DEMO_PAYER, customs: DEMO_BROKER, inspection: DEMO_INSPECTOR },
    ready: 2 * DAY,
    specs: { inspection: boardsLookedAt(scenery.day(-2.5)), customs: { side: "export" }, payment: FOR_GOODS },
  });
  await of.order("logistics").reports({ booked: -11 * DAY });

  const customs = of.order("customs");
  await customs.reports({ documents_requested: -10 * DAY, documents_complete: -4 * DAY });
  const draft = await DeclarationHand.draft(customs, "export", -2 * DAY, { remarks: "一般贸易 0110 · General trade" });
  const wrong = "品名须注明厚度和密度。 · The name has to state thickness and density.";
  await draft.sendBack(-20, wrong);

  await checkClient(of.order("payment"), -13.5 * DAY);
  // The second rate is locked once the first has ended, both while banks are open: before a holiday the first one is locked earlier.
  const times = { first: -6 * DAY, second: -3, earliest: -12.6 * DAY } as const;
  const first = scenery.firstLock(times);
  const payment = of.order("payment", scenery.atBanks(times.earliest, first === null ? 2 : undefined));
  await lock(payment, first ?? times.first, "1210");
  await lockWorse(payment, times.second, "1090");

  const inspection = of.order("inspection");
  await book(inspection, -5 * DAY, { arrives: -2.5, name: "谭雨晴 Tan Yuqing" });
  await arrive(inspection, scenery.at(-2.5));
  const [from, to] = [scenery.at(-2.2), scenery.at(-0.6)];
  const photoIds = await photograph(inspection, { from, minutes: (to - from) / MINUTE_MS }, [9, 10, SENT_BEFORE]);
  await find(inspection, scenery.at(-0.25), { majors: 2, photoIds, isHalf: true });
}

/** Goods that failed and wait for the buyer's decision, and with them truck, money and the declaration that is ready to be filed. */
async function playFailedGoods(scenery: Scenery): Promise<void> {
  const looked = -1 * DAY;
  const rest = scenery.restBefore(looked);
  const of = await contract(scenery, {
    ...{ ware: "board", lane: "v2", posted: -18 * DAY },
    by: { logistics: DEMO_PROVIDER, payment: DEMO_PAYER, customs: DEMO_BROKER, inspection: DEMO_INSPECTOR },
    ready: 0.5 * DAY,
    specs: { inspection: boardsLookedAt(scenery.day(looked - rest)), customs: { side: "export" }, payment: FOR_GOODS },
  });
  const customs = of.order("customs");
  await customs.reports({ documents_requested: -14 * DAY, documents_complete: -6 * DAY });
  const out = await DeclarationHand.draft(customs, "export", -5 * DAY);
  await out.approve(-4.5 * DAY);

  const carriage = of.order("logistics");
  await carriage.reports({ booked: -15 * DAY });
  const early = await SlotHand.ask(carriage, -2 * DAY, { truck: TRUCKS.pingxiang, window: DAY });
  await early.cancel(-5, "验货不合格，无法按时装车。 · The goods failed: loading will not be in time.");
  await SlotHand.ask(carriage, -4, {
    ...{ truck: { ...TRUCKS.pingxiang, system: "cn_port_booking" }, window: 3 * DAY },
    systemReason:
      "谅山平台当日时段已约满，改在友谊关口岸预约。 · Lạng Sơn's windows of that day are full: booked at Youyiguan instead.",
  });

  await checkClient(of.order("payment"), -14 * DAY);
  await lock(of.order("payment", scenery.atBanks(-12.9 * DAY)), -4, "1205");

  await visit(of.order("inspection"), {
    ...{ booked: -3 * DAY - rest, arrives: looked - rest, reported: -6 - rest, majors: 16 },
    ...{ name: "黄志远 Huang Zhiyuan", pictures: [11, 12, 13, 14, 17] },
  });
}

/** Dice of their own, so that what is played before them is the same with them and without. */
const ORDER_SEED = 20_261_126;

/** Stories of some orders that chance would not bring about: every room of an order, each in the states in which one of the demo's people has to act. */
export async function playRooms(
  database: Database,
  of: { readonly referenceData: ReferenceData; readonly parties: DemoParties; readonly now: Instant },
): Promise<void> {
  const random = randomFrom(ORDER_SEED);
  const stage = new Stage(database, random);
  const scenery = new Scenery({ ...of, stage, random });
  const { hubs } = await readReferenceData(database.read);
  await keepBoards({ ...of, hubs, stage });
  for (const story of [playWholeWay, playContested]) await story(scenery);
  const waiting = await playAtTheBorder(scenery);
  for (const story of [playFailedGoods, playDutiesDue, playOnSite, playThroughHorgos]) await story(scenery);
  await askForAnotherWay(waiting);
}
