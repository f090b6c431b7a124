"use client";

import { formatShare } from "@/components/ui/format";
import { Panel } from "@/components/ui/blocks";
import type { BidFeedback } from "@/domain/bidding/live-feedback";
import { type LiveWords, type PlaceWords, type RequestNow, useRequestStream } from "./request-stream";
import { type ReactNode, useEffect, useState } from "react";
import { useRefresh } from "@/components/live/event-stream";
import { ClockNote } from "@/components/ui/time/clock-note";
import type { Heard } from "@/domain/notices/watcher-notices";
import { tellCount } from "./live-counts";

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

type CloseClockProps = {
  readonly until: number;
  /** The server's time when the page was drawn. */
  readonly now: number;
  /** How far this device's clock is ahead; null while only the page has said what time it is. */
  readonly driftMs: number | null;
  /** A template with `{time}`. */
  readonly frame: string;
  readonly passed: string;
};

const SECOND_MS = 1_000;
/** Before that, minutes are enough, and those stand in the turn bar. */
const SHOWN_MS = 3_600_000;

const two = (value: number): string => String(value).padStart(2, "0");

/** The last hour in minutes and seconds, by the server's time. */
function CloseClock({ until, now, driftMs, frame, passed }: CloseClockProps) {
  const [passedMs, setPassedMs] = useState(0);
  useEffect(() => {
    const shownAt = Date.now();
    const tick = () => setPassedMs(driftMs === null ? Date.now() - shownAt : Date.now() - driftMs - now);
    tick();
    const timer = setInterval(tick, SECOND_MS);
    return () => clearInterval(timer);
  }, [now, driftMs]);
  const leftMs = until - now - passedMs;
  if (leftMs > SHOWN_MS) return null;
  const seconds = Math.floor(leftMs / SECOND_MS);
  return (
    <b className="clock" role="timer">
      {leftMs <= 0 ? passed : frame.replace("{time}", `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`)}
    </b>
  );
}

type LiveRequestProps = {
  readonly requestId: string;
  readonly mark: string;
  readonly now: number;
  readonly closesAt: number;
  /** How often the board of its hub had changed. */
  readonly boardSeq: number;
  readonly state: string;
  /** The page's own address, for whoever has no script or no line. */
  readonly href: string;
  /** Whether the page shows more of the bids than their number, so that it has to be drawn anew as they come. */
  readonly showsBids: boolean;
  readonly words: LiveWords;
  /** Null for everybody but bidders of open bidding. */
  readonly place: { readonly feedback: BidFeedback | null; readonly words: PlaceWords } | null;
  readonly locale: string;
  /** By which rules bidding goes on, below the line. */
  readonly children?: ReactNode;
};

const ONLY_A_COUNT: ReadonlySet<Heard> = new Set(["bid", "bid_changed", "bid_withdrawn"]);

/** Keeps an open request as it is now: how the line is, the last hour's clock, the bidder's own place. */
export function LiveRequest(props: LiveRequestProps) {
  const { requestId, words, place, now, state, showsBids } = props;
  const { isHeldBack, refresh } = useRefresh();
  const [told, setTold] = useState<BidFeedback | null | undefined>(undefined);
  const [closesAt, setClosesAt] = useState(props.closesAt);
  useEffect(() => setClosesAt(props.closesAt), [props.closesAt]);
  useEffect(() => () => tellCount(requestId, null), [requestId]);
  const { status, driftMs } = useRequestStream({
    requestId,
    mark: props.mark,
    onHeard(heard) {
      if (showsBids || !ONLY_A_COUNT.has(heard)) refresh();
    },
    onNow(at: RequestNow) {
      tellCount(requestId, at.bidCount);
      setClosesAt(at.closesAt);
      if (at.state !== state || at.closesAt !== props.closesAt || at.board > props.boardSeq) refresh();
    },
    onPlace: setTold,
  });
  return (
    <>
      <div className="live-bar">
        <span className={status === "lost" ? "live is-lost" : "live"} role="status">
          <i aria-hidden="true" />
          {words[status]}
        </span>
        {state === "open" && (
          <CloseClock until={closesAt} now={now} driftMs={driftMs} frame={words.endsIn} passed={words.ending} />
        )}
        <ClockNote now={now} words={words.drift} driftMs={driftMs} />
        <a href={props.href} className="live-reload">
          {isHeldBack ? words.news : words.reload}
        </a>
      </div>
      {props.children}
      {place && (
        <PlaceView feedback={told === undefined ? place.feedback : told} words={place.words} locale={props.locale} />
      )}
    </>
  );
}
