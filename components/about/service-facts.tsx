import { useLocale, useTranslations } from "next-intl";
import { HubNow } from "@/components/hubs/outlook-panel";
import { CountText, MoneyText } from "@/components/ui/figures";
import { listFormat, numberFormat } from "@/components/ui/format";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { type WaybillBox, WaybillGrid } from "@/components/ui/waybill-grid";
import { HubName } from "@/components/ui/words";
import { FIGURE_DAYS, FIGURE_LEAST, type ServiceFigures } from "@/domain/about/service-figures";
import type { UsualPaper } from "@/domain/about/usual-papers";
import type { Service } from "@/domain/shared/vocabulary";
import type { HubCard } from "@/views/hubs";

type ServiceBoxesProps = {
  readonly service: Service;
  readonly providers: number;
  readonly figures: ServiceFigures;
  /** Null on a corridor, whose hubs stand below with their waits. */
  readonly hub: HubCard | null;
  readonly zone: string;
};

/** How many offer a service on a way, how long it is waited there, and what it takes and costs by the market's own orders. */
export function ServiceBoxes({ service, providers, figures, hub, zone }: ServiceBoxesProps) {
  const t = useTranslations("found.figure");
  const { days, price, index } = figures;
  const hidden = { value: t("hidden"), detail: t("hiddenDetail", FIGURE_LEAST) };
  const boxes: Omit<WaybillBox, "number">[] = [
    { label: t("providers"), value: <CountText value={providers} />, detail: t("providersDetail") },
    ...(hub ? [{ label: t("wait"), value: <HubNow now={hub.now} zone={zone} /> }] : []),
    {
      label: t("days"),
      ...(days
        ? {
            value: <CountText value={days.median} />,
            detail: t("daysDetail", { days: days.nineOfTen, orders: days.orders, period: FIGURE_DAYS }),
          }
        : hidden),
    },
    {
      label: t(service === "logistics" ? "pricePerTonne" : "price"),
      ...(price
        ? {
            value: <MoneyText minor={BigInt(price.medianMinor)} currency="CNY" isRounded />,
            detail: t("priceDetail", { orders: price.orders, providers: price.providers }),
          }
        : hidden),
    },
    {
      label: t("index"),
      ...(index
        ? {
            value: <CountText value={index.value} />,
            detail: t("indexDetail", { orders: index.ordersBefore, period: FIGURE_DAYS }),
          }
        : hidden),
    },
  ];
  return <WaybillGrid columns={3} boxes={boxes.map((box, at) => ({ number: at + 1, ...box }))} />;
}

type Offering = { readonly hub: HubCard; readonly providers: number };

type OfferingHubsProps = {
  readonly rows: readonly Offering[];
  /** The page of the service at a hub. */
  readonly hrefOf: (hubId: string) => string;
  readonly zone: string;
};

/** The hubs of a corridor at which the service is offered. */
export function OfferingHubs({ rows, hrefOf, zone }: OfferingHubsProps) {
  const t = useTranslations("found.hubs");
  const locale = useLocale();
  const columns: Column<Offering>[] = [
    { key: "hub", head: t("hub"), cell: ({ hub }) => <HubName {...hub} /> },
    { key: "wait", card: "facts", head: t("wait"), cell: ({ hub }) => <HubNow now={hub.now} zone={zone} /> },
    {
      ...{ key: "providers", card: "end", isNamedOnCard: true, head: t("providers"), isNumber: true },
      cell: ({ providers }) => numberFormat(locale, {}).format(providers),
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={({ hub }) => hub.id}
      rowHref={({ hub }) => hrefOf(hub.id)}
      height="regular"
    />
  );
}

/** The papers that the border may ask for, who provides each, and when. */
export function UsualPapers({ papers }: { readonly papers: readonly UsualPaper[] }) {
  const [t, words, modes] = [
    useTranslations("found.papers"),
    useTranslations("documents"),
    useTranslations("hubs.mode"),
  ];
  const locale = useLocale();
  const when = ({ directions, modes: by, isForSome }: UsualPaper) => {
    const said = [
      ...directions.map((direction) => t(direction)),
      ...by.map((mode) => modes(mode)),
      ...(isForSome ? [t("some")] : []),
    ];
    return said.length > 0 ? listFormat(locale).format(said) : t("always");
  };
  const columns: Column<UsualPaper>[] = [
    { key: "paper", head: words("readiness.paper"), cell: ({ document }) => words(`kind.${document}`) },
    {
      ...{ key: "provider", card: "facts", head: words("readiness.provider"), isNamedOnCard: true },
      cell: ({ provider }) => words(`party.${provider}`),
    },
    { key: "when", card: "facts", head: t("when"), cell: when, isNamedOnCard: true },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={papers}
      rowKey={({ document }) => document}
      height="regular"
    />
  );
}
