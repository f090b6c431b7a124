import { useLocale, useTranslations } from "next-intl";
import { useCountryName } from "@/components/services/country-name";
import {
  type Channel,
  type CorridorHealth,
  HEALTH_DAYS,
  ORDERS_MIN,
  type OwnCorridor,
  PROVIDERS_MIN,
} from "@/domain/remittance/corridor-health";
import { BarRow } from "@/components/ui/bar-row";
import { CountText } from "@/components/ui/figures";
import { ShareText } from "@/components/ui/share-text";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { Anchor, Note, Panel } from "@/components/ui/blocks";
import { paymentTermsSchema } from "@/domain/services/payment/schema";
import { gapOf } from "@/components/ui/words";

/** A channel in the words that bids use; one that no bid named says so. */
export function useChannelName(): (channel: Channel | null) => string {
  const t = useTranslations();
  return (channel) =>
    channel === null ? t("remittance.channelNotSaid") : t(`service-payment.option.channel.${channel}`);
}

/** From which country to which, in which currency: "Kazakhstan → China, CNY". */
function useCorridorName(): (of: Pick<CorridorHealth, "payerCountry" | "payeeCountry" | "currency">) => string {
  const t = useTranslations("remittance.corridor");
  const countryName = useCountryName();
  return ({ payerCountry, payeeCountry, currency }) =>
    t("name", { from: countryName(payerCountry), to: countryName(payeeCountry), currency });
}

const TENTH_HOUR_MS = 360_000;

/** A time to settle in hours, to the tenth; a dash in words where none was settled. */
function SettleText({ ms }: { readonly ms: number | null }) {
  const t = useTranslations("remittance.corridor");
  return <>{ms === null ? t("noneSettled") : t("hours", { hours: Math.round(ms / TENTH_HOUR_MS) / 10 })}</>;
}

type CorridorTableProps = {
  readonly corridors: readonly CorridorHealth[];
  readonly caption: string;
  /** Of one corridor: its channels are the rows. */
  readonly isOfOne?: boolean;
};

const BPS_MAX = 10_000;

const keyOf = ({ payerCountry, payeeCountry, currency, channel }: CorridorHealth): string =>
  [payerCountry, payeeCountry, currency, channel ?? ""].join(".");

/** How money fared: payments sent, what came back of them with its bar, how long the rest took, what was frozen. */
export function CorridorTable({ corridors, caption, isOfOne = false }: CorridorTableProps) {
  const t = useTranslations("remittance.corridor");
  const corridorName = useCorridorName();
  const channelName = useChannelName();
  const columns: Column<CorridorHealth>[] = [
    {
      key: "corridor",
      head: t(isOfOne ? "channel" : "corridor"),
      cell: (one) => (isOfOne ? channelName(one.channel) : corridorName(one)),
      ...(isOfOne ? {} : { detail: (one: CorridorHealth) => channelName(one.channel) }),
    },
    {
      key: "sent",
      head: t("sent"),
      isNumber: true,
      cell: (one) => (
        <>
          <CountText value={one.sendings} />
          <small>{t("ofOrders", { orders: one.orders })}</small>
        </>
      ),
    },
    {
      key: "returned",
      head: t("returned"),
      isNumber: true,
      cell: (one) => (
        <>
          <ShareText part={one.returned} whole={one.sendings} unit={t("unit")} />
          <BarRow value={one.returnRateBps} max={BPS_MAX} tone="c3" />
        </>
      ),
    },
    { key: "median", head: t("median"), isNumber: true, cell: (one) => <SettleText ms={one.medianSettleMs} /> },
    { key: "p90", head: t("p90"), isNumber: true, cell: (one) => <SettleText ms={one.p90SettleMs} /> },
    { key: "frozen", head: t("frozen"), isNumber: true, cell: (one) => <CountText value={one.frozen} /> },
  ];
  return <DataTable caption={caption} columns={columns} rows={corridors} rowKey={keyOf} height="tall" />;
}

/** How payments like the one that is asked for have fared in this market, by channel. */
export function CorridorPanel({ corridor }: { readonly corridor: OwnCorridor }) {
  const t = useTranslations("remittance.corridor");
  const corridorName = useCorridorName();
  const locale = useLocale();
  const title = t("ownTitle", { corridor: corridorName(corridor) });
  return (
    <Panel title={title} aside={t("period", { days: HEALTH_DAYS })} id="corridor" isFlush fold="closed">
      {corridor.channels.length > 0 ? (
        <CorridorTable corridors={corridor.channels} caption={title} isOfOne />
      ) : (
        <p className="p-4">{t("tooFew", { orders: ORDERS_MIN, providers: PROVIDERS_MIN })}</p>
      )}
      <p className="px-4 py-2 text-sm">
        <Anchor href={`/${locale}/corridors`}>{t("all")}</Anchor>
      </p>
    </Panel>
  );
}

type ChannelNoteProps = { readonly corridor: OwnCorridor; readonly channel: Channel | null };

const WARNS_FROM_BPS = 2_000;

/** How the channel that a bid goes by has fared on this corridor; says so where too little is known. */
function ChannelNote({ corridor, channel }: ChannelNoteProps) {
  const t = useTranslations("remittance.corridor");
  const stop = useTranslations("ui")("stop") + gapOf(useLocale());
  const channelName = useChannelName();
  const of = corridor.channels.find((one) => one.channel === channel);
  if (!of) return <Note>{t("channelUnknown", { channel: channelName(channel) })}</Note>;
  return (
    <Note tone={of.returnRateBps >= WARNS_FROM_BPS ? "warn" : "info"}>
      {t("channelFared", { channel: channelName(channel), days: HEALTH_DAYS })}{" "}
      <ShareText part={of.returned} whole={of.sendings} unit={t("unit")} />
      {stop}
      {t("medianOf")} <SettleText ms={of.medianSettleMs} />
      {t("thenP90")} <SettleText ms={of.p90SettleMs} />
      {stop}
      {t("channelFrozen", { frozen: of.frozen })}
    </Note>
  );
}

type BidChannelProps = {
  /** Null for other services. */
  readonly corridor: OwnCorridor | null;
  /** As the bid says them. */
  readonly terms: unknown;
};

/** How the channel of a payment bid has fared on the corridor that it is for. */
export function BidChannel({ corridor, terms }: BidChannelProps) {
  if (!corridor) return null;
  const channel = paymentTermsSchema.safeParse(terms).data?.channel ?? null;
  return (
    <div className="px-4 py-2">
      <ChannelNote corridor={corridor} channel={channel} />
    </div>
  );
}
