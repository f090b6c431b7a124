import { useNameList, useSentences } from "@/components/ui/sentences";
import { useMilestoneName } from "@/components/services/service-words";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useGateWords } from "@/components/orders/chain/gate-words";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { partyName } from "@/components/ui/party-name";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import { Stamp } from "@/components/ui/state-chip";
import { TurnBar, TurnDeadline } from "@/components/ui/turn-bar";
import { gatesOpenedBy } from "@/domain/orders/order-turn";
import type { OrderPage } from "@/views/orders";
import type { Instant } from "@/domain/shared/instant";
import { useLateBy } from "./late-mark";
import { isHeld, turnHolder, useTaskWords } from "./order-state";
import { useDueWords } from "@/components/orders/due-text";

type OrderTurnBarProps = {
  readonly order: OrderPage;
  readonly now: Instant;
  readonly zone: string;
  /** The one button of the bar, where it is the viewer's turn. */
  readonly action?: ReactNode;
};

export function OrderTurnBar({ order, now, zone, action }: OrderTurnBarProps) {
  const words = useTurnWords(order);
  const { startWords } = useDueWords(order.mode);
  const sentences = useSentences();
  const who = turnHolder(order);
  return (
    <TurnBar
      who={who}
      whoLabel={words.who}
      sentence={words.sentence}
      next={sentences(words.next, order.dueStart && startWords(order.service, order.dueStart, zone))}
      deadline={
        order.completedAt !== null || order.due !== null ? (
          <OrderDeadline order={order} now={now} zone={zone} />
        ) : undefined
      }
      action={who === "you" || who === "hold" ? action : undefined}
    />
  );
}

/** By when the next step is due, or the delivery accepted by itself; of what is over the stamp, and nothing where nobody promised. */
function OrderDeadline({ order, now, zone }: Pick<OrderTurnBarProps, "order" | "now" | "zone">) {
  const t = useTranslations("orders");
  const lateBy = useLateBy();
  const { turn, due, hub, late, completedAt } = order;
  if (completedAt !== null)
    return <Stamp verdict={t("turn.completedStamp")} where={<TimeText at={completedAt} zone={zone} />} />;
  if (due === null) return null;
  const isLate = late?.occurredAt === null;
  const isAsked = due.source === "task" || due.source === "dispute";
  const by = turn.holder === "buyer" ? "turn.by" : isAsked ? "turn.until" : "due.by";
  const label = t(isLate ? "due.since" : by);
  return (
    <TurnDeadline
      label={
        <>
          {label} <DeadlineText at={due.at} zone={zone} hub={hub} />
        </>
      }
    >
      {isLate ? <span className="is-overdue">{lateBy(late.hours)}</span> : <TimeLeft until={due.at} now={now} />}
    </TurnDeadline>
  );
}

/** Who, what they do, and what follows: each a sentence whose subject is a party. */
function useTurnWords(order: OrderPage): { who: string; sentence: string; next?: string } {
  const t = useTranslations("orders.turn");
  const milestone = useMilestoneName(order.mode);
  const taskWords = useTaskWords();
  const locale = useLocale();
  const { turn, service, state } = order;
  const { needWords } = useGateWords(order.mode);
  const { whyWords } = useDueWords(order.mode);
  const sentences = useSentences();
  const nameList = useNameList();
  const isYours = turnHolder(order) === "you";
  const names = { buyer: partyName(order.buyer, locale), provider: partyName(order.provider, locale) };
  switch (turn.holder) {
    case "provider": {
      const values = { ...names, milestone: milestone(service, turn.code) };
      const then = turn.isAfterDelivery ? t("thenCompletes") : t("thenBuyerAccepts", values);
      return {
        who: isYours ? t("yourTurn") : t("providersTurn"),
        sentence: isYours ? t("report", values) : t("providerReports", values),
        next: sentences(then, order.due && whyWords(service, order.due)),
      };
    }
    case "buyer":
      return {
        who: isYours ? t("yourTurn") : t("buyersTurn"),
        sentence: isYours ? t("accept") : t("buyerAccepts", names),
        next: t("orAutomatic"),
      };
    case "task": {
      const { task } = turn;
      const why = state === "cancelled" && t("cancelledBecause", { ...names, reason: order.cancelReason ?? "" });
      return {
        who: isYours ? t("yourTurn") : t(task.side === "provider" ? "providersTurn" : "buyersTurn"),
        sentence: sentences(
          taskWords(task, isYours ? "yours" : "theirs", { ...names, side: task.side }),
          task.reason && t("reason", { reason: task.reason }),
        ),
        next: sentences(taskWords(task, "next", names), why),
      };
    }
    case "gate": {
      if (order.dispute !== null) {
        const { who, what } = order.dispute;
        const values = { ...names, who: who === order.side ? "you" : who };
        const other = who === "market" ? t("marketsTurn") : t(who === "provider" ? "providersTurn" : "buyersTurn");
        return {
          who: isYours ? t("yourTurn") : other,
          sentence: t(`dispute.${what}`, values),
          next: t(`disputeNext.${what}`),
        };
      }
      const { mover, side } = order;
      const by = mover === "parties" ? side : mover;
      if (by === "buyer" || by === "provider") {
        const own = gatesOpenedBy(by, { service, stops: turn.stops });
        const values = {
          who: by === side ? "you" : by,
          ...names,
          need: nameList(own.map(({ gate }) => needWords(gate))),
        };
        const other = t(by === "provider" ? "providersTurn" : "buyersTurn");
        return { who: isYours ? t("yourTurn") : other, sentence: t("openGate", values), next: t("heldNext") };
      }
      if (state === "exception") return { who: t("stopped"), sentence: t("stoppedUntil") };
      const needs = turn.stops.map(({ gate }) => needWords(gate));
      const gateHolder = t(isHeld(order) ? "gate" : "waits");
      const need = nameList(needs);
      return needs.length > 0
        ? { who: gateHolder, sentence: t("heldBy", { isHeld: String(isHeld(order)), need }), next: t("heldNext") }
        : { who: t("gate"), sentence: t("held") };
    }
    default:
      return state === "cancelled"
        ? { who: t("cancelled"), sentence: t("cancelledBecause", { ...names, reason: order.cancelReason ?? "" }) }
        : { who: t("nobody"), sentence: t("completed") };
  }
}
