import { useTranslations } from "next-intl";
import { TimeText } from "@/components/ui/time/time-text";
import { type TurnHolder, TurnMark } from "@/components/ui/turn/turn-mark";
import { isTurnOf, type RequestSide, type RequestTurn } from "@/domain/requests/turn";

type Turned = { readonly turn: RequestTurn; readonly side: RequestSide };

const AFTER_AWARD: ReadonlySet<RequestTurn["act"]> = new Set(["awarded", "perform", "finished", "called_off"]);

/** Whose turn it is for the reader. */
export function turnHolder({ turn, side }: Turned): TurnHolder {
  if (isTurnOf(turn, side)) return "you";
  return AFTER_AWARD.has(turn.act) ? "done" : "other";
}

const WAITED_FOR: ReadonlySet<RequestTurn["act"]> = new Set(["cure", "judge", "answer", "choose", "state"]);

/** Under which name the act is worded: what waits for the reader reads otherwise than what the reader waits for. */
export function wordedAct({ turn, side }: Turned): string {
  if (side === "bidder" && turn.act === "bid") return "bid_sent";
  return WAITED_FOR.has(turn.act) && !isTurnOf(turn, side) ? `${turn.act}_waits` : turn.act;
}

/** Who is next and with what; by when, where a list's own columns do not say it. */
export function RequestTurnMark({ turn, side, zone }: Turned & { readonly zone: string }) {
  const t = useTranslations("requests.turn");
  const { by, endedAt } = turn;
  const who = turnHolder({ turn, side });
  return (
    <TurnMark
      who={who}
      name={who === "you" ? t("you") : t(`holder.${turn.holder}`)}
      next={t.rich(`act.${wordedAct({ turn, side })}`, {
        time: () => by !== null && <TimeText at={by} zone={zone} hasZone={false} />,
        ended: () => endedAt !== undefined && <TimeText at={endedAt} zone={zone} hasZone={false} />,
      })}
    />
  );
}
