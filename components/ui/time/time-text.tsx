import { useLocale } from "next-intl";
import { type TimeShape, formatDay, formatTime, zoneName } from "./format-time";
import { Moment } from "../cells";
import type { LocalDate } from "@/domain/shared/time";

type TimeTextProps = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The reader's zone, IANA name. */
  readonly zone: string;
  /** Also in the hub's zone, where its clock differs: deadlines are kept at the hub. */
  readonly hub?: { readonly name: string; readonly zone: string };
  readonly shape?: TimeShape;
  /** The zone's short name after the time; leave it out where the head of a column says it. */
  readonly hasZone?: boolean;
  /** Where it is not said, the year stands if it is not the current one. */
  readonly hasYear?: boolean;
  readonly hasSeconds?: boolean;
};

export function TimeText({ at, zone, hub, shape = "full", hasZone = true, hasYear, hasSeconds }: TimeTextProps) {
  const locale = useLocale();
  const here = hasZone || hub ? zoneName(at, zone, locale) : "";
  const there = hub && zoneName(at, hub.zone, locale);
  const shown = { locale, shape, hasYear, hasSeconds };
  return (
    <Moment
      at={at}
      text={formatTime(at, { ...shown, zone })}
      {...(hasZone && shape !== "day" && { zone: here })}
      {...(hub && there !== here && { there: `${hub.name} ${formatTime(at, { ...shown, zone: hub.zone })} ${there}` })}
    />
  );
}

export function DateText({ day, hasYear }: { readonly day: LocalDate; readonly hasYear?: boolean }) {
  return <Moment at={day} text={formatDay(day, useLocale(), hasYear)} />;
}
