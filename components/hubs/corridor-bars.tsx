import { useLocale, useTranslations } from "next-intl";
import { Anchor, ScrollBox } from "@/components/ui/blocks";
import { percentOf, pointsOf } from "./share-figures";
import { roundingOf } from "@/domain/hubs/share-ratio";
import { ShareBar } from "./share-bar";
import { Fragment } from "react";
import { regionNames } from "@/components/ui/format";

export type CorridorBar = {
  readonly corridor: string;
  /** ISO alpha-2 of origin and destination. */
  readonly fromCountry: string;
  readonly toCountry: string;
  /** The corridor's part of the whole. */
  readonly weightBps: number;
  /** Border hubs' share within the corridor; null where nothing went through it in the period. */
  readonly shareBps: number | null;
  /** The fraction behind the share: "93 of 210"; left out where the figures stand elsewhere. */
  readonly amount?: string;
  /** The rows behind it. */
  readonly href?: string;
  /** What it added to the change of the joint share; null where there is no period to compare with. */
  readonly change: { readonly withinBps: number; readonly mixBps: number } | null;
};

type CorridorBarsProps = {
  readonly corridors: readonly CorridorBar[];
  readonly caption: string;
  /** All corridors together, to which the rows add up. */
  readonly total: Pick<CorridorBar, "shareBps" | "amount" | "change">;
};

/** Corridors by weight: the bar is the corridor, its green part went through border hubs. */
export function CorridorBars({ corridors, caption, total }: CorridorBarsProps) {
  const t = useTranslations("hubs.corridors");
  const locale = useLocale();
  const country = regionNames(locale);
  const nameOf = (code: string) => country.of(code) ?? code;
  const nameOfCorridor = (one: CorridorBar) => t("name", { from: nameOf(one.fromCountry), to: nameOf(one.toCountry) });
  const ranked = [...corridors].sort((a, b) => b.weightBps - a.weightBps || (a.corridor < b.corridor ? -1 : 1));
  const largest = Math.max(1, ...ranked.map((one) => one.weightBps));
  const rounding = roundingOf(ranked.map((one) => one.weightBps));
  const hasAmounts = ranked.some((one) => one.amount !== undefined);
  const points = (bps: number | undefined) => (bps === undefined ? t("none") : pointsOf(bps, locale));
  const share = (bps: number | null) => (bps === null ? t("none") : percentOf(bps, locale));
  return (
    <ScrollBox label={caption}>
      <table className="data-table rows-dense corridor-bars">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("corridor")}</th>
            <th scope="col" className="num">
              {t("weight")}
            </th>
            <th scope="col" className="bar-cell">
              <span className="sr-only">{t("bar")}</span>
            </th>
            <th scope="col" className="num">
              {t("share")}
            </th>
            {hasAmounts && (
              <th scope="col" className="num hub-before">
                {t("amount")}
              </th>
            )}
            <th scope="col" className="num hub-before">
              {t("within")}
            </th>
            <th scope="col" className="num hub-before">
              {t("mix")}
            </th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((one) => {
            const throughHubs = (one.weightBps * (one.shareBps ?? 0)) / 10_000;
            return (
              <Fragment key={one.corridor}>
                <tr>
                  <th scope="row">
                    {one.href ? <Anchor href={one.href}>{nameOfCorridor(one)}</Anchor> : nameOfCorridor(one)}
                  </th>
                  <td className="num">{percentOf(one.weightBps, locale)}</td>
                  <td className="bar-cell">
                    <ShareBar
                      parts={[
                        { tone: "c1", amount: throughHubs },
                        { tone: "c6", amount: one.weightBps - throughHubs },
                      ]}
                      of={largest}
                    />
                  </td>
                  <td className="num is-strong">{share(one.shareBps)}</td>
                  {hasAmounts && <td className="num hub-before">{one.amount}</td>}
                  <td className="num hub-before">{points(one.change?.withinBps)}</td>
                  <td className="num hub-before">{points(one.change?.mixBps)}</td>
                </tr>
                <NarrowLine of={one} />
              </Fragment>
            );
          })}
          {rounding !== 0 && (
            <tr className="text-ink-2">
              <th scope="row">{t("rounding")}</th>
              <td className="num">{percentOf(rounding, locale)}</td>
              <td className="bar-cell" />
              <td />
              {hasAmounts && <td className="hub-before" />}
              <td className="hub-before" />
              <td className="hub-before" />
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("total")}</th>
            <td className="num">{share(total.shareBps === null ? null : 10_000)}</td>
            <td className="bar-cell" />
            <td className="num">{share(total.shareBps)}</td>
            {hasAmounts && <td className="num hub-before">{total.amount}</td>}
            <td className="num hub-before">{points(total.change?.withinBps)}</td>
            <td className="num hub-before">{points(total.change?.mixBps)}</td>
          </tr>
          <NarrowLine of={total} />
        </tfoot>
      </table>
    </ScrollBox>
  );
}

/** The amounts and both parts of a change in a line of their own, where the page is too narrow for their columns. */
function NarrowLine({ of: { amount, change } }: { readonly of: Pick<CorridorBar, "amount" | "change"> }) {
  const t = useTranslations("hubs.corridors");
  const locale = useLocale();
  if (amount === undefined && !change) return null;
  return (
    <tr className="narrow-line">
      <td colSpan={4}>
        {amount !== undefined && <span className="block">{t("amountOf", { amount })}</span>}
        {change && t("parts", { within: pointsOf(change.withinBps, locale), mix: pointsOf(change.mixBps, locale) })}
      </td>
    </tr>
  );
}
