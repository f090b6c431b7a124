import { useState } from "react";
import { type StreamStatus, useEventStream } from "@/components/live/use-event-stream";
import type { BidFeedback } from "@/domain/bidding/live/feedback-of";
import type { Heard } from "@/domain/notices/heard";
import type { RequestState } from "@/domain/requests/request";

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
