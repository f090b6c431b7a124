import { useTranslations } from "next-intl";
import { type LookState, QuietChip, Stamp, StateChip } from "@/components/ui/state-chip";
import type { SlotState } from "@/domain/orders/slots/slot";
import { TurnBar, TurnDeadline, type TurnHolder } from "@/components/ui/turn-bar";
import type { Side } from "@/domain/orders/slots/sides";
import type { BorderSlot, SlotList } from "@/views/slots";
import type { ReactNode } from "react";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import type { Instant } from "@/domain/shared/instant";

const LOOKS: Readonly<Record<Exclude<SlotState, "cancelled">, LookState>> = {
  requested: "open",
  paid: "open",
  confirmed: "awarded",
  called: "transit",
  in: "transit",
  crossed: "completed",
  forfeited: "held",
};

export function SlotStateChip({ state }: { readonly state: SlotState }) {
  const t = useTranslations("slots.state");
  if (state === "cancelled") return <QuietChip icon="x">{t(state)}</QuietChip>;
  return <StateChip state={LOOKS[state]}>{t(state)}</StateChip>;
}

/** Whose turn a slot is for the reader. */
export function slotTurnHolder({ next, state }: Pick<BorderSlot, "next" | "state">, side: Side): TurnHolder {
  if (next.whose === null) return state === "crossed" ? "done" : "other";
  return next.whose === side ? "you" : "other";
}

/** Who, what they do, and what follows. */
export function useSlotWords(slot: BorderSlot, side: Side) {
  const t = useTranslations("slots");
  const { what, whose } = slot.next;
  const missing = slot.undeclared.map((one) => t(`declared.${one}`)).join(t("and"));
  return {
    who: whose === null ? t("turn.nobody") : whose === side ? t("turn.yours") : t(`turn.${whose}`),
    name: whose === null ? t("turn.nobody") : whose === side ? t("turn.you") : t(`side.${whose}`),
    sentence: t(`next.${what}`, { missing }),
    then:
      what === "nothing"
        ? undefined
        : what === "arrive" && slot.arriveBy === null
          ? t("then.arriveFree")
          : t(`then.${what}`),
  };
}

type SlotTurnBarProps = {
  readonly slot: BorderSlot;
  readonly view: SlotList;
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
