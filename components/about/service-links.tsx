import { useLocale, useTranslations } from "next-intl";
import { useCorridorName } from "@/components/catalogue/corridor-text";
import { serviceName } from "@/components/services/service-name";
import { Anchor, Panel } from "@/components/ui/blocks";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { SERVICES, type Service } from "@/domain/shared/vocabulary";

type Offer = { readonly service: Service; readonly way: string; readonly providers: number };

const hrefOf = (locale: string, { service, way }: Offer): string => `/${locale}/services/${service}/${way}`;

/** The services that are offered at one place, each a link to its page there. */
export function ServicesHere({ offers }: { readonly offers: readonly Offer[] }) {
  const [t, words, locale] = [useTranslations("found.links"), useTranslations(), useLocale()];
  if (offers.length === 0) return null;
  return (
    <Panel title={t("here")}>
      <ul className="flow">
        {offers.map((offer) => (
          <li key={offer.service}>
            <Anchor href={hrefOf(locale, offer)}>{serviceName(words, offer.service)}</Anchor>{" "}
            <small>{t("providers", { count: offer.providers })}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The corridors on which payments are offered, in one line. */
export function PaymentWays({ offers }: { readonly offers: readonly Offer[] }) {
  const [t, corridorName, locale] = [useTranslations("found.links"), useCorridorName(), useLocale()];
  if (offers.length === 0) return null;
  return (
    <Panel title={t("payments")}>
      <p className="flow">
        {offers.map((offer) => (
          <Anchor key={offer.way} href={hrefOf(locale, offer)}>
            {corridorName(offer.way)}
          </Anchor>
        ))}
      </p>
    </Panel>
  );
}

type Row = { readonly corridor: string; readonly offers: readonly Offer[] };

/** Every corridor with how many offer each service on it. */
export function ServicesByCorridor({ offers }: { readonly offers: readonly Offer[] }) {
  const [t, corridorName, locale] = [useTranslations("found.links"), useCorridorName(), useLocale()];
  const words = useTranslations();
  const rows = [...Map.groupBy(offers, ({ way }) => way)].map(([corridor, own]): Row => ({ corridor, offers: own }));
  if (rows.length === 0) return null;
  const cellOf = (service: Service) => (row: Row) => {
    const offer = row.offers.find((one) => one.service === service);
    return offer && <Anchor href={hrefOf(locale, offer)}>{t("providers", { count: offer.providers })}</Anchor>;
  };
  const columns: Column<Row>[] = [
    { key: "corridor", head: t("corridor"), cell: ({ corridor }) => corridorName(corridor) },
    ...SERVICES.map(
      (service): Column<Row> => ({
        ...{ key: service, card: "facts", head: serviceName(words, service), isNamedOnCard: true },
        cell: cellOf(service),
      }),
    ),
  ];
  return (
    <Panel title={t("byCorridor")} isFlush>
      <DataTable
        caption={t("byCorridor")}
        columns={columns}
        rows={rows}
        rowKey={({ corridor }) => corridor}
        height="regular"
      />
    </Panel>
  );
}
