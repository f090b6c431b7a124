import { useLocale, useTranslations } from "next-intl";
import { type ChangeBar, ChangeFigure } from "./change-figure";
import { percentOf, pointsOf } from "./share-figures";

export type ChangeStep = {
  /** A hub's or corridor's name in the reader's language. */
  readonly name: string;
  readonly changeBps: number;
};

type ChangeWaterfallProps = {
  readonly before: { readonly label: string; readonly bps: number };
  readonly after: { readonly label: string; readonly bps: number };
  /** They sum to the difference of the two shares. */
  readonly steps: readonly ChangeStep[];
  readonly lineBps: number;
  /** Words of the table that says the same. */
  readonly table: Parameters<typeof ChangeFigure>[0]["table"];
};

/** From the share before to the share after, step by step, in points that sum to the printed difference. */
export function ChangeWaterfall({ before, after, steps, lineBps, table }: ChangeWaterfallProps) {
  const t = useTranslations("hubs.change");
  const locale = useLocale();
  const total = ({ label, bps }: typeof before): ChangeBar => [label, 0, bps, percentOf(bps, locale, 2)];
  const bars: ChangeBar[] = [total(before)];
  let level = before.bps;
  for (const { name, changeBps } of steps.filter((one) => one.changeBps !== 0)) {
    bars.push([name, level, level + changeBps, pointsOf(changeBps, locale)]);
    level += changeBps;
  }
  bars.push(total(after));
  const name = t("title", {
    before: percentOf(before.bps, locale),
    after: percentOf(after.bps, locale),
    change: pointsOf(after.bps - before.bps, locale),
  });
  return <ChangeFigure {...{ name, lineBps, lineWords: t("line"), bars, table }} />;
}
