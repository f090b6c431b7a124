import { useLocale, useTranslations } from "next-intl";
import { type LookState, QuietChip, StateChip } from "@/components/ui/state-chip";
import type { OrderState } from "@/domain/shared/states";
import { useStepToCome } from "@/components/services/service-words";
import { useGateWords } from "@/components/orders/chain/gate-words";
import { useNameList } from "@/components/ui/sentences";
import { partyName } from "@/components/ui/party-name";
import { type TurnHolder, TurnMark } from "@/components/ui/turn-bar";
import type { OrderTask } from "@/domain/orders/order-task";
import { gatesOpenedBy } from "@/domain/orders/order-turn";
import type { OrderRow } from "@/views/orders";

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

/** Who is next and with what, as the last column of a list. */
export function OrderTurnMark({ order }: { readonly order: OrderRow }) {
  const t = useTranslations("orders.turn");
  const locale = useLocale();
  const next = useNextWords(order);
  const { mover, state } = order;
  const who = turnHolder(order);
  const name = () => {
    if (who === "you") return t("you");
    if (mover === "buyer" || mover === "provider") return partyName(order[mover], locale);
    return t(state === "cancelled" ? "cancelled" : NAMES_OF_NONE[mover]);
  };
  return <TurnMark who={who} name={name()} next={next} />;
}

/** What stands in place of a side where none moves the order. */
const NAMES_OF_NONE = { market: "market", held: "gate", others: "waits", parties: "you", nobody: "nobody" } as const;

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
