import { useLocale, useTranslations } from "next-intl";
import { dateFormat, nameOrder, numberFormat } from "@/components/ui/format";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { HubName, placeName, useSentences } from "@/components/ui/words";
import { areAboutAsFast, INLAND_MODES, MODES, shownTime, type WayBorderWait, wholeDays } from "@/domain/hubs/place";
import type { BorderWait } from "@/views/deals";
import { MARKET_ZONE } from "@/domain/shared/time";
import { useCountryName } from "@/components/services/country-name";
import { Button, Note } from "@/components/ui/blocks";
import { FormSection } from "@/components/ui/form/inputs";
import { ANY_HUB } from "@/domain/deals/deal-choices";
import { INCOTERMS } from "@/domain/tariff/incoterm";
import type { ChosenWay, PostingOptions, ShownWay } from "@/views/postings";
import { CURRENCIES } from "@/domain/shared/money";
import { ChoiceField, NumberField, PlaceField, TextField, type Typed } from "./posting-fields";
import { BestTag } from "@/components/ui/best-tag";
import { aheadOf } from "@/domain/hubs/suggest-hub";

type BorderWaitTextProps = { readonly wait: WayBorderWait | BorderWait };

/** The wait at the border, with the board's time or the month that it is for and the closures that it is longer for; an estimate says so. */
export function BorderWaitText({ wait }: BorderWaitTextProps) {
  const t = useTranslations("deals.route");
  const words = useTranslations("hub-board.plan");
  const locale = useLocale();
  const sentences = useSentences();
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  const { basis, asOf = null, closedHours = 0, arrivesAt = null, closures = [] } = wait;
  const zone = MARKET_ZONE;
  const clock = (at: number) => formatTime(at, { locale, zone });
  const hours = number(wait.hours);
  const said = (wait: string) =>
    sentences(
      wait,
      closedHours > 0 && words("closed", { hours: number(closedHours) }),
      arrivesAt !== null && words("arrival", { day: formatTime(arrivesAt, { locale, zone, shape: "day" }) }),
      ...closures.map(({ from, to, reason }) =>
        words("closure", { from: clock(from), to: `${clock(to)} ${zoneName(to, zone, locale)}`, reason }),
      ),
    );
  if (basis === "board" && asOf !== null) {
    const at = `${clock(asOf)} ${zoneName(asOf, zone, locale)}`;
    return said(words("board", { hours, at }));
  }
  if (basis === "orders") return said(words("orders", { hours }));
  if (basis === "none") return said(words("none", { hours }));
  const month = dateFormat(locale, { timeZone: "UTC", month: locale.startsWith("zh") ? "numeric" : "long" }).format(
    Date.UTC(2026, wait.month - 1, 1),
  );
  return said(t(wait.isEstimate ? "waitEstimate" : "wait", { month, hours }));
}

/** The planner's ways through different hubs: days, distance, the wait of the month, and why the first is suggested. */
function WayChoice({ ways }: { readonly ways: readonly ShownWay[] }) {
  const t = useTranslations("deals.form.way");
  const locale = useLocale();
  const number = (value: number, digits = 0) => numberFormat(locale, { maximumFractionDigits: digits }).format(value);
  if (ways.length === 0) return <Note tone="warn">{t("none")}</Note>;
  const reasonOf = ({ reason, nextHub }: ShownWay) => {
    if (reason === null) return null;
    const { unit, figure } = aheadOf(reason);
    return t(`reason.${reason.code}`, {
      ...{ unit, figure: number(figure, 1) },
      km: "kmAhead" in reason ? number(reason.kmAhead) : "",
      hub: nextHub ? placeName(nextHub, locale) : "",
    });
  };
  return (
    <ul className="mt-3 grid gap-2">
      {ways.map((way) => (
        <li key={way.hub.id} className="flow border-t border-line pt-2">
          <span className="min-w-40 flex-1">
            <b>
              <HubName {...way.hub} />
            </b>{" "}
            {way.reason && <BestTag>{t("suggested")}</BestTag>}
            <span className="block text-sm text-ink-2">
              {t("figures", { ...wholeDays(way.days), km: number(way.distanceKm) })}
            </span>
            {way.borderWait && (
              <span className="block text-sm text-ink-2">
                <BorderWaitText wait={way.borderWait} />
              </span>
            )}
            {way.reason && <span className="block text-sm">{reasonOf(way)}</span>}
          </span>
          <Button size="small" name="intent" value={`take-hub:${way.hub.id}`}>
            {t("take", { hub: placeName(way.hub, locale) })}
          </Button>
        </li>
      ))}
      {ways.some((way) => way.isEstimate) && <li className="text-sm text-ink-3">{t("estimate")}</li>}
    </ul>
  );
}

/** What is expected at the border of the chosen hub, and what the best other one would make of it. */
function ChosenWayNote({ way }: { readonly way: ChosenWay }) {
  const t = useTranslations("hub-board.plan");
  const locale = useLocale();
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(Math.abs(value));
  const daysMore = way.other?.daysMore ?? 0;
  const { unit, min } = shownTime({ min: Math.abs(daysMore), max: Math.abs(daysMore) });
  const kmMore = way.other?.kmMore ?? 0;
  const days = areAboutAsFast(daysMore)
    ? t("sameDays")
    : t(daysMore > 0 ? "slower" : "faster", { unit, figure: number(min) });
  const km = kmMore === 0 ? t("sameKm") : t(kmMore > 0 ? "longer" : "shorter", { km: number(kmMore) });
  return (
    <div className="mb-3 text-sm" id="chosen-way">
      <p>
        <b>{t("chosen", { hub: placeName(way.hub, locale) })}</b>{" "}
        {way.borderWait && <BorderWaitText wait={way.borderWait} />}
      </p>
      <p className="text-ink-2">
        {way.other ? t("best", { hub: placeName(way.other.hub, locale), days, km }) : t("noOther")}
      </p>
    </div>
  );
}

type RouteSectionProps = Typed & {
  readonly options: PostingOptions;
  /** The planner's ways, once they were asked for. */
  readonly ways: readonly ShownWay[] | null;
  /** As the form was kept last; null while ends or mode are missing. */
  readonly chosen: ChosenWay | null;
};

const CURRENCY_OPTIONS = CURRENCIES.map((code) => ({ value: code, label: code }));

/** Part 1: what goes where, through which gate, under which rule. */
export function RouteSection({ options, ways, chosen, ...typed }: RouteSectionProps) {
  const t = useTranslations("deals.form");
  const words = useTranslations("services");
  const locale = useLocale();
  const countryOf = useCountryName();
  const byName = (a: { label: string }, b: { label: string }) => nameOrder(locale)(a.label, b.label);
  const places = options.places
    .map((place) => ({ value: place.id, label: `${placeName(place, locale)}, ${countryOf(place.country)}` }))
    .sort(byName);
  const hubs = [
    { value: ANY_HUB, label: t("anyHub") },
    ...options.hubs.map((hub) => ({ value: hub.id, label: placeName(hub, locale) })).sort(byName),
  ];
  return (
    <FormSection number={1} title={t("section.route")} lead={t("lead.route")}>
      <TextField {...typed} name="title" maxLength={120} hasHelp className="span-12" />
      <PlaceField {...typed} name="originId" options={places} meant={options.meant.originId} className="pair" />
      <PlaceField
        {...typed}
        name="destinationId"
        options={places}
        meant={options.meant.destinationId}
        className="pair"
      />
      <ChoiceField
        {...typed}
        name="mode"
        options={MODES.map((mode) => ({ value: mode, label: words(`mode.${mode}`) }))}
        className="span-6 pair"
      />
      <TextField {...typed} name="readyDate" type="date" maxLength={10} className="span-6 pair" />
      <ChoiceField {...typed} name="hubId" options={hubs} className="span-6 pair" />
      <ChoiceField
        {...typed}
        name="inlandMode"
        options={["own", ...INLAND_MODES].map((mode) => ({
          value: mode === "own" ? "" : mode,
          label: words(`inlandMode.${mode}`),
        }))}
        hasHelp
        className="span-6 pair"
      />
      <div className="span-12" id="ways">
        {chosen && <ChosenWayNote way={chosen} />}
        <Button name="intent" value="show-ways" icon="route">
          {t("showWays")}
        </Button>
        {ways && <WayChoice ways={ways} />}
      </div>
      <ChoiceField
        {...typed}
        name="incotermRule"
        options={INCOTERMS.map((rule) => ({ value: rule, label: `${rule} · ${words(`incoterm.${rule}`)}` }))}
        hasEmpty
        hasHelp
        className="pair"
      />
      <TextField {...typed} name="incotermPlace" maxLength={80} hasHelp className="pair" />
      <ChoiceField {...typed} name="goodsCurrency" options={CURRENCY_OPTIONS} className="span-4 pair" />
      <NumberField {...typed} name="goodsValue" hasHelp className="span-8 pair" />
    </FormSection>
  );
}
