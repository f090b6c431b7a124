import { useTranslations } from "next-intl";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import { TurnBar } from "@/components/ui/turn/turn-bar";
import { TurnDeadline } from "@/components/ui/turn/turn-deadline";
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
  const { state, openedBy, escalatesAt, evidenceEndsAt, decideBy } = dispute;
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
  if (dispute.ending) return <TurnBar who="done" whoLabel={t("over")} sentence={t("ended")} />;
  if (state === "opened" || state === "talk") {
    const isAnswerer = side !== null && side !== openedBy;
    const isYours = state === "talk" ? side !== null : isAnswerer;
    return (
      <TurnBar
        who={isYours ? "you" : "other"}
        whoLabel={t(isYours ? "yours" : "others")}
        sentence={t(state === "talk" ? "talk" : isAnswerer ? "answer" : "waitForAnswer")}
        next={t("thenEscalated")}
        deadline={clock(escalatesAt, "escalates")}
      />
    );
  }
  const isOpen = evidenceEndsAt !== null && now < evidenceEndsAt;
  const end = isOpen ? evidenceEndsAt : decideBy;
  const isYours = isOpen ? side !== null : side === null;
  return (
    <TurnBar
      who={isYours ? "you" : "other"}
      whoLabel={t(isYours ? "yours" : isOpen ? "parties" : "market")}
      sentence={t(isOpen ? "evidence" : side === null ? "decide" : "waitForDecision")}
      next={t(isOpen ? "thenDecided" : "thenExecuted")}
      {...(end === null ? {} : { deadline: clock(end, isOpen ? "evidence" : "decides") })}
    />
  );
}
