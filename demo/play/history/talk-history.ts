import { and, asc, eq, lt } from "drizzle-orm";
import { findBid } from "../../../db/repositories/bidding";
import { bids, requests } from "../../../db/schema/requests";
import type { Actor } from "../../../domain/access/policy";
import type { Service } from "../../../domain/shared/vocabulary";
import { HOUR_MS, type Instant, later, MINUTE_MS } from "../../../domain/shared/time";
import { markThreadRead } from "@/server/threads/mark-read";
import { writeMessage } from "@/server/threads/write-message";
import { deskTime } from "../../plan/calendar";
import type { DemoOrganisation } from "../../plan/market-data";
import { type PlannedMessage, planTalk, planTalkOfBid, talkAboutBid } from "../../plan/parties/plan-talk";
import { between, pick, type Random, randomFrom } from "../../plan/random";
import { ZONES } from "../cast";
import type { EventQueue, Stage } from "../stage";
import type { OrderOfYear } from "./history-rooms";

/** Dice of their own, so that the market is the same with its talk and without. */
const SEED = 20_261_203;

type Organisations = { readonly buyer: DemoOrganisation; readonly provider: DemoOrganisation };
type Sides = Pick<OrderOfYear, "buyer" | "provider"> & { readonly bidId: string };

type Beside = Sides & Pick<OrderOfYear, "service" | "plan"> & { readonly organisations: Organisations };

type Undecided = {
  readonly service: Service;
  readonly buyer: DemoOrganisation;
  readonly bidIds: readonly string[];
  readonly cast: {
    readonly actorOf: (organisation: DemoOrganisation) => Actor;
    readonly providerById: (organisationId: string) => DemoOrganisation;
  };
  /** From the opening to the decision. */
  readonly from: Instant;
  readonly to: Instant;
};

const zoneOf = ({ country }: DemoOrganisation): string => ZONES[country] ?? "Asia/Shanghai";

const placesOf = ({ buyer, provider }: Organisations) => ({
  countries: [buyer.country, provider.country] as const,
  zones: { buyer: zoneOf(buyer), provider: zoneOf(provider) },
});

/** What the two sides of the year's orders write to each other, and when each reads it. */
export class TalkHistory {
  private readonly random: Random = randomFrom(SEED);

  constructor(
    private readonly stage: Stage,
    private readonly queue: EventQueue,
  ) {}

  /** Plans what is written beside an order that was placed. */
  playBeside({ service, plan, organisations, ...sides }: Beside): void {
    this.play(sides, planTalk(this.random, { service, reports: plan.reports, ...placesOf(organisations) }));
  }

  /** What the buyer of opened bids asks one of the bidders, if anything. */
  async playBefore({ service, buyer, bidIds, cast, from, to }: Undecided): Promise<void> {
    if (bidIds.length === 0) return;
    const bidId = pick(this.random, bidIds);
    const bid = await findBid(this.stage.database.read, bidId);
    if (!bid) return;
    const provider = cast.providerById(bid.providerOrganisationId);
    const places = placesOf({ buyer, provider });
    const sides = { bidId, buyer: cast.actorOf(buyer), provider: cast.actorOf(provider) };
    this.play(sides, planTalkOfBid(this.random, { service, ...places, from, to }));
  }

  private play({ bidId, buyer, provider }: Sides, messages: readonly PlannedMessage[]): void {
    for (const { by, at, words } of messages) {
      const [writer, reader] = by === "buyer" ? [buyer, provider] : [provider, buyer];
      const readAt = later(at, between(this.random, 6 * MINUTE_MS, 2 * HOUR_MS));
      this.queue.schedule(at, async () => {
        const sent = await this.stage.act(at, writer, writeMessage, { bidId, words });
        if (sent) this.queue.schedule(readAt, () => this.read(readAt, reader, sent));
      });
    }
  }

  private async read(at: Instant, reader: Actor, of: { readonly bidId: string; readonly seq: number }): Promise<void> {
    await this.stage.act(at, reader, markThreadRead, of);
  }
}

/** Of so many bids the demo's own buyer has asked something. */
const ASKED_ABOUT = 4;

type Asking = Pick<Undecided, "cast"> & { readonly stage: Stage; readonly buyer: Actor; readonly now: Instant };

/** The demo's own buyer has asked about bids that it opened and has not decided on; the answers wait to be read. */
export async function askAboutBids({ stage, buyer, cast, now }: Asking): Promise<void> {
  const [askedAt, answeredAt] = [deskTime(now, -2), deskTime(now, -1)];
  const opened = await stage.database.read
    .select({ bidId: bids.id, service: requests.service, providerId: bids.providerOrganisationId })
    .from(requests)
    .innerJoin(bids, eq(bids.requestId, requests.id))
    .where(
      and(
        eq(requests.buyerOrganisationId, buyer.organisationId ?? ""),
        eq(requests.state, "opened"),
        eq(bids.state, "submitted"),
        lt(requests.openedAt, askedAt),
      ),
    )
    .orderBy(asc(requests.id), asc(bids.id))
    .limit(ASKED_ABOUT);
  for (const { bidId, service, providerId } of opened) {
    const provider = cast.providerById(providerId);
    const { question, answer } = talkAboutBid(service, ["CN", provider.country]);
    if (await stage.act(askedAt, buyer, writeMessage, { bidId, words: question }))
      await stage.act(answeredAt, cast.actorOf(provider), writeMessage, { bidId, words: answer });
  }
}
