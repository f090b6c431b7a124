import { useLocale, useTranslations } from "next-intl";
import { listFormat } from "@/components/ui/intl-cache";
import { ServiceName } from "@/components/services/service-name";
import { Panel } from "@/components/ui/panel";
import { DateText } from "@/components/ui/time/time-text";
import { QuietChip } from "@/components/ui/state-chip";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { Listing } from "@/views/providers";
import type { LocalDate } from "@/domain/shared/local-date";
import { useCorridorName } from "./corridor-text";

type ListingPanelProps = { readonly listing: Listing; readonly hubName: (id: string) => string };

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
export function ListingPanel({ listing, hubName }: ListingPanelProps) {
  const t = useTranslations("catalogue.listing");
  const words = useTranslations("catalogue");
  const corridorName = useCorridorName();
  const locale = useLocale();
  const list = (names: readonly string[]) => listFormat(locale).format([...names]);
  return (
    <Panel title={<ServiceName service={listing.service} />} isFlush>
      <p className="panel-body max-w-prose whitespace-pre-line">{listing.summary}</p>
      <WaybillGrid
        isFlat
        columns={4}
        boxes={[
          { number: 1, label: t("hubs"), value: list(listing.hubIds.map(hubName)) },
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
