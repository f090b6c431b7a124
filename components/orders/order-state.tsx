import { type LookState, QuietChip, type TurnHolder, TurnMark } from "@/components/ui/cells";
import { useLocale, useTranslations } from "next-intl";
import { useMilestoneName, useStepToCome } from "@/components/services/service-name";
import { Stamp, StateChip } from "@/components/ui/state-chip";
import type { Mode } from "@/domain/hubs/place";
import type { LateStep } from "@/domain/orders/due";
import type { OrderState, Service } from "@/domain/shared/vocabulary";
import { LateReason } from "./milestone-list";
import { useGateWords } from "@/components/orders/chain/chain-gates";
import { partyName, useNameList, useSentences } from "@/components/ui/words";
import { TurnBar, TurnDeadline } from "@/components/ui/turn-bar";
import type { OrderTask } from "@/domain/orders/order";
import { gatesOpenedBy } from "@/domain/orders/order-turn";
import type { OrderPage, OrderRow } from "@/views/orders";
import type { ReactNode } from "react";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import type { Instant } from "@/domain/shared/time";
import { useDueWords } from "@/components/orders/due-text";

const HOURS_PER_DAY = 24;
/** From two days on nobody counts hours. */
const IN_DAYS_FROM = 2 * HOURS_PER_DAY;

/** By how much a step is late: full hours, from two days on full days. */
export function useLateBy(): (hours: number) => string {
  const t = useTranslations("orders.late");
  return (hours) => {
    if (hours >= IN_DAYS_FROM) return t("by", { unit: "days", n: Math.floor(hours / HOURS_PER_DAY) });
    return t("by", { unit: hours === 0 ? "under" : "hours", n: hours });
  };
}

type LateMarkProps = {
  readonly order: { readonly service: Service; readonly mode: Mode };
  readonly late: LateStep;
};

/** That a step is or was late: by how much, which, and why where the provider has said so. */
export function LateMark({ order, late }: LateMarkProps) {
  const milestone = useMilestoneName(order.mode);
  const toCome = useStepToCome(order.mode);
  const lateBy = useLateBy();
  const isOpen = late.occurredAt === null;
  return (
    <span className="late">
      <StateChip state="closing">{lateBy(late.hours)}</StateChip>{" "}
      <small>
        {isOpen ? toCome(order.service, late.step) : milestone(order.service, late.step)}
        {!isOpen && <LateReason {...late} />}
      </small>
    </span>
  );
}

const LOOKS: Readonly<Record<Exclude<OrderState, "cancelled">, LookState>> = {
  placed: "awarded",
  scheduled: "awarded",
  in_progress: "transit",
  delivered: "closing",
  changes_requested: "held",
  accepted: "transit",
  completed: "completed",
  on_hold: "held",
  exception: "disputed",
  disputed: "disputed",
};

export function OrderStateChip({ state }: { readonly state: OrderState }) {
  const t = useTranslations("orders.state");
  if (state === "cancelled") return <QuietChip icon="x">{t(state)}</QuietChip>;
  return <StateChip state={LOOKS[state]}>{t(state)}</StateChip>;
}

/** What a room asks of a side, in the room's own words. */
export function useTaskWords() {
  const t = useTranslations();
  return ({ code }: OrderTask, part: "yours" | "theirs" | "next" | "short" | "shortYours", values = {}): string => {
    const [room, task] = code.split(".");
    return t(`${room}.task.${task}.${part}`, values);
  };
}

/** An order is held by a gate that has failed or an exception; at a gate that is closed yet it waits for others. */
export const isHeld = ({ state }: Pick<OrderRow, "state">): boolean => state === "on_hold" || state === "exception";

/** Whose turn it is for the viewer. */
export function turnHolder({ mover, side, state }: Pick<OrderRow, "mover" | "side" | "state">): TurnHolder {
  if (mover === side || mover === "parties") return "you";
  if (mover === "held") return "hold";
  return mover === "nobody" && state !== "cancelled" ? "done" : "other";
}

/** What stands in place of a side where none moves the order. */
const NAMES_OF_NONE = { market: "market", held: "gate", others: "waits", parties: "you", nobody: "nobody" } as const;
type NameOfNone = "cancelled" | (typeof NAMES_OF_NONE)[keyof typeof NAMES_OF_NONE];

type Spoken = { readonly locale: string; readonly words: (key: NameOfNone) => string };

/** Whose turn an order is, as a list says it. */
export function turnNameOf(order: OrderRow, { locale, words }: Spoken): string {
  const { mover, state } = order;
  if (turnHolder(order) === "you") return words("you");
  if (mover === "buyer" || mover === "provider") return partyName(order[mover], locale);
  return words(state === "cancelled" ? "cancelled" : NAMES_OF_NONE[mover]);
}

/** Who is next and with what, as the last column of a list. */
export function OrderTurnMark({ order }: { readonly order: OrderRow }) {
  const words = useTranslations("orders.turn");
  const locale = useLocale();
  const next = useNextWords(order);
  return (
    <TurnMark
      who={turnHolder(order)}
      name={turnNameOf(order, { locale, words: (key) => words(key) })}
      {...(next && { next })}
    />
  );
}

/** What whoever moves an order does next, as a list says it; behind gates those that they can open, else all that it waits for. */
function useNextWords(order: OrderRow): string | undefined {
  const t = useTranslations("orders.turn");
  const toCome = useStepToCome(order.mode);
  const taskWords = useTaskWords();
  const { needWords } = useGateWords(order.mode);
  const nameList = useNameList();
  const { turn, service, mover, side, dispute } = order;
  const isYours = turnHolder(order) === "you";
  if (dispute) return t(`inDispute.${dispute.what}`, { isYours: String(isYours) });
  switch (turn.holder) {
    case "task":
      return taskWords(turn.task, isYours ? "shortYours" : "short");
    case "provider":
      return toCome(service, turn.code);
    case "buyer":
      return t(isYours ? "acceptYours" : "accepts");
    case "gate": {
      const by = mover === "parties" ? side : mover;
      const isOpened = by === "buyer" || by === "provider";
      const gates = isOpened ? gatesOpenedBy(by, { service, stops: turn.stops }) : turn.stops;
      const need = nameList(gates.map(({ gate }) => needWords(gate)));
      if (!isOpened && order.state === "exception") return t("goesOnOnceTold");
      if (gates.length === 0) return undefined;
      return isOpened ? t("opens", { isYours: String(isYours), need }) : t("waitsFor", { need });
    }
    case "nobody":
      return undefined;
  }
}

type OrderTurnBarProps = {
  readonly order: OrderPage;
  readonly now: Instant;
  readonly zone: string;
  /** The one button of the bar, where it is the viewer's turn. */
  readonly action?: ReactNode;
};

export function OrderTurnBar({ order, now, zone, action }: OrderTurnBarProps) {
  const words = useTurnWords(order);
  const { startWords, stoodWords } = useDueWords(order.mode);
  const sentences = useSentences();
  const who = turnHolder(order);
  return (
    <TurnBar
      who={who}
      whoLabel={words.who}
      sentence={words.sentence}
      next={sentences(
        words.next,
        order.dueStart && startWords(order.service, order.dueStart, zone),
        order.due && stoodWords(order.due),
      )}
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
