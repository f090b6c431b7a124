import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { partyName } from "@/components/catalogue/party-name";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import { TurnBar } from "@/components/ui/turn/turn-bar";
import { TurnDeadline } from "@/components/ui/turn/turn-deadline";
import type { TurnHolder } from "@/components/ui/turn/turn-mark";
import type { RequestPage } from "@/domain/bidding/bid-view";
import { disclosureOf } from "@/domain/requests/live/feedback-of";
import { isTurnOf } from "@/domain/requests/turn/turn";
import type { Instant } from "@/domain/shared/instant";

type RequestTurnBarProps = {
  readonly request: RequestPage;
  readonly now: Instant;
  readonly zone: string;
  readonly hubName: string;
  readonly action?: ReactNode;
  /** Of a cancelled request: the buyer decided for none of its bids. */
  readonly isRejected?: boolean;
};

const BY_SIDE: ReadonlySet<RequestPage["turn"]["act"]> = new Set(["decide", "open", "cure", "judge", "answer"]);

/** Whose bids the turn is about, to their buyer; the first is the one that is named. */
function askedOf({ turn, waiting, bids }: RequestPage, locale: string): { count: number; name: string } {
  const asked = waiting.filter(({ act, holder }) => act === turn.act && holder === turn.holder);
  const first = bids?.find(({ id }) => id === asked[0]?.bidId)?.provider;
  return { count: asked.length, name: first ? partyName(first, locale) : "" };
}

const holderOf = ({ turn, side, state }: RequestPage): TurnHolder => {
  if (isTurnOf(turn, side)) return "you";
  if (turn.act === "ended" || state === "awarded") return "done";
  return "other";
};

/** Whose turn the request is, told to this reader: what is done, what follows, by when. */
export function RequestTurnBar({ request, now, zone, hubName, action, isRejected = false }: RequestTurnBarProps) {
  const [locale, t] = [useLocale(), useTranslations("bidding.turn")];
  const { turn, side, state } = request;
  const who = holderOf(request);
  const isOthers = turn.act === "answer" && who !== "you";
  const act = turn.act === "ended" ? `ended.${isRejected ? "rejected" : state}` : isOthers ? "answerWaits" : turn.act;
  const asSide = side === "buyer" ? "buyer" : side === "bidder" ? "bidder" : "others";
  const bidFor = who === "you" ? "provider" : asSide;
  const key = turn.act === "bid" ? `bid.${bidFor}` : BY_SIDE.has(turn.act) ? `${act}.${asSide}` : act;
  const reason = request.cancelReason ?? "";
  const next = t.has(`${key}Next`) ? t(`${key}Next`, { mode: disclosureOf(request) }) : undefined;
  return (
    <TurnBar
      who={who}
      whoLabel={t(`who.${who === "you" ? "you" : turn.holder}`)}
      sentence={t(key, { reason, ...askedOf(request, locale) })}
      next={next}
      deadline={
        turn.by !== null && (
          <TurnDeadline label={<TimeText at={turn.by} zone={zone} hub={{ name: hubName, zone: request.hubZone }} />}>
            <TimeLeft until={turn.by} now={now} />
          </TurnDeadline>
        )
      }
      action={action}
    />
  );
}
