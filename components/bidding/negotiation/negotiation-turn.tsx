import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import { TurnBar } from "@/components/ui/turn/turn-bar";
import { TurnDeadline } from "@/components/ui/turn/turn-deadline";
import type { NegotiationPage } from "@/domain/bidding/negotiation/negotiation-view";
import type { Instant } from "@/domain/shared/instant";

type NegotiationTurnProps = {
  readonly page: NegotiationPage;
  readonly now: Instant;
  readonly zone: string;
  readonly hubName: string;
  readonly action?: ReactNode;
};

/** Whose turn it is at the table, what follows, and by when. */
export function NegotiationTurn({ page, now, zone, hubName, action }: NegotiationTurnProps) {
  const t = useTranslations("negotiation.turn");
  const { pending, side, steps, rounds, decideBy, orderId } = page;
  const isMine = pending ? pending.by !== side : steps.includes("counter");
  const by = pending ? pending.expiresAt : decideBy;
  const state = orderId ? "agreed" : pending ? "answer" : steps.includes("counter") ? "counter" : "over";
  const who = state === "agreed" || (state === "over" && side === "buyer") ? "done" : isMine ? "you" : "other";
  const holder = pending ? (pending.by === "buyer" ? "provider" : "buyer") : "buyer";
  return (
    <TurnBar
      who={who}
      whoLabel={who === "done" ? t("who.nobody") : t(isMine ? "who.you" : `who.${holder}`)}
      sentence={t(`${state}.${isMine ? "you" : "other"}`)}
      next={state === "over" || state === "agreed" ? undefined : t("next", { used: rounds.used, most: rounds.most })}
      deadline={
        orderId === null && (
          <TurnDeadline label={<TimeText at={by} zone={zone} hub={{ name: hubName, zone: page.hubZone }} />}>
            <TimeLeft until={by} now={now} />
          </TurnDeadline>
        )
      }
      action={action}
    />
  );
}
