"use client";

import { useEffect, useState } from "react";
import { driftText, type DriftWords } from "./clock-drift";

type ClockNoteProps = {
  /** The server's time of this page. */
  readonly now: number;
  readonly words: DriftWords;
  /** What a stream has told since, which knows better than a page that was long on its way. */
  readonly driftMs?: number | null;
};

/** Says so where the reader's clock is wrong: the times of this page go by the server's. */
export function ClockNote({ now, words, driftMs = null }: ClockNoteProps) {
  const [ofPageMs, setOfPageMs] = useState(0);
  useEffect(() => setOfPageMs(Date.now() - now), [now]);
  const text = driftText(driftMs ?? ofPageMs, words);
  return text === null ? null : <output className="clock-note">{text}</output>;
}
