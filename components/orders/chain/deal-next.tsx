import { AlsoWaiting, DealTurnBar } from "@/components/deals/deal-table";
import { nextRequest } from "@/domain/deals/deal-turn";
import { isTurnOf } from "@/domain/requests/request-turn";
import type { DealChain } from "@/views/chain";
import type { DealPage } from "@/views/deals";
import type { BuyersWord } from "./chain-gates";
import { ChainTurnBar } from "./chain-turn-bar";

type DealNextProps = {
  readonly deal: DealPage;
  /** Once a bid was chosen: how its orders stand. */
  readonly chain: DealChain | null;
  readonly word: BuyersWord;
  readonly zone: string;
  readonly now: number;
};

/** What the chain tells in more words than the deal does. */
const OF_CHAIN: ReadonlySet<string> = new Set(["state", "asked", "accept"]);

/** What comes before an award: the chain knows nothing of it. */
const BEFORE_AWARD: ReadonlySet<string> = new Set(["review", "bid", "wait", "open"]);

const isHeld = ({ orders }: DealChain): boolean => orders.some(({ order }) => (order?.heldSince ?? null) !== null);

/** First on a deal's page and on that of its chain: the step that the list of deals names too, before it what holds an order, and under it what else waits for the buyer. */
export function DealNext({ deal, chain, word, zone, now }: DealNextProps) {
  const next = nextRequest(deal.requests);
  const isYours = next !== null && isTurnOf(next.turn, "buyer");
  const first = next ? { service: next.service, isYours } : undefined;
  const isOfChain = next === null || (isYours ? OF_CHAIN.has(next.turn.act) : !BEFORE_AWARD.has(next.turn.act));
  return (
    <>
      {chain && (isOfChain || (!isYours && isHeld(chain))) ? (
        <ChainTurnBar view={chain} word={word} first={first} />
      ) : (
        <DealTurnBar deal={deal} zone={zone} now={now} />
      )}
      <AlsoWaiting deal={deal} zone={zone} now={now} />
    </>
  );
}
