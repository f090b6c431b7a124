"use client";

import { type ComponentProps, type RefObject, useEffect, useRef } from "react";
import { clockText, followClock } from "./follow-clock";
import { DateTimeInput } from "../form/inputs";

const EVERY_MS = 20_000;

/**
 * The ref of a date-and-time field that is kept at this phone's clock until somebody writes another time into it. The server cannot know that
 * clock, and a page that is kept on a phone has the time of its copy. `zone` is the one that the field is meant in, where that is not the
 * phone's own; `shown` is what the server put there without anybody having written it.
 */
export function useNowField(zone?: string, shown = ""): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  const own = useRef(shown);
  useEffect(() => {
    const fill = () => {
      if (field.current) own.current = followClock(field.current, own.current, clockText(Date.now(), zone));
    };
    fill();
    const timer = setInterval(fill, EVERY_MS);
    const form = field.current?.form;
    // A form that was sent is empty a moment later.
    const onReset = () => setTimeout(fill);
    form?.addEventListener("reset", onReset);
    // A phone that comes out of a pocket shows the time of when it went in.
    document.addEventListener("visibilitychange", fill);
    return () => {
      clearInterval(timer);
      form?.removeEventListener("reset", onReset);
      document.removeEventListener("visibilitychange", fill);
    };
  }, [zone]);
  return field;
}

type NowInputProps = Omit<ComponentProps<typeof DateTimeInput>, "ref" | "defaultValue"> & {
  /** The zone whose wall clock is meant, IANA name. */
  readonly clock: string;
  /** What stands there for whoever has no script. */
  readonly initial: string;
  /** What somebody has written; null where nobody has. */
  readonly typed: string | null;
};

/** When something happened that is most often happening now: the time of the device in the zone that is meant, until somebody writes another one. */
export function NowInput({ clock, initial, typed, ...rest }: NowInputProps) {
  const field = useNowField(clock, typed === null ? initial : "");
  return <DateTimeInput {...rest} ref={field} defaultValue={typed ?? initial} />;
}
