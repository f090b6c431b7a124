import type { DriftWords } from "@/components/ui/time/clock-drift";
import type { BidFeedback, Light } from "@/domain/bidding/live-feedback";
import { useState } from "react";
import { type StreamStatus, useEventStream } from "@/components/live/event-stream";
import type { Heard } from "@/domain/notices/watcher-notices";
import type { RequestState } from "@/domain/requests/request";

/** Of the bar above a request; `endsIn` is a template with `{time}`. */
export type LiveWords = {
  readonly connecting: string;
  readonly live: string;
  readonly lost: string;
  readonly reload: string;
  /** Where something has changed and the page is not drawn anew, since somebody is typing in it. */
  readonly news: string;
  readonly endsIn: string;
  readonly ending: string;
  readonly drift: DriftWords;
};

/** Of a bidder's own place; templates with `{rank}`, `{count}` and `{gap}`. */
export type PlaceWords = {
  readonly title: string;
  readonly place: string;
  readonly gap: string;
  readonly first: string;
  readonly behind: string;
  readonly unknown: string;
  readonly none: string;
  readonly light: Readonly<Record<Light, string>>;
  readonly change: string;
  readonly tie: string;
};

export type RequestNow = {
  readonly state: RequestState;
  readonly bidCount: number;
  readonly closesAt: number;
  readonly board: number;
  readonly serverTime: number;
};

type Listening = {
  readonly requestId: string;
  /** The entry of the log that the page was drawn at. */
  readonly mark: string;
  readonly onHeard: (heard: Heard) => void;
  readonly onNow: (now: RequestNow) => void;
  readonly onPlace: (feedback: BidFeedback | null) => void;
};

/** Listens to a request. Answers how the line is, and how far this device's clock is ahead of the server's; null while that is not known. */
export function useRequestStream({ requestId, mark, onHeard, onNow, onPlace }: Listening): {
  status: StreamStatus;
  driftMs: number | null;
} {
  const [driftMs, setDriftMs] = useState<number | null>(null);
  const measure = (serverTime: number) => setDriftMs(Date.now() - serverTime);
  const status = useEventStream({
    href: `/api/requests/${requestId}/stream`,
    mark,
    on: {
      heard: ({ heard }: { heard: Heard }) => onHeard(heard),
      now(now: RequestNow, setStatus) {
        measure(now.serverTime);
        setStatus("live");
        onNow(now);
      },
      place: ({ feedback }: { feedback: BidFeedback | null }) => onPlace(feedback),
      time: ({ serverTime }: { serverTime: number }) => measure(serverTime),
    },
  });
  return { status, driftMs };
}
