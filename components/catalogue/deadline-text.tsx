import { useLocale } from "next-intl";
import { TimeText } from "@/components/ui/time/time-text";
import type { HubWithClock } from "@/domain/shared/vocabulary";
import { placeName } from "../ui/words";

type DeadlineTextProps = {
  readonly at: number;
  /** The reader's. */
  readonly zone: string;
  readonly hub: HubWithClock;
  readonly hasZone?: boolean;
};

/** A time by which somebody has to act, in the reader's zone and in the hub's where its clock differs. */
export function DeadlineText({ at, zone, hub, hasZone }: DeadlineTextProps) {
  const locale = useLocale();
  return <TimeText at={at} zone={zone} hasZone={hasZone} hub={{ name: placeName(hub, locale), zone: hub.zone }} />;
}
