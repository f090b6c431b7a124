import type { TurnHolder } from "@/components/ui/cells";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useMilestoneName } from "@/components/services/service-name";
import { partyName, useNameList } from "@/components/ui/words";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import { TurnBar, TurnDeadline } from "@/components/ui/turn-bar";
import type { RequestPage } from "@/views/requests";
import { disclosureOf } from "@/domain/bidding/live-feedback";
import { isTurnOf } from "@/domain/requests/request-turn";
import type { Instant } from "@/domain/shared/time";

type RequestTurnBarProps = {
  readonly request: RequestPage;
  readonly now: Instant;
  readonly zone: string;
  readonly hubName: string;
  readonly action?: ReactNode;
};

const BY_SIDE: ReadonlySet<RequestPage["turn"]["act"]> = new Set([
  "decide",
  "open",
  "cure",
  "judge",
  "answer",
  "accept",
]);

/** Whose bids the turn is about, to their buyer; the first is the one that is named. */
function askedOf({ turn, waiting, bids }: RequestPage, locale: string): { count: number; name: string } {
  const asked = waiting.filter(({ act, holder }) => act === turn.act && holder === turn.holder);
  const first = bids?.find(({ id }) => id === asked[0]?.bidId)?.provider;
  return { count: asked.length, name: first ? partyName(first, locale) : "" };
}

const holderOf = (request: RequestPage): TurnHolder => {
  if (isTurnOf(request.turn, request.side)) return "you";
  const isAtRest = request.turn.holder === "order" || request.turn.holder === "nobody";
  return request.turn.act === "ended" || (request.state === "awarded" && isAtRest) ? "done" : "other";
};

/** How it ended, by what its buyer has made of it since. */
const endOf = ({ state, fallback, isRejected }: RequestPage): string => fallback ?? (isRejected ? "rejected" : state);

/** What is told of an order under way: whose turn it is there, the step that comes, and what a room of it asks. */
function useOrderValues({ turn, mode }: RequestPage, who: TurnHolder) {
  const words = useTranslations();
  const milestone = useMilestoneName(mode);
  const [room, asked] = turn.task?.split(".") ?? [];
  const isYours = who === "you";
  return {
    isYours: String(isYours),
    who: isYours ? who : turn.holder,
    step: turn.order && turn.step ? milestone(turn.order.service, turn.step) : "",
    task: room ? words(`${room}.task.${asked}.${isYours ? "shortYours" : "short"}`) : "",
  };
}

/** Whose turn the request is, told to this reader: what is done, what follows, by when. */
export function RequestTurnBar({ request, now, zone, hubName, action }: RequestTurnBarProps) {
  const [locale, t] = [useLocale(), useTranslations("bidding.turn")];
  const { turn, side } = request;
  const who = holderOf(request);
  const isOthers = turn.act === "answer" && who !== "you";
  const end = endOf(request);
  const act = turn.act === "ended" ? `ended.${end}` : isOthers ? "answerWaits" : turn.act;
  const asSide = side === "buyer" ? "buyer" : side === "bidder" ? "bidder" : "others";
  const nameList = useNameList();
  const bidFor = who === "you" ? "provider" : asSide;
  const ofOrder = useOrderValues(request, who);
  const said = act === "choose" ? `choose.${end}` : act === "asked" && ofOrder.task === "" ? "gate" : act;
  const key =
    turn.act === "bid"
      ? `bid.${bidFor}`
      : BY_SIDE.has(turn.act)
        ? `${act}.${turn.holder === "colleague" ? turn.holder : asSide}`
        : said;
  const reason = request.cancelReason ?? "";
  const nextKey = act === "choose" ? "chooseNext" : `${key}Next`;
  const next = t.has(nextKey)
    ? t(nextKey, { ...ofOrder, mode: disclosureOf(request), names: nameList(request.opening?.awaited ?? []) })
    : undefined;
  return (
    <TurnBar
      who={who}
      whoLabel={t(`who.${who === "you" ? "you" : turn.holder}`)}
      sentence={t.rich(key, {
        reason,
        ...ofOrder,
        ...askedOf(request, locale),
        ...(turn.questions === undefined ? {} : { count: turn.questions }),
        ended: () => turn.endedAt !== undefined && <TimeText at={turn.endedAt} zone={zone} />,
      })}
      next={next}
      deadline={
        turn.by !== null && (
          <TurnDeadline label={<TimeText at={turn.by} zone={zone} hub={{ name: hubName, zone: request.hubZone }} />}>
            {turn.order && turn.by <= now ? (
              <span className="is-overdue">{t("overdue")}</span>
            ) : (
              <TimeLeft until={turn.by} now={now} />
            )}
          </TurnDeadline>
        )
      }
      action={action}
    />
  );
}
