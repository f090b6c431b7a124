import { useLocale, useTranslations } from "next-intl";
import { FigureTable } from "@/components/hubs/figure-table";
import { monthName } from "@/components/hubs/share-figures";
import { Anchor, Panel } from "@/components/ui/blocks";
import { numberFormat } from "@/components/ui/format";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { KeyedSum } from "@/domain/exports/trade";
import { isService } from "@/domain/shared/vocabulary";
import type { ExportsReview } from "@/views/exports";
import { MonthsPanel } from "./month-columns";
import { useTradeNames } from "./trade-names";
import { type TradeLine, TradeTable } from "./trade-table";

/** Where each figure opens to its orders, with the same filters. */
export type OrderLinks = {
  readonly all: string;
  readonly ofMonth: (month: string) => string;
  readonly ofKind: (kind: string) => string;
  readonly ofPair: (pair: string) => string;
  readonly ofCorridor: (corridor: string) => string;
};

type ReviewProps = { readonly view: ExportsReview; readonly links: OrderLinks };

/** Value, orders and providers, the part of all orders, and what is knowledge-intensive by the definition that is asked for. */
export function ExportsBoxes({ view, links }: ReviewProps) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const { yuan, share } = useTradeNames();
  const { exported, all, knowledge, exporters } = view;
  const number = numberFormat(locale, {});
  const of = (part: bigint, whole: bigint) => ({
    value: whole === 0n ? t("none") : share(part, whole),
    detail: t("ofValue", { part: yuan(part), whole: yuan(whole) }),
  });
  return (
    <WaybillGrid
      columns={5}
      isTight
      hasFigures
      boxes={[
        { number: 1, label: t("box.value"), value: yuan(exported.valueMinor) },
        {
          ...{ number: 2, label: t("box.orders"), value: number.format(exported.count) },
          detail: <Anchor href={links.all}>{t("rows.link")}</Anchor>,
        },
        { number: 3, label: t("box.exporters"), value: number.format(exporters) },
        { number: 4, label: t("box.ofAll"), ...of(exported.valueMinor, all.valueMinor) },
        { number: 5, label: t("box.knowledge"), ...of(knowledge.valueMinor, exported.valueMinor) },
      ]}
    />
  );
}

/** What the two colours of a column are. */
function ChartKey() {
  const t = useTranslations("exports.chartKey");
  return (
    <ul className="chart-key">
      {(["knowledge", "other"] as const).map((key) => (
        <li key={key}>
          <svg viewBox="0 0 14 10" aria-hidden="true">
            <rect className={key === "knowledge" ? "fill-c2" : "fill-c1"} width="14" height="10" />
          </svg>
          {t(key)}
        </li>
      ))}
    </ul>
  );
}

/** The months as columns and as a table: value, its part of all orders, the knowledge-intensive share and n. */
export function MonthsReview({ view, links }: ReviewProps) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const { yuan, share } = useTradeNames();
  const part = (of: bigint, whole: bigint) => (whole === 0n ? t("none") : share(of, whole));
  return (
    <MonthsPanel
      columns={view.months.map(({ month, exported, knowledge }) => ({
        month,
        parts: [
          ["c2", knowledge.valueMinor],
          ["c1", exported.valueMinor - knowledge.valueMinor],
        ],
      }))}
      legend={<ChartKey />}
    >
      <FigureTable
        caption={t("panel.months")}
        look="corridor-bars"
        nameHead={t("head.month")}
        columns={[
          [t("head.value"), "is-strong"],
          [t("head.orders"), "num"],
          [t("head.ofAll"), "num"],
          [t("head.knowledge"), "hub-before"],
        ]}
        barOf={1}
        narrow={[t("besideLine", { head: t("head.knowledge"), amount: "{3}" })]}
        groups={[
          {
            rows: [...view.months].reverse().map(({ month, exported, all, knowledge }) => ({
              name: monthName(month, locale),
              ...(exported.count > 0 && { href: links.ofMonth(month) }),
              cells: [
                yuan(exported.valueMinor),
                numberFormat(locale, {}).format(exported.count),
                part(exported.valueMinor, all.valueMinor),
                part(knowledge.valueMinor, exported.valueMinor),
              ],
              narrow: [0],
            })),
          },
        ]}
      />
    </MonthsPanel>
  );
}

/** So many are told by name; the rest stand on one line. */
const LINES_MAX = 12;

type PartsProps = {
  readonly title: string;
  readonly aside?: string;
  readonly nameHead: string;
  readonly sums: readonly KeyedSum[];
  readonly view: ExportsReview;
  readonly nameOf: (key: string) => string;
  readonly hrefOf: (key: string) => string;
  readonly beside?: Parameters<typeof TradeTable>[0]["beside"];
};

function PartsReview({ title, aside, nameHead, sums, view, nameOf, hrefOf, beside }: PartsProps) {
  const t = useTranslations("exports");
  const lines: TradeLine[] = sums.slice(0, LINES_MAX).map(({ key, valueMinor, count }) => ({
    ...{ name: nameOf(key), href: hrefOf(key), valueMinor, count },
    ...(isService(key) && { service: key }),
  }));
  const rest = sums.slice(LINES_MAX);
  if (rest.length > 0)
    lines.push({
      name: t("rest", { count: rest.length }),
      isQuiet: true,
      valueMinor: rest.reduce((all, { valueMinor }) => all + valueMinor, 0n),
      count: rest.reduce((all, { count }) => all + count, 0),
    });
  const { valueMinor, count } = view.exported;
  return (
    <Panel title={title} {...(aside && { aside })} isFlush>
      <TradeTable
        caption={title}
        nameHead={nameHead}
        lines={lines}
        total={{ name: t("total"), valueMinor, count }}
        {...(beside && { beside })}
      />
    </Panel>
  );
}

/** By kind with its item of the balance of payments, by country pair and by corridor; each line opens to its orders. */
export function PartsOfExports({ view, links }: ReviewProps) {
  const t = useTranslations("exports");
  const { kind, pair, corridor, yuan } = useTradeNames();
  const amount = (key: "marginMinor" | "passThroughMinor") => (_: TradeLine, at: number) =>
    yuan(at < 0 ? view.exported[key] : (view.kinds[at]?.[key] ?? 0n));
  return (
    <>
      <PartsReview
        title={t("panel.kinds")}
        nameHead={t("head.kind")}
        {...{ sums: view.kinds, view, hrefOf: links.ofKind }}
        nameOf={(key) => (isService(key) ? `${kind(key)}, ${t(`item.${key}`)}` : key)}
        beside={[
          { head: t("head.margin"), of: amount("marginMinor") },
          { head: t("head.passThrough"), of: amount("passThroughMinor") },
        ]}
      />
      <div className="hub-grid">
        <PartsReview
          title={t("panel.pairs")}
          aside={t("panel.pairsAside")}
          nameHead={t("head.pair")}
          {...{ sums: view.pairs, view, nameOf: pair, hrefOf: links.ofPair }}
        />
        <PartsReview
          title={t("panel.corridors")}
          nameHead={t("head.corridor")}
          {...{ sums: view.corridors, view, nameOf: corridor, hrefOf: links.ofCorridor }}
        />
      </div>
    </>
  );
}
