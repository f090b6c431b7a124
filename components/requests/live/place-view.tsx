"use client";

import { formatShare } from "@/components/ui/figures/format-share";
import { Panel } from "@/components/ui/page/panel";
import type { BidFeedback } from "@/domain/bidding/live/feedback-of";
import type { PlaceWords } from "./live-words";

type PlaceViewProps = {
  /** Null once no bid of the reader's own stands. */
  readonly feedback: BidFeedback | null;
  readonly words: PlaceWords;
  readonly locale: string;
};

const BPS = 10_000;
const GAP_DIGITS = 2;

const isFirst = (feedback: BidFeedback): boolean =>
  feedback.kind === "traffic_light" ? feedback.light === "green" : feedback.kind !== "unknown" && feedback.rank === 1;

/** What stands large: a place, or a colour with its word. */
function headOf(feedback: BidFeedback | null, words: PlaceWords): string {
  if (feedback === null) return words.none;
  if (feedback.kind === "unknown") return words.unknown;
  if (feedback.kind === "traffic_light") return words.light[feedback.light];
  return words.place.replace("{rank}", String(feedback.rank)).replace("{count}", String(feedback.count));
}

const gapOf = (feedback: BidFeedback | null): number =>
  feedback !== null && "gapBps" in feedback ? feedback.gapBps : 0;

/** The bidder's own place and what it may do about it. */
export function PlaceView({ feedback, words, locale }: PlaceViewProps) {
  const gap = gapOf(feedback);
  const isPlaced = feedback !== null && feedback.kind !== "unknown";
  const light = feedback?.kind === "traffic_light" ? ` is-${feedback.light}` : "";
  return (
    <Panel title={words.title} id="place">
      <div className={`place${light}`} aria-live="polite">
        <b className="place-head">{headOf(feedback, words)}</b>
        {gap > 0 && <span>{words.gap.replace("{gap}", formatShare(gap, BPS, locale, GAP_DIGITS) ?? "")}</span>}
        {isPlaced && <span>{isFirst(feedback) ? words.first : words.behind}</span>}
      </div>
      <p className="place-tie">
        {isPlaced && !isFirst(feedback) && <a href="#bid">{words.change}</a>} {words.tie}
      </p>
    </Panel>
  );
}
