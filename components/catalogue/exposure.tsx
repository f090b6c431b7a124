import { useLocale, useTranslations } from "next-intl";
import { useCountryName } from "@/components/services/country-name";
import { useDurationWords, useServiceName } from "@/components/services/service-name";
import { ButtonLink, Panel } from "@/components/ui/blocks";
import { Drawing, type Shape } from "@/components/ui/drawing";
import { CountText } from "@/components/ui/figures";
import { numberFormat } from "@/components/ui/format";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { formatDay } from "@/components/ui/time/format-time";
import { DateText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { DAYS_LEAST, EXPOSURE_KINDS, type ExposureKind, type Gap, type SaidKind } from "@/domain/catalogue/exposure";
import { HOUR_MS, type LocalDate } from "@/domain/shared/time";
import { useCorridorName } from "./corridor-text";

type Told = ExposureKind | "invited";
const TOLD: readonly Told[] = [...EXPOSURE_KINDS, "invited"];

type Counts = Readonly<Record<Told, number>>;
export type Week = Counts & { readonly from: LocalDate };

/** How often each thing happened. A shortlist is its owner's own: of few it is told only that they are few. */
export function ExposureBoxes({ totals }: { readonly totals: Counts }) {
  const t = useTranslations("catalogue.exposure");
  const isHidden = (kind: Told) => kind === "shortlisted" && totals.shortlisted > 0 && totals.shortlisted < DAYS_LEAST;
  return (
    <WaybillGrid
      columns={3}
      hasFigures
      boxes={TOLD.map((kind, at) => ({
        number: at + 1,
        label: t(kind),
        value: isHidden(kind) ? t("fewer", { least: DAYS_LEAST }) : <CountText value={totals[kind]} />,
        detail: t(`${kind}Means`),
      }))}
    />
  );
}

const WIDE = { width: 688, height: 200, every: 1 };
const NARROW = { width: 326, height: 180, every: 3 };
const [LEFT, TOP, FOOT, TICKS] = [36, 12, 24, 4];

/** The next round number that so many ticks divide. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return Math.max(TICKS, ([1, 2, 4, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power);
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

type ColumnsProps = { readonly weeks: readonly Week[]; readonly frame: typeof WIDE; readonly name: string };

/** A pair of columns a week, from zero: found and opened. */
function Columns({ weeks, frame: { width, height, every }, name }: ColumnsProps) {
  const t = useTranslations("catalogue.exposure");
  const locale = useLocale();
  const high = roundUp(Math.max(...weeks.flatMap(({ found, opened }) => [found, opened])));
  const y = (count: number) => tenth(TOP + ((height - TOP - FOOT) * (high - count)) / high);
  const slot = (width - LEFT) / weeks.length;
  const number = numberFormat(locale, {});
  const bar = (at: number, place: number, count: number): Shape => [
    "rect",
    place === 0 ? "fill-c1" : "fill-c2",
    tenth(LEFT + slot * at + slot * (0.14 + 0.38 * place)),
    y(count),
    tenth(slot * 0.34),
    tenth(y(0) - y(count)),
  ];
  const shapes: Shape[] = [
    ...Array.from({ length: TICKS + 1 }, (_, at) => (high * at) / TICKS).flatMap((tick): Shape[] => [
      ["path", tick === 0 ? "axis-strong" : "axis", `M${LEFT} ${y(tick)}H${width}`],
      ["text", "", LEFT - 6, tenth(y(tick) + 4), "end", number.format(tick)],
    ]),
    ...weeks.flatMap(({ found, opened }, at): Shape[] => [bar(at, 0, found), bar(at, 1, opened)]),
    ...weeks.flatMap(({ from }, at): Shape[] =>
      (weeks.length - 1 - at) % every === 0
        ? [
            at === weeks.length - 1
              ? ["text", "", width, height - 6, "end", formatDay(from, locale, false)]
              : ["text", "", tenth(LEFT + slot * (at + 0.5)), height - 6, "middle", formatDay(from, locale, false)],
          ]
        : [],
    ),
  ];
  return (
    <>
      <Drawing viewBox={`0 0 ${width} ${height}`} name={name} shapes={shapes} />
      <ul className="chart-key">
        <Key tone="c1" words={t("found")} />
        <Key tone="c2" words={t("opened")} />
      </ul>
    </>
  );
}

const Key = ({ tone, words }: { readonly tone: "c1" | "c2"; readonly words: string }) => (
  <li>
    <svg viewBox="0 0 14 10" aria-hidden="true">
      <rect className={`fill-${tone}`} width="14" height="10" />
    </svg>
    {words}
  </li>
);

/** Week by week, as columns and as a table. */
export function ExposureWeeks({ weeks }: { readonly weeks: readonly Week[] }) {
  const t = useTranslations("catalogue.exposure");
  const locale = useLocale();
  const [first, last] = [weeks[0], weeks.at(-1)];
  const isCounted = weeks.some(({ found, opened }) => found + opened > 0);
  const told = TOLD.filter((kind) => kind !== "shortlisted");
  const columns: Column<Week>[] = [
    { key: "from", head: t("week"), cell: ({ from }) => <DateText day={from} /> },
    ...told.map(
      (kind): Column<Week> => ({
        ...{ key: kind, head: t(kind), isNumber: true, card: "facts", isNamedOnCard: true },
        cell: (week) => <CountText value={week[kind]} />,
      }),
    ),
  ];
  const name = t("chart", {
    first: first ? formatDay(first.from, locale, false) : "",
    last: last ? formatDay(last.from, locale, false) : "",
    most: Math.max(...weeks.map(({ found }) => found)),
  });
  return (
    <Panel title={t("weeks")} id="weeks" isFlush>
      <div className="traffic-grid">
        <div className="panel-body">
          {isCounted ? (
            <figure className="chart">
              <div className="chart-desk">
                <Columns weeks={weeks} frame={WIDE} name={name} />
              </div>
              <div className="chart-phone">
                <Columns weeks={weeks} frame={NARROW} name={name} />
              </div>
            </figure>
          ) : (
            <p>{t("chartNone")}</p>
          )}
        </div>
        <DataTable
          caption={t("weeks")}
          columns={columns}
          rows={[...weeks].reverse()}
          rowKey={({ from }) => from}
          height="dense"
        />
      </div>
    </Panel>
  );
}

type Top = { readonly kind: SaidKind; readonly value: string; readonly count: number };

/** What a breakdown is called in the reader's language. */
function useSaid(hubName: (id: string) => string): (of: Top) => string {
  const t = useTranslations("catalogue");
  const equipment = useTranslations("services.equipment");
  const [service, corridor, country] = [useServiceName(), useCorridorName(), useCountryName()];
  return ({ kind, value }) => {
    switch (kind) {
      case "service":
        return service(value as "logistics");
      case "hub":
        return hubName(value);
      case "corridor":
        return corridor(value);
      case "equipment":
        return equipment.has(value as "40gp") ? equipment(value as "40gp") : value;
      case "licence":
        return t.has(`licenceKind.${value}`) ? t(`licenceKind.${value as "road"}`) : value;
      case "language":
        return t("exposure.language", {
          name: t.has(`language.${value}`) ? t(`language.${value as "en"}`) : value,
        });
      case "land":
        return t("exposure.land", { name: country(value) });
      default:
        return country(value);
    }
  };
}

const MINUTES_PER_HOUR = 60;
const TOP_MAX = 12;

type TopTableProps = {
  readonly title: string;
  readonly note: string;
  readonly head: string;
  readonly rows: readonly Top[];
  readonly nameOf: (of: Top) => string;
  readonly id: string;
};

function TopTable({ title, note, head, rows, nameOf, id }: TopTableProps) {
  const t = useTranslations("catalogue.exposure");
  const columns: Column<Top>[] = [
    { key: "what", head, cell: nameOf },
    {
      ...{ key: "count", head: t("count"), isNumber: true, card: "end", isNamedOnCard: true },
      cell: ({ count }) => <CountText value={count} />,
    },
  ];
  return (
    <Panel title={title} id={id} isFlush>
      {rows.length > 0 ? (
        <DataTable
          caption={title}
          columns={columns}
          rows={rows.slice(0, TOP_MAX)}
          rowKey={({ kind, value }) => `${kind} ${value}`}
          height="dense"
        />
      ) : (
        <p className="panel-body">{t("none", { days: DAYS_LEAST })}</p>
      )}
      <p className="panel-body text-sm text-ink-2">{note}</p>
    </Panel>
  );
}

type AskedTableProps = { readonly asked: readonly Top[]; readonly hubName: (id: string) => string };

/** What questions that found the provider asked for, in the market's terms. */
export function AskedTable({ asked, hubName }: AskedTableProps) {
  const t = useTranslations("catalogue.exposure");
  return (
    <TopTable
      id="asked"
      title={t("words")}
      note={t("wordsNote", { days: DAYS_LEAST })}
      head={t("what")}
      rows={asked}
      nameOf={useSaid(hubName)}
    />
  );
}

/** The countries of readers with an organisation. */
export function CountryTable({ countries }: { readonly countries: readonly Top[] }) {
  const t = useTranslations("catalogue.exposure");
  const country = useCountryName();
  return (
    <TopTable
      id="countries"
      title={t("countries")}
      note={t("countriesNote", { days: DAYS_LEAST })}
      head={t("country")}
      rows={countries}
      nameOf={({ value }) => country(value)}
    />
  );
}

const LEADS: Readonly<Record<Gap["kind"], string>> = {
  text: "/organisation/listings#page",
  check: "/organisation/check",
  equipment: "/organisation/listings/logistics",
  hours: "/organisation/listings#page",
  answers: "/organisation/listings#answers",
  response: "/desk",
};

const BUTTONS = {
  text: "toText",
  check: "toCheck",
  equipment: "toEquipment",
  hours: "toHours",
  answers: "toAnswers",
  response: "toResponse",
} as const satisfies Readonly<Record<Gap["kind"], string>>;

/** What would raise the figures, each gap with the button that leads to where it is mended. */
export function GapList({ gaps }: { readonly gaps: readonly Gap[] }) {
  const t = useTranslations("catalogue.exposure");
  const languages = useTranslations("catalogue.language");
  const locale = useLocale();
  const duration = useDurationWords();
  const wait = (ms: number) => duration(Math.max(1, Math.ceil(ms / HOUR_MS)) * MINUTES_PER_HOUR);
  const words = (gap: Gap): string => {
    if (gap.kind === "text") return t("gap.text", { language: languages(gap.language), readers: gap.readers });
    if (gap.kind === "response") return t("gap.response", { own: wait(gap.ownMs), market: wait(gap.marketMs) });
    return t(`gap.${gap.kind}`);
  };
  if (gaps.length === 0) return <p>{t("raiseNone")}</p>;
  return (
    <ul className="grid gap-2">
      {gaps.map((gap) => (
        <li
          key={gap.kind === "text" ? `text ${gap.language}` : gap.kind}
          className="flow border-t border-line pt-2 first:border-t-0 first:pt-0"
        >
          <span className="min-w-0 flex-1">{words(gap)}</span>
          <ButtonLink size="small" href={`/${locale}${LEADS[gap.kind]}`}>
            {t(BUTTONS[gap.kind])}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
