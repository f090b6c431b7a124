import type { ChainLane, ChainStop, DealChain } from "@/views/chain";
import type { Instant } from "@/domain/shared/time";
import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/words";
import { ServiceName, useMilestoneName } from "@/components/services/service-name";
import { Panel } from "@/components/ui/blocks";
import type { Mode } from "@/domain/hubs/place";

const HUB_COUNTRY = "CN";

/** A stretch of a service's lane: what was done, what a gate holds now, what is planned. */
type LaneSpan = {
  readonly look: "done" | "held" | "planned";
  readonly from: Instant;
  readonly to: Instant;
  /** The step that the stretch ended with, or that it waits for. */
  readonly code: string | null;
};

/** When a service is planned to be done, by what the goods need of it: an inspection before pick-up, customs at the border, the rest at the end. */
function plannedEnd({ service }: ChainLane, { eta }: DealChain, now: Instant): Instant {
  if (!eta) return now;
  const [first, last] = [eta.stops[0]?.at.from ?? now, eta.arrives.from];
  switch (service) {
    case "inspection":
      return first;
    case "customs":
      return eta.stops.at(-2)?.at.from ?? last;
    default:
      return last;
  }
}

/** The places whose time is known or can be expected: while the goods are held, only those where they have been. */
const timedStops = ({ eta, hold }: Pick<DealChain, "eta" | "hold">): readonly ChainStop[] =>
  (eta?.stops ?? []).filter(({ isActual, isPassed }) => isActual || isPassed || !hold);

/** What is drawn of a service; nothing where no order of it is under way or done. */
function laneSpans(lane: ChainLane, view: DealChain, now: Instant): LaneSpan[] {
  const { order } = lane;
  const begun = view.deal.contractedAt;
  if (!order || begun === null) return [];
  const told = order.milestones.flatMap(({ code, occurredAt }) => (occurredAt === null ? [] : [{ code, occurredAt }]));
  const [first, last] = [told[0], told.at(-1)];
  const done: LaneSpan[] =
    first && last ? [{ look: "done", from: first.occurredAt, to: last.occurredAt, code: last.code }] : [];
  if (order.line === "completed" || order.line === "cancelled") return done;
  const since = last?.occurredAt ?? begun;
  const isHeld = order.turn.holder === "gate" || lane.waitsFor.length > 0;
  const held: LaneSpan[] = isHeld ? [{ look: "held", from: since, to: now, code: null }] : [];
  const end = view.hold ? now : plannedEnd(lane, view, now);
  const from = isHeld || since < now ? now : since;
  const next = order.milestones.find(({ occurredAt }) => occurredAt === null)?.code ?? null;
  return [...done, ...held, ...(end > from ? [{ look: "planned", from, to: end, code: next } as const] : [])];
}

/** Where the goods leave the country of the hub or come into it: its last place before the border, or the first behind it. */
export function borderStop({ eta, places }: DealChain): ChainStop | undefined {
  const stops = eta?.stops ?? [];
  const isForeign = (stop: ChainStop | undefined) =>
    stop !== undefined && places[stop.placeId]?.country !== HUB_COUNTRY;
  return stops.find((stop, at) => !isForeign(stop) && (isForeign(stops[at - 1]) || isForeign(stops[at + 1])));
}

/** From the first thing that happened to the last that is planned, so that every stretch has room. */
function timeFrame(view: DealChain, spans: readonly LaneSpan[], now: Instant): { from: Instant; to: Instant } {
  const times = [
    now,
    ...spans.flatMap(({ from, to }) => [from, to]),
    ...timedStops(view).map(({ at }) => at.from),
    ...(view.eta && !view.hold ? [view.eta.arrives.to] : []),
  ];
  return { from: Math.min(...times) as Instant, to: Math.max(...times) as Instant };
}

const WIDTH = 1000;
const HEIGHT = 22;
/** The hub's name stands above those of the ends, so that neither covers the other where they are near in time. */
const PLACES_HEIGHT = 48;
/** So much room the word beside now needs on its left. */
const NOW_MIN = 60;
/** So wide that a few words fit. */
const WORDS_MIN = 110;
const LETTER = 7;

type Scale = (at: Instant) => number;

type SpanProps = {
  readonly span: LaneSpan;
  readonly lane: ChainLane;
  readonly mode: Mode;
  readonly x: Scale;
};

function Span({ span, lane, mode, x }: SpanProps) {
  const milestone = useMilestoneName(mode);
  const t = useTranslations("chain.lanes");
  const [from, width] = [x(span.from), Math.max(3, x(span.to) - x(span.from))];
  const words = span.code === null ? t("held") : milestone(lane.service, span.code);
  const room = Math.floor((width - 12) / LETTER);
  return (
    <g>
      <rect className={`lane is-${span.look}`} x={from} y="2" width={width} height={HEIGHT - 4} />
      {span.look === "held" && (
        <rect fill="url(#chain-hatch)" x={from} y="2" width={width} height={HEIGHT - 4} className="hatch" />
      )}
      {width >= WORDS_MIN && span.look !== "held" && (
        <text className={`lane-text is-${span.look}`} x={from + 6} y="16">
          {words.length > room ? `${words.slice(0, room - 1)}…` : words}
        </text>
      )}
    </g>
  );
}

/** Where the goods are when, over all lanes: a mark a place, the border's frame, and now. */
function Places({ view, x, now }: { readonly view: DealChain; readonly x: Scale; readonly now: Instant }) {
  const t = useTranslations("chain.lanes");
  const locale = useLocale();
  const stops = view.eta?.stops ?? [];
  const timed = timedStops(view);
  const named = stops.flatMap((stop, at) =>
    timed.includes(stop) && (at === 0 || at === stops.length - 1) ? [{ stop, at }] : [],
  );
  const border = borderStop(view);
  const hub = border && timed.includes(border) ? border : undefined;
  const nowX = x(now);
  const isAtStart = nowX < NOW_MIN;
  const label = (placeId: string) => {
    const place = view.places[placeId];
    return place ? placeName(place, locale) : placeId;
  };
  return (
    <svg viewBox={`0 0 ${WIDTH} ${PLACES_HEIGHT}`} role="presentation">
      {hub && (
        <g>
          <path className="stop-gate" d={`M${x(hub.at.from) - 9} 47V36H${x(hub.at.from) + 9}V47`} />
          <text className="stop-name" x={x(hub.at.from)} y="12" textAnchor="middle">
            {placeName(view.deal.hub, locale)}
          </text>
        </g>
      )}
      {named.map(({ stop, at }) => (
        <g key={stop.placeId}>
          <rect
            className={`stop is-${stop.isActual || stop.isPassed ? "done" : "planned"}`}
            x={x(stop.at.from) - 4}
            y="38"
            width="8"
            height="8"
          />
          <text className="stop-name" x={x(stop.at.from)} y="28" textAnchor={at === 0 ? "start" : "end"}>
            {label(stop.placeId)}
          </text>
        </g>
      ))}
      <path className="now-line" d={`M${x(now)} 34V${PLACES_HEIGHT}`} />
      <text className="now-word" x={nowX} y="46" dx={isAtStart ? 5 : -7} textAnchor={isAtStart ? "start" : "end"}>
        {t("now")}
      </text>
    </svg>
  );
}

/** The four services side by side over the time of the way: done, held, planned. What is drawn is said again in the tables below. */
export function ChainLanes({ view, now }: { readonly view: DealChain; readonly now: Instant }) {
  const t = useTranslations("chain.lanes");
  const lanes = view.orders.map((lane) => ({ lane, spans: laneSpans(lane, view, now) }));
  const { from, to } = timeFrame(
    view,
    lanes.flatMap(({ spans }) => spans),
    now,
  );
  const x: Scale = (at) => Math.round(8 + ((WIDTH - 16) * (at - from)) / Math.max(1, to - from));
  return (
    <Panel
      title={t("title")}
      tools={
        <span className="key">
          <i className="is-done" /> {t("done")} <i className="is-held" /> {t("held")} <i className="is-planned" />{" "}
          {t("planned")}
        </span>
      }
      isFlush
      className="max-desk:hidden"
    >
      <svg className="sr-only" aria-hidden="true">
        <defs>
          <pattern id="chain-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="hatch-ground" width="8" height="8" />
            <rect className="hatch-line" width="3" height="8" />
          </pattern>
        </defs>
      </svg>
      <div className="lanes" role="img" aria-label={t("name")}>
        <div />
        <div className="lane-line">
          <Places view={view} x={x} now={now} />
        </div>
        {lanes.map(({ lane, spans }) => (
          <LaneRow key={lane.service} lane={lane} mode={view.deal.mode} spans={spans} x={x} now={now} />
        ))}
      </div>
    </Panel>
  );
}

type LaneRowProps = {
  readonly lane: ChainLane;
  readonly mode: Mode;
  readonly spans: readonly LaneSpan[];
  readonly x: Scale;
  readonly now: Instant;
};

function LaneRow({ lane, mode, spans, x, now }: LaneRowProps) {
  return (
    <>
      <div className="lane-name">
        <ServiceName service={lane.service} />
      </div>
      <div className="lane-line">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="presentation">
          {spans.map((span) => (
            <Span key={span.look} span={span} lane={lane} mode={mode} x={x} />
          ))}
          <path className="now-line" d={`M${x(now)} 0V${HEIGHT}`} />
        </svg>
      </div>
    </>
  );
}
