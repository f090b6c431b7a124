import { type LocalDate, addDays } from "../../../domain/shared/local-date";
import { confirmBid } from "@/server/bidding/confirm-bid";
import { changeRequest } from "@/server/requests/change-request";
import { answerQuestion } from "@/server/requests/answer-question";
import { askQuestion } from "@/server/requests/ask-question";
import { DEMO_PROVIDER, type DemoParties } from "../cast";
import { demoTerms } from "../offer-on";
import { everything, prepaid } from "./commercial-terms";
import { Scenery } from "./scenery";
import type { Database } from "../../../db/database";
import type { Instant } from "../../../domain/shared/instant";
import type { ReferenceData } from "../../plan/plan-movement";
import { randomFrom } from "../../plan/random";
import { Stage } from "../stage";
import { playAfterOpening, playLongEnded } from "./after-opening";

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

/** What happens on requests that take bids now. */
async function playWhileOpen(scenery: Scenery): Promise<void> {
  for (const scene of [amended, invited, checked, competed, unanswered]) await scene(scenery);
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
