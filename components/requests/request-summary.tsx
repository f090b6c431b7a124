import { type LookState, QuietChip, type TurnHolder, TurnMark } from "@/components/ui/cells";
import { partyName, placeName, useNameList } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { SERVICE_SCREENS } from "@/components/services/registry";
import { MoneyText } from "@/components/ui/figures";
import { ServiceName } from "@/components/services/service-name";
import { Panel } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { HeldRequest as Held, RequestLine } from "@/views/requests";
import { RouteText } from "@/components/ui/route-text";
import type { NamedHub } from "@/domain/shared/vocabulary";
import { StateChip } from "@/components/ui/state-chip";
import { HOUR_MS } from "@/domain/shared/time";
import { isTurnOf, type RequestSide, type RequestTurn } from "@/domain/requests/request-turn";

/** A held request as an administrator reads it, with the forms that decide on it. */
export function HeldRequest({
  request,
  zone,
  children,
}: {
  readonly request: Held;
  readonly zone: string;
  readonly children: ReactNode;
}) {
  const t = useTranslations("requests");
  const locale = useLocale();
  const nameList = useNameList();
  const { SpecView } = SERVICE_SCREENS[request.service];
  return (
    <Panel title={request.title} tools={<ServiceName service={request.service} />} aside={request.reference} isFlush>
      <WaybillGrid
        columns={4}
        isFlat
        boxes={[
          { number: 1, label: t("review.buyer"), value: partyName(request.buyer, locale) },
          { number: 2, label: t("column.route"), value: <RequestRoute of={request} /> },
          {
            number: 3,
            label: t("column.value"),
            value: <MoneyText {...request.goodsValue} display="code" />,
            detail: nameList(request.goods),
          },
          {
            number: 4,
            label: t("column.closes"),
            value: <DeadlineText at={request.closesAt} zone={zone} hub={request.hub} />,
            detail: <TimeText at={request.createdAt} zone={zone} />,
          },
        ]}
      />
      <div className="panel-body">
        <SpecView spec={request.spec} zone={zone} />
      </div>
      <div className="panel-body">{children}</div>
    </Panel>
  );
}

type RouteEnds = Pick<RequestLine, "origin" | "destination" | "mode"> & { readonly hub: NamedHub };

/** From, hub, to, in the reader's script. */
export function RequestRoute({ of }: { readonly of: RouteEnds }) {
  const locale = useLocale();
  const { origin, destination, hub, mode } = of;
  return (
    <RouteText
      from={placeName(origin, locale)}
      hub={placeName(hub, locale)}
      isBorderHub={hub.isBorderHub}
      to={placeName(destination, locale)}
      mode={mode}
    />
  );
}

// The look's own line: below it a request is "closing soon".
const CLOSING_MS = 6 * HOUR_MS;

type RequestStateChipProps = {
  readonly request: Pick<RequestLine, "state" | "bidMode" | "closesAt">;
  /** The server's time of this page. */
  readonly now: number;
};

/** The state of a request in one of the eight looks; what is not going on is grey. */
export function RequestStateChip({ request, now }: RequestStateChipProps) {
  const t = useTranslations("requests.state");
  const { state } = request;
  switch (state) {
    case "open":
      if (request.closesAt - now < CLOSING_MS) return <StateChip state="closing" />;
      return <StateChip state={request.bidMode === "sealed" ? "sealed" : "open"} />;
    case "closed":
      return <StateChip state="sealed">{t("closed")}</StateChip>;
    case "opened":
      return <StateChip state="closing">{t("opened")}</StateChip>;
    case "awarded":
      return <StateChip state="awarded" />;
    case "draft":
      return <QuietChip icon="pencil">{t("draft")}</QuietChip>;
    case "in_review":
      return <QuietChip icon="search">{t("in_review")}</QuietChip>;
    default:
      return <QuietChip icon="minus">{t(state)}</QuietChip>;
  }
}

/** The look of a request's state in a slot, and its words; after the award those of its order. */
export type SlotState = { readonly look: LookState | "quiet"; readonly words: string };

const LOOK_OF_ORDER: Readonly<Partial<Record<RequestTurn["act"], LookState>>> = {
  perform: "transit",
  report: "transit",
  accept: "closing",
  held: "held",
  asked: "held",
  dispute: "disputed",
  finished: "completed",
};

/** How far a request is, as the slot of its service says it. */
export function useRequestState() {
  const t = useTranslations("requests.state");
  const look = useTranslations("ui.state");
  return ({ state, bidMode, closesAt, turn }: RequestState, now: number): SlotState => {
    if (state === "open") {
      const open = closesAt - now < CLOSING_MS ? "closing" : bidMode === "sealed" ? "sealed" : "open";
      return { look: open, words: look(open) };
    }
    if (state === "awarded") {
      const after = LOOK_OF_ORDER[turn.act] ?? "awarded";
      return { look: turn.act === "called_off" ? "quiet" : after, words: look(after) };
    }
    const before = { closed: "sealed", opened: "closing" } as const;
    return { look: state === "closed" || state === "opened" ? before[state] : "quiet", words: t(state) };
  };
}

type RequestState = Pick<RequestLine, "state" | "bidMode" | "closesAt" | "turn">;

type Turned = { readonly turn: RequestTurn; readonly side: RequestSide };

const AFTER_AWARD: ReadonlySet<RequestTurn["act"]> = new Set([
  ...["awarded", "perform", "held", "finished", "called_off"],
] as const);

/** Whose turn it is for the reader. */
export function turnHolder({ turn, side }: Turned): TurnHolder {
  if (isTurnOf(turn, side)) return "you";
  return AFTER_AWARD.has(turn.act) ? "done" : "other";
}

const WAITED_FOR: ReadonlySet<RequestTurn["act"]> = new Set([
  ...["cure", "judge", "answer", "asked", "accept", "dispute"],
] as const);

/** Under which name the act is worded: what waits for the reader reads otherwise than what the reader waits for. */
export function wordedAct({ turn, side }: Turned): string {
  if (side === "bidder" && turn.act === "bid") return "bid_sent";
  if (turn.holder === "colleague") return "open_second";
  return WAITED_FOR.has(turn.act) && !isTurnOf(turn, side) ? `${turn.act}_waits` : turn.act;
}

/** What is done next: of an order under way its step, or what a room of it asks, in the words of the order's own pages. */
function useNextWords({ turn, side }: Turned, zone: string): ReactNode {
  const t = useTranslations("requests.turn.act");
  const words = useTranslations();
  const { by, endedAt, task, step, order, questions } = turn;
  if (order && step) return words(`service-${order.service}.toCome.${step}`, { mode: order.mode });
  const [room, asked] = task?.split(".") ?? [];
  if (room) return words(`${room}.task.${asked}.${isTurnOf(turn, side) ? "shortYours" : "short"}`);
  return t.rich(wordedAct({ turn, side }), {
    ...(questions === undefined ? {} : { count: questions }),
    time: () => by !== null && <TimeText at={by} zone={zone} hasZone={false} />,
    ended: () => endedAt !== undefined && <TimeText at={endedAt} zone={zone} hasZone={false} />,
  });
}

/** What a buyer decides or answers before a time that its own words do not name. */
const DATED_FOR_BUYER: readonly RequestTurn["act"][] = ["decide", "reply"];

/** Who is next and with what; by when, or since when it is overdue, where a list's own columns do not say it. */
export function RequestTurnMark({ turn, side, zone, now }: Turned & { readonly zone: string; readonly now: number }) {
  const t = useTranslations("requests.turn");
  const next = useNextWords({ turn, side }, zone);
  const { by, holder, order, act } = turn;
  const who = turnHolder({ turn, side });
  const isDated = order !== undefined || (side === "buyer" && DATED_FOR_BUYER.includes(act));
  const time = by !== null && <TimeText at={by} zone={zone} hasZone={false} />;
  return (
    <TurnMark
      who={who}
      name={who === "you" ? t("you") : t(`holder.${holder}`)}
      next={
        isDated && time ? t.rich(by <= now ? "act.overdue" : "act.dated", { what: () => next, time: () => time }) : next
      }
    />
  );
}
