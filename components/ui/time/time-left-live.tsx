"use client";

import { useEffect, useState } from "react";
import { formatTimeLeft, type TimeLeftWords } from "./format-time-left";

type TimeLeftLiveProps = { readonly until: number; readonly now: number; readonly words: TimeLeftWords };

const REFRESH_MS = 60_000;

/** Counts from the server's time by what has passed here, so a wrong device clock shows the right time left. */
export function TimeLeftLive({ until, now, words }: TimeLeftLiveProps) {
  const [passedMs, setPassedMs] = useState(0);
  useEffect(() => {
    const shownAt = Date.now();
    setPassedMs(0);
    const timer = setInterval(() => setPassedMs(Date.now() - shownAt), REFRESH_MS);
    return () => clearInterval(timer);
  }, [now]);
  return <span className="whitespace-nowrap">{formatTimeLeft(until - now - passedMs, words)}</span>;
}
