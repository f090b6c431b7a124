import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { partyName } from "@/components/ui/party-name";
import { formatDay } from "@/components/ui/time/format-time";
import { TimeText } from "@/components/ui/time/time-text";
import { Stamp } from "@/components/ui/turn/stamp";
import { TurnBar } from "@/components/ui/turn/turn-bar";
import type { InspectionView } from "@/domain/inspections/inspection-view";
import { inspectionTurn } from "@/domain/inspections/inspection-turn";

type InspectionTurnBarProps = {
  readonly view: InspectionView;
  readonly zone: string;
  /** Named where it stands in a panel of another page. */
  readonly of?: string;
  /** The one button, where it is the viewer's turn. */
  readonly action?: ReactNode;
};

/** Whose move the inspection is, what they do and what follows. */
export function InspectionTurnBar({ view, zone, of, action }: InspectionTurnBarProps) {
  const t = useTranslations("inspections.turn");
  const done = useTranslations("inspections.decide.done");
  const locale = useLocale();
  const last = view.rounds.at(-1);
  const turn = inspectionTurn(view);
  if (turn.holder === "nobody")
    return (
      <TurnBar
        of={of}
        who="done"
        whoLabel={t("who.nobody")}
        sentence={t(turn.what)}
        deadline={
          last?.decision && (
            <Stamp verdict={done(last.decision.kind)} where={<TimeText at={last.decision.at} zone={zone} />} />
          )
        }
      />
    );
  const isYours = turn.holder === view.side;
  const values = {
    buyer: partyName(view.buyer, locale),
    provider: partyName(view.provider, locale),
    day: last?.plannedDay ? formatDay(last.plannedDay, locale, true) : "",
  };
  const next = turn.what === "rebook" ? "book" : turn.what;
  return (
    <TurnBar
      of={of}
      who={isYours ? "you" : "other"}
      whoLabel={isYours ? t("who.you") : t(`who.${turn.holder}`)}
      sentence={t(`${turn.what}.${isYours ? "you" : "other"}`, values)}
      next={t(`next.${next}`)}
      action={isYours ? action : undefined}
    />
  );
}
