"use client";

import { type ReactNode, useEffect, useState } from "react";
import { formatTimeLeft, type TimeLeftWords } from "./format-time-left";

const REFRESH_MS = 60_000;

type TimesLeftProps = {
  /** The server's time of this page, from which they count. */
  readonly now: number;
  readonly words: TimeLeftWords;
  readonly children: ReactNode;
};

/** Lets the times left that stand in a list as text (`LeftInList`) go on, all by one timer: they are no components, and their words are sent once. */
export function TimesLeft({ now, words, children }: TimesLeftProps) {
  useEffect(() => {
    const shownAt = Date.now();
    const timer = setInterval(() => {
      for (const time of document.querySelectorAll<HTMLElement>("[data-left-ms]"))
        time.textContent = formatTimeLeft(Number(time.dataset["leftMs"]) - (Date.now() - shownAt), words);
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [now, words]);
  return children;
}

type TimeLeftLiveProps = {
  /** From the server's time of this page. */
  readonly leftMs: number;
  readonly words: TimeLeftWords;
};

/** Counts from the server's time by what has passed here, so a wrong device clock shows the right time left. */
export function TimeLeftLive({ leftMs, words }: TimeLeftLiveProps) {
  const [passedMs, setPassedMs] = useState(0);
  useEffect(() => {
    const shownAt = Date.now();
    setPassedMs(0);
    const timer = setInterval(() => setPassedMs(Date.now() - shownAt), REFRESH_MS);
    return () => clearInterval(timer);
  }, [leftMs]);
  return <span className="whitespace-nowrap">{formatTimeLeft(leftMs - passedMs, words)}</span>;
}
