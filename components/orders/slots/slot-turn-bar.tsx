import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import { Stamp } from "@/components/ui/turn/stamp";
import { TurnBar } from "@/components/ui/turn/turn-bar";
import { TurnDeadline } from "@/components/ui/turn/turn-deadline";
import type { Instant } from "@/domain/shared/instant";
import type { ShownSlot, SlotsView } from "@/domain/orders/slots/slot-view";
import { slotTurnHolder, useSlotWords } from "./slot-turn";

type SlotTurnBarProps = {
  readonly slot: ShownSlot;
  readonly view: SlotsView;
  readonly now: Instant;
  readonly zone: string;
  readonly action?: ReactNode;
};

/** Whose turn a slot is, and until when by the clock at the crossing too. */
export function SlotTurnBar({ slot, view, now, zone, action }: SlotTurnBarProps) {
  const t = useTranslations("slots.turn");
  const words = useSlotWords(slot, view.side);
  const who = slotTurnHolder(slot, view.side);
  const { by } = slot.next;
  const hub = { ...view.hub, ...slot.crossing };
  return (
    <TurnBar
      who={who}
      whoLabel={words.who}
      sentence={words.sentence}
      next={words.then}
      deadline={
        by !== null ? (
          <TurnDeadline
            label={
              <>
                {t("by")} <DeadlineText at={by} zone={zone} hub={hub} />
              </>
            }
          >
            <TimeLeft until={by} now={now} />
          </TurnDeadline>
        ) : slot.crossedAt !== null ? (
          <Stamp verdict={t("crossedStamp")} where={<TimeText at={slot.crossedAt} zone={zone} />} />
        ) : undefined
      }
      action={who === "you" ? action : undefined}
    />
  );
}
