import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/words";
import { Anchor, Panel } from "@/components/ui/blocks";
import { numberFormat } from "@/components/ui/format";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { ChainStop, DealChain, OtherWay } from "@/views/chain";
import type { GoodsHold } from "@/domain/orders/chain/holds";
import type { Mode } from "@/domain/hubs/place";
import { isOffered } from "@/domain/orders/reroute";
import { causeOf, useGateWords } from "./chain-gates";

type ChainTimesProps = { readonly view: DealChain; readonly zone: string };

/** Hours as people plan by them: whole ones. */
function useHours() {
  const t = useTranslations("chain.times");
  const locale = useLocale();
  const format = numberFormat(locale, { maximumFractionDigits: 0 });
  return (count: number) => t("hours", { hours: format.format(count) });
}

/** A wait with where it is known from. Where no queue is counted it is not said to be zero hours. */
function DelayText({ wait }: { readonly wait: OtherWay["wait"] }) {
  const t = useTranslations("chain.times");
  const hours = useHours();
  return (
    <>
      {wait.source !== "none" && `${hours(wait.queueHours)} `}
      <small className="text-ink-2">{t(`source.${wait.source}`)}</small>
      {wait.closedHours > 0 && <b className="block">{t("closed", { hours: hours(wait.closedHours) })}</b>}
    </>
  );
}

function SpanText({ span, zone }: { readonly span: OtherWay["arrives"]; readonly zone: string }) {
  const t = useTranslations("chain.times");
  if (span.from === span.to) return <TimeText at={span.from} zone={zone} />;
  return (
    <>
      {t.rich("span", {
        from: () => <TimeText at={span.from} zone={zone} hasZone={false} />,
        to: () => <TimeText at={span.to} zone={zone} />,
      })}
    </>
  );
}

type StopTimeProps = {
  readonly stop: ChainStop;
  readonly isHeld: boolean;
  /** What is said of a place at which the goods should be by now. */
  readonly overdue: string;
  readonly zone: string;
};

/** When the goods are at a place: as it was reported or is expected; of one that was passed without a word, and while they are held, no time. */
function StopTime({ stop, isHeld, overdue, zone }: StopTimeProps) {
  const t = useTranslations("chain.times");
  if (stop.isPassed) return <>{t("passed")}</>;
  if (stop.isActual || !isHeld) return stop.isOverdue ? <>{overdue}</> : <SpanText span={stop.at} zone={zone} />;
  return <>{t("noForecast")}</>;
}

function HeldText({ hold, mode }: { readonly hold: GoodsHold; readonly mode: Mode }) {
  const t = useTranslations("chain.times");
  const gates = useGateWords(mode);
  const { why, stop } = hold;
  const need = stop ? gates.needWords(stop.gate) : "";
  return (
    <p className="panel-body">
      {t("heldDetail", { why, need, cause: stop ? gates.whyWords(causeOf(stop.state)) : "" })}
    </p>
  );
}

type OtherWaysProps = {
  readonly ways: readonly OtherWay[];
  readonly zone: string;
  /** Whether something holds the goods: then the ways compare, and none of them says when. */
  readonly isHeld: boolean;
  /** Where the reader asks for a way; null for one that is not theirs to ask for. */
  readonly askHref: (way: OtherWay) => string | null;
};

function OtherWays({ ways, zone, isHeld, askHref }: OtherWaysProps) {
  const t = useTranslations("chain.others");
  const ask = useTranslations("reroute.ask");
  const mode = useTranslations("services.mode");
  const hours = useHours();
  const locale = useLocale();
  const km = numberFormat(locale, {});
  const laterWords = ({ laterHours }: OtherWay) =>
    laterHours < 0 ? t("sooner", { hours: hours(-laterHours) }) : t("later", { hours: hours(laterHours) });
  const furtherWords = ({ furtherKm }: OtherWay) =>
    t(furtherKm < 0 ? "shorter" : "further", { km: km.format(Math.abs(furtherKm)) });
  const askLink = (way: OtherWay) => {
    const href = askHref(way);
    return href === null ? null : <Anchor href={href}>{ask("link")}</Anchor>;
  };
  const columns: Column<OtherWay>[] = [
    { key: "hub", head: t("hub"), cell: ({ hub }) => placeName(hub, locale), detail: (way) => mode(way.mode) },
    {
      key: "wait",
      head: t("wait"),
      className: "max-desk:hidden",
      cell: ({ wait }) => <DelayText wait={wait} />,
    },
    {
      key: "arrives",
      head: t(isHeld ? "compared" : "arrives"),
      cell: (way) => (isHeld ? laterWords(way) : <TimeText at={way.arrives.from} zone={zone} />),
      detail: (way) => (
        <>
          {!isHeld && laterWords(way)} <span className="block desk:hidden">{furtherWords(way)}</span>
        </>
      ),
    },
    {
      key: "km",
      head: t("km"),
      isNumber: true,
      className: "max-desk:hidden",
      cell: ({ distanceKm }) => km.format(distanceKm),
      detail: furtherWords,
    },
    ...(ways.some((way) => askHref(way) !== null)
      ? [{ key: "ask", head: ask("link"), isHeadHidden: true, cell: askLink }]
      : []),
  ];
  return (
    <Panel title={t("title")} isFlush>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={ways}
        rowKey={({ hubId, mode: by }) => `${hubId} ${by}`}
      />
    </Panel>
  );
}

/** What goods on their way will wait at the border; nothing once they are across, and while something holds them. */
export function ExpectedAtBorder({ view }: { readonly view: Pick<DealChain, "eta" | "hold" | "deal"> }) {
  const t = useTranslations("chain.times");
  const locale = useLocale();
  const { eta, hold, deal } = view;
  if (!eta?.wait || hold) return null;
  return (
    <p>
      {t("wait", { hub: placeName(deal.hub, locale) })} <DelayText wait={eta.wait} />
    </p>
  );
}

/** When the goods are where: what was reported, what is expected from there on, the wait at the border in it, and how else they could go. */
export function ChainTimes({ view, zone }: ChainTimesProps) {
  const t = useTranslations("chain.times");
  const locale = useLocale();
  const { eta, hold, places, otherWays, noOtherWay, deal, isCarriedHere } = view;
  const others = useTranslations("chain.others");
  const notHere = !isCarriedHere && <p className="panel-body">{t("notHere", { isPlanned: String(eta !== null) })}</p>;
  if (!eta)
    return notHere ? (
      <Panel title={t("title")} isFlush id="times">
        {notHere}
      </Panel>
    ) : null;
  const overdue = t(isCarriedHere ? "overdue" : "byPlan");
  const askHref = (way: OtherWay) =>
    view.mayReroute && isOffered(way, deal) ? `/${locale}/deals/${deal.id}/chain?via=${way.hubId}#reroute` : null;
  const name = (id: string) => {
    const place = places[id];
    return place ? placeName(place, locale) : id;
  };
  const columns: Column<ChainStop>[] = [
    { key: "place", head: t("place"), cell: ({ placeId }) => name(placeId) },
    {
      key: "at",
      head: t("at"),
      cell: (stop) => <StopTime stop={stop} isHeld={hold !== null} overdue={overdue} zone={zone} />,
    },
    {
      key: "known",
      head: t("known"),
      cell: ({ isActual, isPassed }) =>
        isActual ? t("reported") : isPassed ? t("notReported") : hold ? t("held", { why: hold.why }) : t("expected"),
    },
  ];
  return (
    <>
      <Panel
        title={t("title")}
        aside={
          hold ? (
            t("held", { why: hold.why })
          ) : (
            <>
              {t(eta.hasArrived ? "arrived" : "arrives")}{" "}
              {eta.stops.at(-1)?.isOverdue ? overdue : <SpanText span={eta.arrives} zone={zone} />}
            </>
          )
        }
        isFlush
        id="times"
      >
        <DataTable
          caption={t("title")}
          columns={columns}
          rows={eta.stops}
          rowKey={({ placeId }) => placeId}
          height="dense"
        />
        {notHere}
        {hold && <HeldText hold={hold} mode={deal.mode} />}
        {eta.wait && !hold && (
          <div className="panel-body">
            <ExpectedAtBorder view={view} />
          </div>
        )}
      </Panel>
      {noOtherWay && (
        <Panel title={others("title")}>
          <p>{others(`none.${noOtherWay}`, { mode: deal.mode })}</p>
        </Panel>
      )}
      {otherWays.length > 0 && <OtherWays ways={otherWays} zone={zone} isHeld={hold !== null} askHref={askHref} />}
    </>
  );
}
