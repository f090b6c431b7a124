import { useEffect, useEffectEvent, useState } from "react";
import type { BidFeedback } from "@/domain/requests/live/feedback-of";
import type { Heard } from "@/domain/requests/live/heard";
import type { RequestState } from "@/domain/requests/request";

export type RequestNow = {
  readonly state: RequestState;
  readonly bidCount: number;
  readonly closesAt: number;
  readonly board: number;
  readonly serverTime: number;
};

export type StreamStatus = "connecting" | "live" | "lost";

type Listening = {
  readonly requestId: string;
  /** The entry of the log that the page was drawn at. */
  readonly mark: string;
  readonly onHeard: (heard: Heard) => void;
  readonly onNow: (now: RequestNow) => void;
  readonly onPlace: (feedback: BidFeedback | null) => void;
};

// A browser comes back by itself from a cut line, and not from an answer that is none: too many streams, or a server that starts.
const AGAIN_MS = 10_000;

type Drift = (serverTime: number) => void;

/** Opens the stream from `mark` on; answers how to close it, and which entry it heard last. */
function listen(
  { requestId, onHeard, onNow, onPlace }: Listening,
  mark: string,
  on: { readonly status: (status: StreamStatus) => void; readonly time: Drift },
) {
  const source = new EventSource(`/api/requests/${requestId}/stream?after=${mark}`);
  let last = mark;
  const hear = <Data>(name: string, take: (data: Data) => void) =>
    source.addEventListener(name, (event: MessageEvent<string>) => {
      if (event.lastEventId !== "") last = event.lastEventId;
      take(JSON.parse(event.data) as Data);
    });
  hear<{ heard: Heard }>("heard", ({ heard }) => onHeard(heard));
  hear<RequestNow>("now", (now) => {
    on.time(now.serverTime);
    on.status("live");
    onNow(now);
  });
  hear<{ feedback: BidFeedback | null }>("place", ({ feedback }) => onPlace(feedback));
  hear<{ serverTime: number }>("time", ({ serverTime }) => on.time(serverTime));
  source.addEventListener("error", () => on.status("lost"));
  return { close: () => source.close(), isEnded: () => source.readyState === EventSource.CLOSED, last: () => last };
}

/**
 * Listens to a request for as long as its tab is in sight: a hidden one would hold one of the few connections that a browser has. Answers how
 * the line is, and how far this device's clock is ahead of the server's; null while that is not known.
 */
export function useRequestStream(listening: Listening): { status: StreamStatus; driftMs: number | null } {
  const [status, setStatus] = useState<StreamStatus>("connecting");
  const [driftMs, setDriftMs] = useState<number | null>(null);
  const open = useEffectEvent((mark: string | null) =>
    listen(listening, mark ?? listening.mark, {
      status: setStatus,
      time: (serverTime) => setDriftMs(Date.now() - serverTime),
    }),
  );
  const { requestId } = listening;

  useEffect(() => {
    let stream: ReturnType<typeof open> | null = null;
    let last: string | null = null;
    const close = () => {
      last = stream?.last() ?? last;
      stream?.close();
      stream = null;
    };
    const follow = () => {
      if (document.hidden) return close();
      if (stream && !stream.isEnded()) return;
      close();
      stream = open(last);
    };
    const timer = setInterval(follow, AGAIN_MS);
    document.addEventListener("visibilitychange", follow);
    follow();
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", follow);
      close();
    };
  }, [requestId]);

  return { status, driftMs };
}
