"use client";

import { useEffect, useState } from "react";

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
export function CloseClock({ until, now, driftMs, frame, passed }: CloseClockProps) {
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
