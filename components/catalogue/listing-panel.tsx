import { asWritten, type ShowText } from "@/components/ui/translated-text";
import { QuietChip } from "@/components/ui/cells";
import { useLocale, useTranslations } from "next-intl";
import { listFormat } from "@/components/ui/format";
import { ServiceName, useServiceName } from "@/components/services/service-name";
import { Anchor, Panel } from "@/components/ui/blocks";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { Listing, Provider } from "@/views/providers";
import type { LocalDate } from "@/domain/shared/time";
import { useCorridorName } from "./corridor-text";
import { CheckDetails, CheckText } from "@/components/accounts/check-text";
import { CountText } from "@/components/ui/figures";
import { ShareText } from "@/components/ui/share-text";
import { ON_TIME_LEAST } from "@/domain/catalogue/track-record";
import { SERVICES } from "@/domain/shared/vocabulary";

type ListingPanelProps = {
  readonly providerId: string;
  readonly listing: Listing;
  readonly hubName: (id: string) => string;
  readonly show?: ShowText;
};

/** Hubs by their names, each a way to its page. */
function Hubs({ ids, hubName }: { readonly ids: readonly string[]; readonly hubName: (id: string) => string }) {
  const locale = useLocale();
  return listFormat(locale)
    .formatToParts(ids.map(hubName))
    .map(({ type, value }, at, parts) => {
      if (type === "literal") return value;
      const id = ids[parts.slice(0, at).filter((before) => before.type === "element").length] ?? "";
      return (
        <Anchor key={id} href={`/${locale}/hubs/${id}`}>
          {value}
        </Anchor>
      );
    });
}

function Licences({ licences }: Pick<Listing, "licences">) {
  const t = useTranslations("catalogue.listing");
  if (licences.length === 0) return t("noLicences");
  return licences.map(({ name, number, validUntil }) => (
    <span key={`${name}${number}`} className="block">
      {name} <span className="whitespace-nowrap">{number}</span>
      {validUntil && (
        <span className="text-ink-2">
          {" "}
          {t("until")} <DateText day={validUntil as LocalDate} hasYear />
        </span>
      )}
    </span>
  ));
}

/** What a provider says of one service. Nobody has checked its licences, and the page says so. */
export function ListingPanel({ providerId, listing, hubName, show = asWritten }: ListingPanelProps) {
  const t = useTranslations("catalogue.listing");
  const words = useTranslations("catalogue");
  const corridorName = useCorridorName();
  const locale = useLocale();
  const list = (names: readonly string[]) => listFormat(locale).format([...names]);
  return (
    <Panel title={<ServiceName service={listing.service} />} isFlush>
      <div className="panel-body max-w-prose">
        {show({ kind: "listing", id: providerId, part: listing.service, text: listing.summary }, "whitespace-pre-line")}
      </div>
      <WaybillGrid
        isFlat
        columns={4}
        boxes={[
          { number: 1, label: t("hubs"), value: <Hubs ids={listing.hubIds} hubName={hubName} /> },
          { number: 2, label: t("corridors"), value: list(listing.corridors.map(corridorName)) },
          {
            number: 3,
            label: t("languages"),
            value: list(listing.languages.map((language) => words(`language.${language}`))),
          },
          {
            number: 4,
            label: t("licences"),
            value: <Licences licences={listing.licences} />,
            detail: listing.licences.length > 0 && <QuietChip icon="info">{t("stated")}</QuietChip>,
          },
        ]}
      />
    </Panel>
  );
}

type ProviderRecordProps = {
  readonly provider: Provider;
  readonly zone: string;
  readonly seat: string;
};

/** What the market itself has seen of a provider, each figure with the number it is of. */
export function ProviderRecord({ provider, zone, seat }: ProviderRecordProps) {
  const t = useTranslations("catalogue.record");
  const service = useServiceName();
  const { completedOrders, onTime, check } = provider;
  const all = SERVICES.reduce((count, one) => count + (completedOrders[one] ?? 0), 0);
  const parts = SERVICES.filter((one) => completedOrders[one]).map((one) =>
    t("part", { service: service(one), count: completedOrders[one] ?? 0 }),
  );
  return (
    <WaybillGrid
      columns={4}
      boxes={[
        { number: 1, label: t("seat"), value: seat },
        {
          number: 2,
          label: t("memberSince"),
          value: <TimeText at={provider.memberSince} zone={zone} shape="day" hasYear />,
          detail: provider.foundedYear && t("founded", { year: provider.foundedYear }),
        },
        {
          number: 3,
          label: t("completed"),
          value: <CountText value={all} />,
          detail: parts.join(t("between")) || undefined,
        },
        {
          number: 4,
          label: t("onTime"),
          value:
            onTime.deliveredCount < ON_TIME_LEAST ? (
              t("tooFew", { count: onTime.deliveredCount, least: ON_TIME_LEAST })
            ) : (
              <ShareText part={onTime.onTimeCount} whole={onTime.deliveredCount} unit={t("orders")} />
            ),
          detail: (
            <details>
              <summary>{t("onTimeHow")}</summary>
              {t("onTimeMeans", { early: onTime.earlyCount, notBegun: onTime.notBegunCount })}
            </details>
          ),
        },
        {
          number: 5,
          label: t("check"),
          value: (
            <>
              <CheckText check={check} zone={zone} />
              <CheckDetails check={check} />
            </>
          ),
          detail: t("checkMeans"),
          span: "all",
        },
      ]}
    />
  );
}
