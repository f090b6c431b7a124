import { useLocale, useTranslations } from "next-intl";
import { FigureTable } from "@/components/hubs/figure-table";
import { monthName } from "@/components/hubs/share-figures";
import { EmptyState, Panel } from "@/components/ui/blocks";
import { numberFormat } from "@/components/ui/format";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { ShownCell, Split } from "@/domain/exports/small-cells";
import { isService } from "@/domain/shared/vocabulary";
import type { PublicExports, ShownPart } from "@/views/exports";
import { ExportsAbout } from "./exports-about";
import { MonthsPanel } from "./month-columns";
import { useTradeNames } from "./trade-names";
import { type TradeLine, TradeTable } from "./trade-table";

type ViewProps = {
  readonly view: PublicExports;
  /** The page of another month. */
  readonly monthHref: (month: string) => string;
};

/** The month's value, orders and providers, its part of all and what of it is knowledge-intensive. */
function Boxes({ view, total }: { readonly view: PublicExports; readonly total: ShownCell }) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const { yuan, share } = useTradeNames();
  const number = numberFormat(locale, {});
  const part = (of: ShownPart | null) =>
    of
      ? {
          value: share(of.part.valueMinor, of.whole.valueMinor),
          detail: t("ofValue", { part: yuan(of.part.valueMinor), whole: yuan(of.whole.valueMinor) }),
        }
      : { value: t("hidden") };
  return (
    <WaybillGrid
      columns={5}
      isTight
      hasFigures
      boxes={[
        { number: 1, label: t("box.value"), value: yuan(total.valueMinor) },
        { number: 2, label: t("box.orders"), value: number.format(total.count) },
        { number: 3, label: t("box.exporters"), value: number.format(total.providers) },
        { number: 4, label: t("box.ofAll"), ...part(view.ofAll) },
        {
          number: 5,
          label: t("box.knowledgeIn", {
            from: monthName(view.quarter.first, locale),
            to: monthName(view.quarter.last, locale),
          }),
          ...part(view.quarter.knowledge),
        },
      ]}
    />
  );
}

/** The months as columns and as a table, each with its page; one that may not be shown says so. */
function PublicMonths({ view, monthHref }: ViewProps) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const { yuan } = useTradeNames();
  const number = numberFormat(locale, {});
  return (
    <MonthsPanel
      columns={view.months.map(({ month, total }) => ({
        month,
        parts: total && [["c1", total.valueMinor] as const],
      }))}
    >
      <FigureTable
        caption={t("panel.months")}
        look="corridor-bars"
        nameHead={t("head.month")}
        columns={[
          [t("head.value"), "is-strong"],
          [t("head.orders"), "num"],
          [t("head.providers"), "num"],
        ]}
        barOf={1}
        groups={[
          {
            rows: [...view.months].reverse().map(({ month, total }) => ({
              name: monthName(month, locale),
              isStrong: month === view.month,
              ...(total && month !== view.month && { href: monthHref(month) }),
              cells: total
                ? [yuan(total.valueMinor), number.format(total.count), number.format(total.providers)]
                : [t("hidden"), "", ""],
            })),
          },
        ]}
      />
    </MonthsPanel>
  );
}

type PartsPanelProps = {
  readonly title: string;
  readonly aside?: string;
  readonly nameHead: string;
  readonly split: Split | null;
  readonly total: ShownCell;
  readonly nameOf: (key: string) => string;
  readonly note?: string | null;
};

/** Parts of the month as far as they may be shown, with the rest on one line, so that the lines come to the total. */
function PartsPanel({ title, aside, nameHead, split, total, nameOf, note }: PartsPanelProps) {
  const t = useTranslations("exports");
  if (!split) return null;
  const { shown, rest } = split;
  const lines: TradeLine[] = shown.map(({ key, ...cell }) => ({
    ...cell,
    name: nameOf(key),
    ...(isService(key) && { service: key }),
  }));
  if (rest) lines.push({ ...rest, name: t("rest", { count: rest.keys.length }), isQuiet: true });
  return (
    <Panel title={title} {...(aside && { aside })} isFlush>
      <TradeTable caption={title} nameHead={nameHead} lines={lines} total={{ ...total, name: t("total") }} />
      {note && <p className="panel-foot">{note}</p>}
    </Panel>
  );
}

/** A month's services exports for everybody: what may be shown, each figure with its n, and the rule for what may not. */
export function PublicExportsView({ view, monthHref }: ViewProps) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const { kind, pair, corridor, yuan } = useTradeNames();
  const { total, marginMinor } = view;
  return (
    <div className="stack">
      {total ? (
        <Boxes view={view} total={total} />
      ) : (
        <Panel isFlush>
          <EmptyState reason={t("tooSmall", { month: monthName(view.month, locale) })} />
        </Panel>
      )}
      <PublicMonths {...{ view, monthHref }} />
      {total && (
        <div className="hub-grid">
          <PartsPanel
            title={t("panel.kinds")}
            nameHead={t("head.kind")}
            {...{ split: view.kinds, total, nameOf: kind }}
            note={marginMinor === null ? null : t("marginOf", { margin: yuan(marginMinor) })}
          />
          <PartsPanel
            title={t("panel.corridors")}
            nameHead={t("head.corridor")}
            {...{ split: view.corridors, total, nameOf: corridor }}
          />
          <PartsPanel
            title={t("panel.pairs")}
            aside={t("panel.pairsAside")}
            nameHead={t("head.pair")}
            {...{ split: view.pairs, total, nameOf: pair }}
          />
        </div>
      )}
      <ExportsAbout definition={view.definition} isPublic />
    </div>
  );
}
