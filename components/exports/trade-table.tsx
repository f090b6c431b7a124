import { useTranslations } from "next-intl";
import { FigureTable, type FigureRow } from "@/components/hubs/figure-table";
import { cellAt } from "@/components/hubs/share-figures";
import type { Service } from "@/domain/shared/vocabulary";
import { useTradeNames } from "./trade-names";

export type TradeLine = {
  readonly name: string;
  readonly service?: Service;
  /** What stands below it, where a reader narrows to it. */
  readonly href?: string;
  /** Several lines that may not stand alone. */
  readonly isQuiet?: boolean;
  readonly valueMinor: bigint;
  readonly count: number;
  /** Left out where they are not counted one by one. */
  readonly providers?: number;
};

type TradeTableProps = {
  readonly caption: string;
  readonly nameHead: string;
  readonly lines: readonly TradeLine[];
  readonly total: TradeLine;
  /** Amounts beside the value, each with its head: shown in a wide window as columns. */
  readonly beside?: readonly { readonly head: string; readonly of: (line: TradeLine, at: number) => string }[];
};

/** Parts of services exports, the largest first, with their value, share, number of orders and providers: a figure never stands without its n. */
export function TradeTable({ caption, nameHead, lines, total, beside = [] }: TradeTableProps) {
  const t = useTranslations("exports");
  const { yuan, share } = useTradeNames();
  const hasProviders = total.providers !== undefined;
  const n = (line: TradeLine): string => {
    const orders = t("orders", { count: line.count });
    return line.providers === undefined
      ? orders
      : t("nLine", { orders, providers: t("providers", { count: line.providers }) });
  };
  const rowOf = (line: TradeLine, at: number): FigureRow => ({
    name: line.name,
    ...(line.service && { service: line.service }),
    ...(line.href && { href: line.href }),
    ...(line.isQuiet && { isQuiet: true }),
    cells: [
      yuan(line.valueMinor),
      line === total ? "" : [["c1", Number(line.valueMinor)]],
      share(line.valueMinor, total.valueMinor),
      n(line),
      ...beside.map(({ of }) => of(line, at)),
    ],
    narrow: [0, ...beside.map((_, place) => place + 1)],
  });
  return (
    <FigureTable
      caption={caption}
      look="corridor-bars"
      nameHead={nameHead}
      columns={[
        [t("head.value"), "num"],
        [t("head.bar"), "bar-cell"],
        [t("head.share"), "is-strong"],
        [hasProviders ? t("head.ofN") : t("head.orders"), "hub-before"],
        ...beside.map(({ head }) => [head, "hub-before"] as const),
      ]}
      barOf={Math.max(1, ...lines.map(({ valueMinor }) => Number(valueMinor)))}
      narrow={[cellAt(3), ...beside.map(({ head }, place) => t("besideLine", { head, amount: cellAt(4 + place) }))]}
      groups={[{ rows: lines.map(rowOf) }, { rows: [rowOf(total, -1)], is: "foot" }]}
    />
  );
}
