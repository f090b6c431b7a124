import { useTranslations } from "next-intl";
import { type TurnHolder, TurnMark } from "@/components/ui/turn/turn-mark";
import { isTurnOf, type RequestSide, type RequestTurn } from "@/domain/requests/turn/turn";

type Turned = { readonly turn: RequestTurn; readonly side: RequestSide };

/** Whose turn it is for the reader. */
export function turnHolder({ turn, side }: Turned): TurnHolder {
  if (isTurnOf(turn, side)) return "you";
  return turn.act === "perform" || turn.act === "finished" ? "done" : "other";
}

/** Who is next and with what. */
export function RequestTurnMark({ turn, side }: Turned) {
  const t = useTranslations("requests.turn");
  const who = turnHolder({ turn, side });
  return (
    <TurnMark
      who={who}
      name={who === "you" ? t("you") : t(`holder.${turn.holder}`)}
      next={t(`act.${side === "bidder" && turn.act === "bid" ? "bid_sent" : turn.act}`)}
    />
  );
}
