import { useTranslations } from "next-intl";
import type { TurnHolder } from "@/components/ui/turn/turn-mark";
import type { Side } from "@/domain/orders/slots/sides";
import type { ShownSlot } from "@/domain/orders/slots/slot-view";

/** Whose turn a slot is for the reader. */
export function slotTurnHolder({ next, state }: Pick<ShownSlot, "next" | "state">, side: Side): TurnHolder {
  if (next.whose === null) return state === "crossed" ? "done" : "other";
  return next.whose === side ? "you" : "other";
}

/** Who, what they do, and what follows. */
export function useSlotWords(slot: ShownSlot, side: Side) {
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
