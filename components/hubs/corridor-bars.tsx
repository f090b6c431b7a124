import { useLocale, useTranslations } from "next-intl";
import { cellAt, percentOf, pointsOf } from "./share-figures";
import { roundingOf } from "@/domain/hubs/share-ratio";
import { FigureTable, type FigureRow } from "./figure-table";
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

const WHOLE_BPS = 10_000;
/** Which of the narrow lines says the fraction, and which both parts of a change. */
const AMOUNT_LINE = 0;
const PARTS_LINE = 1;

/** Corridors by weight: the bar is the corridor, its green part went through border hubs. */
export function CorridorBars({ corridors, caption, total }: CorridorBarsProps) {
  const t = useTranslations("hubs.corridors");
  const locale = useLocale();
  const country = regionNames(locale);
  const nameOf = (code: string) => country.of(code) ?? code;
  const ranked = [...corridors].sort((a, b) => b.weightBps - a.weightBps || (a.corridor < b.corridor ? -1 : 1));
  const rounding = roundingOf(ranked.map((one) => one.weightBps));
  const hasAmounts = ranked.some((one) => one.amount !== undefined);
  const figures = useCorridorFigures(hasAmounts);
  return (
    <FigureTable
      caption={caption}
      look="corridor-bars"
      nameHead={t("corridor")}
      columns={[
        [t("weight"), "num"],
        [t("bar"), "bar-cell"],
        [t("share"), "is-strong"],
        ...(hasAmounts ? [[t("amount"), "hub-before"] as const] : []),
        [t("within"), "hub-before"],
        [t("mix"), "hub-before"],
      ]}
      barOf={Math.max(1, ...ranked.map((one) => one.weightBps))}
      narrow={[
        t("amountOf", { amount: cellAt(3) }),
        t("parts", { within: cellAt(hasAmounts ? 4 : 3), mix: cellAt(hasAmounts ? 5 : 4) }),
      ]}
      groups={[
        {
          rows: [
            ...ranked.map((one) => ({
              name: t("name", { from: nameOf(one.fromCountry), to: nameOf(one.toCountry) }),
              href: one.href,
              ...figures(one, { weightBps: one.weightBps, bar: barOf(one) }),
            })),
            ...(rounding === 0 ? [] : [{ name: t("rounding"), isQuiet: true, cells: [percentOf(rounding, locale)] }]),
          ],
        },
        {
          rows: [
            { name: t("total"), ...figures(total, { weightBps: total.shareBps === null ? null : WHOLE_BPS, bar: "" }) },
          ],
          is: "foot",
        },
      ]}
    />
  );
}

type Figures = Pick<CorridorBar, "shareBps" | "amount" | "change">;
type Weight = { readonly weightBps: number | null; readonly bar: FigureRow["cells"][number] };

/** The figures of a corridor or of all as texts; amounts and both parts of a change also in a line of their own, where the page is too narrow for their columns. */
function useCorridorFigures(hasAmounts: boolean) {
  const t = useTranslations("hubs.corridors");
  const locale = useLocale();
  const points = (bps: number | undefined) => (bps === undefined ? t("none") : pointsOf(bps, locale));
  const percent = (bps: number | null) => (bps === null ? t("none") : percentOf(bps, locale));
  return ({ shareBps, amount, change }: Figures, { weightBps, bar }: Weight) => {
    const [within, mix] = [points(change?.withinBps), points(change?.mixBps)];
    return {
      cells: [percent(weightBps), bar, percent(shareBps), ...(hasAmounts ? [amount ?? ""] : []), within, mix],
      narrow: [...(amount === undefined ? [] : [AMOUNT_LINE]), ...(change ? [PARTS_LINE] : [])],
    };
  };
}

/** The whole bar is the corridor's weight, its first part what went through border hubs. */
function barOf({ weightBps, shareBps }: CorridorBar): Weight["bar"] {
  const throughHubs = Math.round((weightBps * (shareBps ?? 0)) / WHOLE_BPS);
  return [
    ["c1", throughHubs],
    ["c6", weightBps - throughHubs],
  ];
}
