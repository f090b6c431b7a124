import { useTranslations } from "next-intl";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import { TurnBar } from "@/components/ui/turn/turn-bar";
import { TurnDeadline } from "@/components/ui/turn/turn-deadline";
import { disputeStep } from "@/domain/disputes/dispute-step";
import type { DisputeView } from "@/domain/disputes/dispute-view";
import type { Instant } from "@/domain/shared/instant";

type DisputeTurnBarProps = {
  readonly dispute: DisputeView;
  /** Null to an administrator. */
  readonly side: "buyer" | "provider" | null;
  readonly now: Instant;
  readonly zone: string;
};

/** Whose turn a dispute is, what follows by itself, and when. */
export function DisputeTurnBar({ dispute, side, now, zone }: DisputeTurnBarProps) {
  const t = useTranslations("disputes.turn");
  const clock = (at: Instant, label: "escalates" | "evidence" | "decides") => (
    <TurnDeadline
      label={
        <>
          {t(`by.${label}`)} <TimeText at={at} zone={zone} />
        </>
      }
    >
      <TimeLeft until={at} now={now} />
    </TurnDeadline>
  );
  const step = disputeStep(dispute, now);
  if (dispute.ending || step === null) return <TurnBar who="done" whoLabel={t("over")} sentence={t("ended")} />;
  const { who, what, by } = step;
  const isYours = who === "market" ? side === null : side !== null && (who === "parties" || who === side);
  const isTalk = what === "answer" || what === "talk";
  const others = isTalk ? "others" : who === "market" ? "market" : "parties";
  const waits = what === "answer" ? "waitForAnswer" : what === "decide" ? "waitForDecision" : what;
  const label = isTalk ? "escalates" : what === "decide" ? "decides" : "evidence";
  return (
    <TurnBar
      who={isYours ? "you" : "other"}
      whoLabel={t(isYours ? "yours" : others)}
      sentence={t(isYours ? what : waits)}
      next={t(isTalk ? "thenEscalated" : what === "decide" ? "thenExecuted" : "thenDecided")}
      {...(by === null ? {} : { deadline: clock(by, label) })}
    />
  );
}
