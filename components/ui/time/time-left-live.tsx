"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { formatTimeLeft, type TimeLeftWords } from "./format-time-left";

const WordsOfList = createContext<TimeLeftWords | undefined>(undefined);

type ProviderProps = { readonly words: TimeLeftWords; readonly children: ReactNode };

/** The words of the times left in a list, sent once for all its rows. */
export const TimeLeftWordsProvider = ({ words, children }: ProviderProps) => (
  <WordsOfList value={words}>{children}</WordsOfList>
);

type TimeLeftLiveProps = {
  /** From the server's time of this page. */
  readonly leftMs: number;
  /** Without them the list around it has them. */
  readonly words?: TimeLeftWords;
};

const REFRESH_MS = 60_000;

/** Counts from the server's time by what has passed here, so a wrong device clock shows the right time left. */
export function TimeLeftLive({ leftMs, words }: TimeLeftLiveProps) {
  const ofList = useContext(WordsOfList);
  const said = words ?? ofList;
  const [passedMs, setPassedMs] = useState(0);
  useEffect(() => {
    const shownAt = Date.now();
    setPassedMs(0);
    const timer = setInterval(() => setPassedMs(Date.now() - shownAt), REFRESH_MS);
    return () => clearInterval(timer);
  }, [leftMs]);
  if (!said) throw new Error("A time left in a list needs ListWithTimeLeft around the list");
  return <span className="whitespace-nowrap">{formatTimeLeft(leftMs - passedMs, said)}</span>;
}
