import { LivePage } from "./live-page";
import { useLiveWords } from "./use-live-words";

type LiveDealProps = {
  readonly dealId: string;
  /** How far the deal's log and its hub's board had gone before the page was read, so that nothing that came meanwhile is missed. */
  readonly seq: number;
};

/** Keeps a page about a deal's orders as they are now; once a page. */
export function LiveDeal({ dealId, seq }: LiveDealProps) {
  return <LivePage stream={`/api/deals/${dealId}/stream`} seq={seq} words={useLiveWords()} />;
}
