import { useMilestoneName } from "@/components/services/words/service-words";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useGateWords } from "@/components/chain/use-gate-words";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { partyName } from "@/components/catalogue/party-name";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import { Stamp } from "@/components/ui/turn/stamp";
import { TurnBar } from "@/components/ui/turn/turn-bar";
import { TurnDeadline } from "@/components/ui/turn/turn-deadline";
import type { OrderPage } from "@/domain/orders/order-view";
import type { Instant } from "@/domain/shared/instant";
import { turnHolder } from "./order-turn";

type OrderTurnBarProps = {
  readonly order: OrderPage;
  readonly now: Instant;
  readonly zone: string;
  /** The one button of the bar, where it is the viewer's turn. */
  readonly action?: ReactNode;
};

export function OrderTurnBar({ order, now, zone, action }: OrderTurnBarProps) {
  const words = useTurnWords(order);
  const t = useTranslations("orders.turn");
  const who = turnHolder(order);
  return (
    <TurnBar
      who={who}
      whoLabel={words.who}
      sentence={words.sentence}
      next={words.next}
      deadline={
        order.turn.holder === "buyer" && order.turn.by !== null ? (
          <TurnDeadline
            label={
              <>
                {t("by")} <DeadlineText at={order.turn.by} zone={zone} hub={order.hub} />
              </>
            }
          >
            <TimeLeft until={order.turn.by} now={now} />
          </TurnDeadline>
        ) : order.completedAt !== null ? (
          <Stamp verdict={t("completedStamp")} where={<TimeText at={order.completedAt} zone={zone} />} />
        ) : undefined
      }
      action={who === "you" ? action : undefined}
    />
  );
}

/** Who, what they do, and what follows: each a sentence whose subject is a party. */
function useTurnWords(order: OrderPage): { who: string; sentence: string; next?: string } {
  const t = useTranslations("orders.turn");
  const milestone = useMilestoneName();
  const locale = useLocale();
  const { turn, service, state } = order;
  const { needWords } = useGateWords();
  const isYours = turnHolder(order) === "you";
  const names = { buyer: partyName(order.buyer, locale), provider: partyName(order.provider, locale) };
  switch (turn.holder) {
    case "provider": {
      const values = { ...names, milestone: milestone(service, turn.code) };
      return {
        who: isYours ? t("yourTurn") : t("providersTurn"),
        sentence: isYours ? t("report", values) : t("providerReports", values),
        next: turn.isAfterDelivery ? t("thenCompletes") : t("thenBuyerAccepts", values),
      };
    }
    case "buyer":
      return {
        who: isYours ? t("yourTurn") : t("buyersTurn"),
        sentence: isYours ? t("accept") : t("buyerAccepts", names),
        next: t("orAutomatic"),
      };
    case "gate": {
      const [first] = turn.stops;
      return first
        ? { who: t("gate"), sentence: t("heldBy", { need: needWords(first.gate) }), next: t("heldNext") }
        : { who: t("gate"), sentence: t("held") };
    }
    default:
      return state === "cancelled"
        ? { who: t("cancelled"), sentence: t("cancelledBecause", { ...names, reason: order.cancelReason ?? "" }) }
        : { who: t("nobody"), sentence: t("completed") };
  }
}
