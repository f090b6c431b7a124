import { and, desc, eq, gt } from "drizzle-orm";
import { requests } from "../../db/schema/requests";
import type { Actor } from "../../domain/access/actor";
import { HOUR_MS, type Instant } from "../../domain/shared/instant";
import type { Service } from "@/domain/shared/service";
import { answerQuestion } from "@/server/requests/answer-question";
import { askQuestion } from "@/server/requests/ask-question";
import { deskTime } from "../plan/calendar";
import type { DemoOrganisation, DemoService } from "../plan/market-data";
import type { Stage } from "./stage";

const ASKED_ABOUT = 6;
/** Every third question still waits for its answer. */
const WAITING = 3;

type Talk = { readonly question: string; readonly answer: string };

/** What providers of each service ask a buyer. */
const TALK: Readonly<Record<DemoService, readonly Talk[]>> = {
  logistics: [
    {
      question: "装货地点周六能否装车？ · Can we load on Saturday?",
      answer: "可以，8 时至 14 时。 · Yes, from 8 to 14.",
    },
    { question: "托盘能否叠放？ · May the pallets be stacked?", answer: "不能叠放。 · No, they may not." },
  ],
  customs: [
    {
      question: "能否提供用于归类的产品说明书？ · Is there a product sheet to classify by?",
      answer: "下单后随合同一并提供。 · It comes with the contract once the order is placed.",
    },
  ],
  inspection: [
    {
      question: "验货当天货物是否全部包装完毕？ · Will all goods be packed on the day of the visit?",
      answer: "是，验货前一天包装完毕。 · Yes, they are packed the day before.",
    },
  ],
  payment: [
    {
      question: "付款所需的合同和发票能否提前提供？ · Are contract and invoice at hand before the payment?",
      answer: "可以，下单当天提供。 · Yes, on the day of the order.",
    },
  ],
};

const talkOn = (service: Service, place: number): Talk | undefined => {
  const talk: readonly Talk[] = TALK[service as DemoService] ?? [];
  return talk[place % Math.max(1, talk.length)];
};

type Asking = {
  readonly stage: Stage;
  readonly buyer: Actor;
  readonly actorOf: (organisation: DemoOrganisation) => Actor;
  readonly now: Instant;
};

const offers = (provider: DemoOrganisation, service: Service): boolean =>
  (provider.services ?? []).some((one) => one === service);

/** Providers have asked about open requests of the demo's own buyer, which has answered most of it. */
export async function askQuestions(
  { stage, buyer, actorOf, now }: Asking,
  providers: readonly DemoOrganisation[],
): Promise<void> {
  const open = await stage.database.read
    .select({ id: requests.id, service: requests.service })
    .from(requests)
    .where(
      and(
        eq(requests.buyerOrganisationId, buyer.organisationId ?? ""),
        eq(requests.state, "open"),
        gt(requests.closesAt, now + HOUR_MS),
      ),
    )
    .orderBy(desc(requests.closesAt), desc(requests.id))
    .limit(ASKED_ABOUT);
  for (const [place, { id, service }] of open.entries()) {
    const asker = providers.find((provider) => offers(provider, service));
    const talk = talkOn(service, place);
    if (!talk) continue;
    const { question, answer } = talk;
    const [at, answeredAt] = [deskTime(now, -0.5), deskTime(now, -0.25)];
    // A request that closes soon takes no questions any more.
    const asked = asker && (await stage.act(at, actorOf(asker), askQuestion, { requestId: id, question }));
    if (asked && place % WAITING !== WAITING - 1)
      await stage.must(answeredAt, buyer, answerQuestion, { questionId: asked.id, answer });
  }
}
