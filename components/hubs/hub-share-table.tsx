import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/words";
import { FigureTable, type FigureRow } from "./figure-table";
import { cellAt, percentOf, pointsOf } from "./share-figures";
import { hubTone } from "./share-bar";
import { roundingOf } from "@/domain/hubs/share-ratio";

export type HubShareRow = {
  readonly hubId: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly isBorderHub: boolean;
  /** The amount as a text of the page's measure: "186", "1.2 m CNY". */
  readonly amount: string;
  readonly shareBps: number;
  /** The share to a tenth of a percent, rounded by itself as on the hub's own page. */
  readonly shownBps: number;
  /** The share in the period before, and as it is shown; null where there was no traffic to share. */
  readonly before: { readonly shareBps: number; readonly shownBps: number } | null;
  /** The rows behind the figure. */
  readonly href?: string;
};

export type HubShareSum = Pick<HubShareRow, "amount" | "shareBps" | "shownBps" | "before" | "href">;

type HubShareTableProps = {
  /** The largest first: shares that are equal as they are rounded may be of unlike amounts. */
  readonly rows: readonly HubShareRow[];
  /** All border hubs together, and all others. */
  readonly border: HubShareSum;
  readonly rest: HubShareSum;
  /** What is counted, as the head of its column: "Orders", "Value, CNY". */
  readonly amountHead: string;
  /** Says what the table is of, for readers who cannot see where it stands. */
  readonly caption: string;
};

/** Shares by hub in the order of `rows`: border hubs, their sum, then sea and air gateways. */
export function HubShareTable({ rows, border, rest, amountHead, caption }: HubShareTableProps) {
  const t = useTranslations("hubs.table");
  const rowOf = useHubRow();
  const rounding = useRounding();
  const hubsOf = (isBorderHub: boolean) => rows.filter((row) => row.isBorderHub === isBorderHub);
  const group = (hubs: readonly HubShareRow[], sum: HubShareSum) => ({
    rows: [...hubs.map(rowOf), ...rounding(hubs, sum)],
  });
  const sumOf = (name: string, sum: HubShareSum) => ({ rows: [{ ...rowOf(sum), name }], is: "sums" as const });
  return (
    <FigureTable
      caption={caption}
      look="hub-share-table"
      nameHead={t("hub")}
      columns={[
        [amountHead, "num"],
        [t("share"), "is-strong"],
        [t("bar"), "bar-cell"],
        [t("before"), "hub-before"],
        [t("points"), "hub-before"],
      ]}
      narrow={[t("change", { before: cellAt(3), points: cellAt(4) })]}
      barOf={Math.max(1, ...rows.map((row) => row.shareBps))}
      groups={[
        group(hubsOf(true), border),
        sumOf(t("allBorder"), border),
        group(hubsOf(false), rest),
        sumOf(t("allOther"), rest),
      ]}
    />
  );
}

/** A hub or a sum of hubs as a row of texts: what it was before stands in columns, and in a line of its own where the page is too narrow for them. */
function useHubRow() {
  const t = useTranslations("hubs.table");
  const locale = useLocale();
  return (row: HubShareSum & Partial<HubShareRow>): FigureRow => {
    const { hubId, nameEn = "", nameZh = "", amount, shareBps, shownBps, before, href } = row;
    const was = before && percentOf(before.shownBps, locale);
    const points = before && pointsOf(shareBps - before.shareBps, locale);
    const tone = row.isBorderHub && hubId ? hubTone(hubId) : "c6";
    return {
      ...{ name: placeName({ ...row, nameEn, nameZh }, locale), href },
      ...(hubId && { isStrong: true, ...(!locale.startsWith("zh") && { nameZh }) }),
      cells: [
        amount,
        percentOf(shownBps, locale),
        hubId ? [[tone, shareBps]] : "",
        was ?? t("none"),
        points ?? t("none"),
      ],
      ...(before && { narrow: [0] }),
    };
  };
}

/** The row that makes rounded shares add up to their sum, where they would not. */
function useRounding() {
  const t = useTranslations("hubs.table");
  const locale = useLocale();
  return (rows: readonly HubShareRow[], sum: HubShareSum): FigureRow[] => {
    const shares = rows.map(({ shownBps }) => shownBps);
    const earlier = rows.map((row) => row.before?.shownBps ?? 0);
    const now = roundingOf(shares, sum.shownBps);
    const before = sum.before && roundingOf(earlier, sum.before.shownBps);
    if (now === 0 && !before) return [];
    const was = before === null ? t("none") : percentOf(before, locale);
    return [{ name: t("rounding"), isQuiet: true, cells: ["", percentOf(now, locale), "", was, ""] }];
  };
}
