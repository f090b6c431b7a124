import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor, ScrollBox } from "@/components/ui/blocks";
import { percentOf, pointsOf } from "./share-figures";
import { ShareBar, hubTone } from "./share-bar";
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
  const largest = Math.max(1, ...rows.map((row) => row.shareBps));
  const hubsOf = (isBorderHub: boolean) => rows.filter((row) => row.isBorderHub === isBorderHub);
  const figures = (row: HubShareRow) => <HubRow key={row.hubId} row={row} largest={largest} />;
  return (
    <ScrollBox label={caption}>
      <table className="data-table rows-dense hub-share-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("hub")}</th>
            <th scope="col" className="num">
              {amountHead}
            </th>
            <th scope="col" className="num">
              {t("share")}
            </th>
            <th scope="col" className="bar-cell">
              <span className="sr-only">{t("bar")}</span>
            </th>
            <th scope="col" className="num hub-before">
              {t("before")}
            </th>
            <th scope="col" className="num hub-before">
              {t("points")}
            </th>
          </tr>
        </thead>
        <tbody>
          {hubsOf(true).map(figures)}
          <Rounding rows={hubsOf(true)} sum={border} />
        </tbody>
        <tbody className="hub-sums">
          <SumRow name={t("allBorder")} sum={border} />
        </tbody>
        <tbody>
          {hubsOf(false).map(figures)}
          <Rounding rows={hubsOf(false)} sum={rest} />
        </tbody>
        <tbody className="hub-sums">
          <SumRow name={t("allOther")} sum={rest} />
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** The row that makes rounded shares add up to their sum, where they would not. */
function Rounding({ rows, sum }: { rows: readonly HubShareRow[]; sum: HubShareSum }) {
  const t = useTranslations("hubs.table");
  const locale = useLocale();
  const now = roundingOf(
    rows.map(({ shownBps }) => shownBps),
    sum.shownBps,
  );
  const before =
    sum.before &&
    roundingOf(
      rows.map((row) => row.before?.shownBps ?? 0),
      sum.before.shownBps,
    );
  if (now === 0 && !before) return null;
  return (
    <tr className="text-ink-2">
      <th scope="row">{t("rounding")}</th>
      <td />
      <td className="num">{percentOf(now, locale)}</td>
      <td className="bar-cell" />
      <td className="num hub-before">{before === null ? t("none") : percentOf(before, locale)}</td>
      <td className="hub-before" />
    </tr>
  );
}

function Opened({ href, children }: { href: string | undefined; children: ReactNode }) {
  return href ? <Anchor href={href}>{children}</Anchor> : children;
}

function HubRow({ row, largest }: { row: HubShareRow; largest: number }) {
  const locale = useLocale();
  const isChinese = locale.startsWith("zh");
  return (
    <>
      <tr>
        <th scope="row">
          <Opened href={row.href}>
            <b>{isChinese ? row.nameZh : row.nameEn}</b>
          </Opened>
          {!isChinese && (
            <>
              {" "}
              <span className="hub-zh-name" lang="zh-CN">
                {row.nameZh}
              </span>
            </>
          )}
        </th>
        <td className="num">{row.amount}</td>
        <td className="num is-strong">{percentOf(row.shownBps, locale)}</td>
        <td className="bar-cell">
          <ShareBar
            parts={[{ tone: row.isBorderHub ? hubTone(row.hubId) : "c6", amount: row.shareBps }]}
            of={largest}
          />
        </td>
        <Change shareBps={row.shareBps} before={row.before} />
      </tr>
      <ChangeLine shareBps={row.shareBps} before={row.before} />
    </>
  );
}

function SumRow({ name, sum }: { name: string; sum: HubShareSum }) {
  const locale = useLocale();
  return (
    <>
      <tr>
        <th scope="row">
          <Opened href={sum.href}>{name}</Opened>
        </th>
        <td className="num">{sum.amount}</td>
        <td className="num">{percentOf(sum.shownBps, locale)}</td>
        <td className="bar-cell" />
        <Change shareBps={sum.shareBps} before={sum.before} />
      </tr>
      <ChangeLine shareBps={sum.shareBps} before={sum.before} />
    </>
  );
}

function Change({ shareBps, before }: Pick<HubShareRow, "shareBps" | "before">) {
  const t = useTranslations("hubs.table");
  const locale = useLocale();
  return (
    <>
      <td className="num hub-before">{before === null ? t("none") : percentOf(before.shownBps, locale)}</td>
      <td className="num hub-before">{before === null ? t("none") : pointsOf(shareBps - before.shareBps, locale)}</td>
    </>
  );
}

/** The same in a line of its own, where the page is too narrow for the columns. */
function ChangeLine({ shareBps, before }: Pick<HubShareRow, "shareBps" | "before">) {
  const t = useTranslations("hubs.table");
  const locale = useLocale();
  if (before === null) return null;
  const points = pointsOf(shareBps - before.shareBps, locale);
  return (
    <tr className="narrow-line">
      <td colSpan={4}>{t("change", { before: percentOf(before.shownBps, locale), points })}</td>
    </tr>
  );
}
