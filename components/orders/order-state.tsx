import { useLocale, useTranslations } from "next-intl";
import { type LookState, QuietChip, StateChip } from "@/components/ui/state-chip";
import type { OrderState } from "@/domain/shared/states";
import { useStepToCome } from "@/components/services/service-words";
import { useGateWords } from "@/components/orders/chain/gate-words";
import { useNameList } from "@/components/ui/sentences";
import { partyName } from "@/components/ui/party-name";
import { type TurnHolder, TurnMark } from "@/components/ui/turn-bar";
import type { OrderTask } from "@/domain/orders/order-task";
import type { OrderRow } from "@/domain/orders/order-view";

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

/** Whose turn it is for the viewer; while a dispute runs, whose turn that is. */
export function turnHolder({
  turn,
  side,
  state,
  dispute,
}: Pick<OrderRow, "turn" | "side" | "state" | "dispute">): TurnHolder {
  if (dispute) return dispute.who === side || dispute.who === "parties" ? "you" : "other";
  if (turn.holder === "gate") return isHeld({ state }) ? "hold" : "other";
  if (turn.holder === "task") return turn.task.side === side ? "you" : "other";
  if (turn.holder === "nobody") return state === "cancelled" ? "other" : "done";
  return turn.holder === side ? "you" : "other";
}

/** Who is next and with what, as the last column of a list. */
export function OrderTurnMark({ order }: { readonly order: OrderRow }) {
  const t = useTranslations("orders.turn");
  const toCome = useStepToCome(order.mode);
  const taskWords = useTaskWords();
  const { needWords } = useGateWords(order.mode);
  const nameList = useNameList();
  const locale = useLocale();
  const { turn, service, dispute } = order;
  const who = turnHolder(order);
  if (dispute) {
    const party = dispute.who === "buyer" || dispute.who === "provider" ? order[dispute.who] : null;
    const next = t(`inDispute.${dispute.what}`, { isYours: String(who === "you") });
    return (
      <TurnMark
        who={who}
        name={who === "you" ? t("you") : party ? partyName(party, locale) : t("market")}
        next={next}
      />
    );
  }
  const name =
    who === "you"
      ? t("you")
      : turn.holder === "provider" || turn.holder === "buyer"
        ? partyName(order[turn.holder], locale)
        : turn.holder === "task"
          ? partyName(order[turn.task.side], locale)
          : t(
              order.state === "cancelled"
                ? "cancelled"
                : turn.holder === "gate" && !isHeld(order)
                  ? "waits"
                  : turn.holder,
            );
  const next =
    turn.holder === "task"
      ? taskWords(turn.task, who === "you" ? "shortYours" : "short")
      : turn.holder === "provider"
        ? toCome(service, turn.code)
        : turn.holder === "buyer"
          ? t(who === "you" ? "acceptYours" : "accepts")
          : turn.holder === "gate" && turn.stops.length > 0
            ? t("waitsFor", { need: nameList(turn.stops.map(({ gate }) => needWords(gate))) })
            : undefined;
  return <TurnMark who={who} name={name} next={next} />;
}
