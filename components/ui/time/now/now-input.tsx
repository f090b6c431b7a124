"use client";

import type { ComponentProps } from "react";
import { DateTimeInput } from "../../form/date-time-input";
import { useNowField } from "./use-now-field";

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
