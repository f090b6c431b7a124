import { useLocale, useTranslations } from "next-intl";
import { ServiceName, useServiceName } from "@/components/services/service-name";
import { Panel } from "@/components/ui/blocks";
import { CountText } from "@/components/ui/figures";
import { dateFormat, listFormat, numberFormat } from "@/components/ui/format";
import { Icon } from "@/components/ui/icons/icon";
import { OwnLanguage } from "@/components/ui/own-language";
import type { ShowText } from "@/components/ui/translated-text";
import { ShareText } from "@/components/ui/share-text";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { zoneName } from "@/components/ui/time/format-time";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { FIGURE_LEAST } from "@/domain/about/service-figures";
import { LANE_LEAST } from "@/domain/catalogue/own-figures";
import { answersFor, dayStretches, hoursIn, type WorkingHours } from "@/domain/catalogue/provider-page";
import { LOCALES, type Locale } from "@/domain/shared/locale";
import type { Instant } from "@/domain/shared/time";
import type { Provider } from "@/views/providers";
import { useCorridorName } from "./corridor-text";

const NAMED_MAX = 4;

const unique = <Value,>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

/** The first names of a list, and how many more there are. */
function useFirst(): (names: readonly string[]) => string {
  const t = useTranslations("catalogue.provider");
  const locale = useLocale();
  return (names) => {
    const list = listFormat(locale).format(names.slice(0, NAMED_MAX));
    return names.length > NAMED_MAX ? t("more", { list, count: names.length - NAMED_MAX }) : list;
  };
}

/** A provider in one sentence of the market's own terms, in whatever language the page is read. */
export function useOfferSentence(): (of: Pick<Provider, "listings">, names: ProviderNames) => string {
  const t = useTranslations("catalogue.provider");
  const first = useFirst();
  const [service, corridor] = [useServiceName(), useCorridorName()];
  return ({ listings }, { name, hubName }) =>
    t("offers", {
      name,
      services: first(listings.map((listing) => service(listing.service))),
      hubs: first(unique(listings.flatMap(({ hubIds }) => hubIds)).map(hubName)),
      corridors: first(unique(listings.flatMap(({ corridors }) => corridors)).map(corridor)),
    });
}

export type ProviderNames = { readonly name: string; readonly hubName: (id: string) => string };

type ProviderLeadProps = ProviderNames & { readonly provider: Provider; readonly show: ShowText };

/** What a provider says of itself: its own text in the reader's language, else the market's sentence and below it its text in whatever language it has one. */
export function ProviderLead({ provider, show, ...names }: ProviderLeadProps) {
  const t = useTranslations("catalogue.provider");
  const locale = useLocale();
  const sentence = useOfferSentence();
  const { texts, description } = provider;
  const own = texts[locale as Locale];
  if (own !== undefined)
    return (
      <p className="max-w-prose whitespace-pre-line">
        <OwnLanguage>{own}</OwnLanguage>
      </p>
    );
  const language = LOCALES.find((one) => texts[one] !== undefined);
  const other = language === undefined ? description : (texts[language] ?? "");
  return (
    <div className="grid max-w-prose gap-2">
      <p>{sentence(provider, names)}</p>
      <p className="text-sm text-ink-2">{t("offersBy")}</p>
      {other !== "" && (
        <div>
          <p className="text-sm text-ink-2">{t("ownWords")}</p>
          {show({ kind: "organisation", id: provider.id, part: language ?? "", text: other }, "whitespace-pre-line")}
        </div>
      )}
    </div>
  );
}

// A Monday.
const WEEK_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Days of the week by their numbers, as a reader says them: Mon to Fri, Sun. */
function useDays(): (days: readonly number[]) => string {
  const t = useTranslations("catalogue.provider");
  const locale = useLocale();
  const name = (day: number) =>
    dateFormat(locale, { weekday: "short", timeZone: "UTC" }).format(WEEK_MS + (day - 1) * DAY_MS);
  return (days) =>
    listFormat(locale).format(
      dayStretches(days).map(([first, last]) =>
        first === last ? name(first) : t("days", { first: name(first), last: name(last) }),
      ),
    );
}

const SHIFTS = { "-1": "before", "0": "same", "1": "after" } as const;

type Clock = { readonly zone: string; readonly now: Instant };

/** Working hours by the clock of whoever keeps them, and by the reader's where that is another. */
function useHours(): (hours: WorkingHours, by: Clock) => { readonly value: string; readonly detail?: string } {
  const t = useTranslations("catalogue.provider");
  const locale = useLocale();
  const days = useDays();
  return (hours, { zone, now }) => {
    const { from, to } = hours;
    const there = hoursIn(hours, zone, now);
    const value = `${t("hoursLine", { days: days(hours.days), from, to })} (${zoneName(now, hours.zone, locale)})`;
    if (there === null) return { value };
    const shift = SHIFTS[String(there.dayShift) as keyof typeof SHIFTS];
    return {
      value,
      detail: t("yourHours", { shift, from: there.from, to: there.to, zone: zoneName(now, zone, locale) }),
    };
  };
}

/** How the provider's prices lie beside the market's, in words. */
function usePrice(): (of: Provider["priceDistance"]) => { readonly value: string; readonly detail: string } {
  const t = useTranslations("catalogue.provider");
  const locale = useLocale();
  return (distance) => {
    if (distance === null) return { value: t("priceFew"), detail: t("priceFewDetail", FIGURE_LEAST) };
    const { percent, bids } = distance;
    const share = numberFormat(locale, { style: "percent" }).format(Math.abs(percent) / 100);
    const said = percent === 0 ? "priceSame" : percent < 0 ? "priceBelow" : "priceAbove";
    return { value: t(said, { percent: share }), detail: t("priceOf", { bids }) };
  };
}

/** When a provider works, what its people speak, and how its prices lie. */
export function ProviderTerms({ provider, ...by }: Clock & { readonly provider: Provider }) {
  const t = useTranslations("catalogue.provider");
  const words = useTranslations("catalogue.language");
  const locale = useLocale();
  const [hours, price] = [useHours(), usePrice()];
  const languages = unique(provider.listings.flatMap((listing) => listing.languages));
  return (
    <WaybillGrid
      columns={3}
      boxes={[
        {
          ...{ number: 6, label: t("hours") },
          ...(provider.hours ? hours(provider.hours, by) : { value: t("notSaid") }),
        },
        {
          ...{ number: 7, label: t("languages") },
          value: listFormat(locale).format(languages.map((one) => words(one as "en"))),
        },
        { number: 8, label: t("price"), ...price(provider.priceDistance) },
      ]}
    />
  );
}

type Lane = Provider["lanes"][number];

/** What a provider's own orders on each corridor came to, each figure with the number that it is of. */
export function ProviderLanes({ lanes }: Pick<Provider, "lanes">) {
  const t = useTranslations("catalogue.provider");
  const corridor = useCorridorName();
  const columns: Column<Lane>[] = [
    {
      ...{ key: "corridor", head: t("corridor"), cell: (lane) => corridor(lane.corridor) },
      detail: ({ service }) => <ServiceName service={service} />,
    },
    {
      ...{ key: "days", head: t("medianDays"), isNumber: true, card: "facts", isNamedOnCard: true },
      cell: ({ medianDays }) => <CountText value={medianDays} />,
    },
    {
      ...{ key: "onTime", head: t("onTime"), isNumber: true, card: "facts", isNamedOnCard: true },
      cell: ({ onTime }) =>
        onTime ? <ShareText part={onTime.onTimeCount} whole={onTime.deliveredCount} unit={t("unit")} /> : "–",
    },
    {
      ...{ key: "orders", head: t("orders"), isNumber: true, card: "end", isNamedOnCard: true },
      cell: ({ orders }) => <CountText value={orders} />,
    },
  ];
  return (
    <Panel title={t("lanes")} id="lanes" isFlush>
      {lanes.length > 0 ? (
        <DataTable
          caption={t("lanes")}
          columns={columns}
          rows={lanes}
          rowKey={(lane) => `${lane.service} ${lane.corridor}`}
        />
      ) : (
        <p className="panel-body">{t("lanesNone", { least: LANE_LEAST })}</p>
      )}
      {lanes.length > 0 && <p className="panel-body text-sm text-ink-2">{t("lanesNote", { least: LANE_LEAST })}</p>}
    </Panel>
  );
}

/** Orders that a provider has done, by service, corridor and month. */
export function ProviderExamples({ examples }: Pick<Provider, "examples">) {
  const t = useTranslations("catalogue.provider");
  const locale = useLocale();
  const corridor = useCorridorName();
  const month = dateFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" });
  return (
    <Panel title={t("examples")} id="examples">
      <ul className="grid gap-1">
        {examples.map((one) => (
          <li key={`${one.month} ${one.service} ${one.corridor}`} className="flow">
            <span className="text-ink-2">{month.format(new Date(`${one.month}-01T00:00:00Z`))}</span>
            <ServiceName service={one.service} /> {corridor(one.corridor)}
            <span className="text-ink-2">{t("exampleCount", { count: one.orders })}</span>
          </li>
        ))}
      </ul>
      <p className="pt-2 text-sm text-ink-2">{t("examplesNote", { least: LANE_LEAST })}</p>
    </Panel>
  );
}

type Answer = Provider["answers"][number];

function Folds({ answers }: { readonly answers: readonly Answer[] }) {
  return answers.map(({ language, question, answer }) => (
    <details key={`${language} ${question}`} className="faq" lang={language}>
      <summary>
        <Icon name="chevron-right" />
        {question}
      </summary>
      <p className="whitespace-pre-line">{answer}</p>
    </details>
  ));
}

/** What a provider is often asked: in the reader's language first, in others below. Each opens without a script. */
export function ProviderAnswers({ answers }: Pick<Provider, "answers">) {
  const t = useTranslations("catalogue.provider");
  const { own, others } = answersFor(answers, useLocale() as Locale);
  return (
    <Panel title={t("answers")} id="answers">
      <Folds answers={own} />
      {own.length > 0 && others.length > 0 && <p className="pt-3 text-sm text-ink-2">{t("otherLanguages")}</p>}
      <Folds answers={others} />
    </Panel>
  );
}
