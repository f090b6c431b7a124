import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckText } from "@/components/accounts/check-text";
import { ServiceName } from "@/components/services/service-name";
import { Anchor, ScrollBox } from "@/components/ui/blocks";
import { listFormat } from "@/components/ui/format";
import { Icon } from "@/components/ui/icons/icon";
import { OwnLanguage } from "@/components/ui/own-language";
import { DateText } from "@/components/ui/time/time-text";
import { partyName } from "@/components/ui/words";
import { ON_TIME_LEAST } from "@/domain/catalogue/track-record";
import { parseLocalDate } from "@/domain/shared/time";
import type { ProviderCard } from "@/views/providers";
import { useCorridorName } from "../corridor-text";
import { type CardNames, useFigureCells, useSeat } from "./provider-table";

type RowOfCompare = {
  readonly key: string;
  readonly label: string;
  readonly cell: (card: ProviderCard) => ReactNode;
  /** What is compared: providers of which this is another differ. */
  readonly valueOf: (card: ProviderCard) => unknown;
};

const unique = <Value,>(values: readonly Value[]): Value[] => [...new Set(values)];
const sorted = (values: readonly string[]): string => unique(values).sort().join();

function Licences({ offers }: Pick<ProviderCard, "offers">) {
  const t = useTranslations("catalogue.listing");
  const licences = offers.flatMap((offer) => offer.licences);
  if (licences.length === 0) return t("noLicences");
  return (
    <ul>
      {licences.map(({ name, number, validUntil }) => {
        const lastDay = validUntil ? parseLocalDate(validUntil) : null;
        return (
          <li key={`${name} ${number}`}>
            <OwnLanguage>{name}</OwnLanguage>
            {lastDay && (
              <small>
                {t("until")} <DateText day={lastDay} hasYear />
              </small>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function useCompareRows(names: CardNames, zone: string): readonly RowOfCompare[] {
  const t = useTranslations("catalogue");
  const equipment = useTranslations("services.equipment");
  const corridorName = useCorridorName();
  const locale = useLocale();
  const seat = useSeat(names);
  const figures = useFigureCells();
  const list = (words: readonly string[]) => (words.length === 0 ? "–" : listFormat(locale).format([...words]));
  const all = <Value,>({ offers }: ProviderCard, of: (offer: ProviderCard["offers"][number]) => readonly Value[]) =>
    unique(offers.flatMap(of));
  const hubs = (card: ProviderCard) => all(card, (offer) => offer.hubIds);
  const lanes = (card: ProviderCard) => all(card, (offer) => offer.corridors);
  const languages = (card: ProviderCard) => all(card, (offer) => offer.languages);
  const units = (card: ProviderCard) => all(card, (offer) => offer.equipment);
  const services = ({ offers }: ProviderCard) => offers.map(({ service }) => service);
  return [
    {
      ...{ key: "services", label: t("column.services"), valueOf: (card) => sorted(services(card)) },
      cell: (card) => services(card).map((service) => <ServiceName key={service} service={service} />),
    },
    { key: "seat", label: t("record.seat"), cell: seat, valueOf: ({ country }) => country },
    {
      ...{ key: "hubs", label: t("column.hubs"), valueOf: (card) => sorted(hubs(card)) },
      cell: (card) => list(hubs(card).map(names.hubName)),
    },
    {
      ...{ key: "lanes", label: t("listing.corridors"), valueOf: (card) => sorted(lanes(card)) },
      cell: (card) => list(lanes(card).map(corridorName)),
    },
    {
      ...{ key: "onTime", label: t("bidders.onTime"), cell: figures.onTime },
      // Of what is told of nobody, none differs from another.
      valueOf: ({ figures: { onTimeCount, deliveredCount } }) =>
        deliveredCount < ON_TIME_LEAST ? null : `${onTimeCount} ${deliveredCount}`,
    },
    {
      ...{ key: "response", label: t("bidders.firstResponse"), cell: figures.response },
      valueOf: ({ figures: { responseMs } }) => responseMs,
    },
    {
      ...{ key: "completed", label: t("bidders.completed"), cell: figures.completed },
      valueOf: ({ figures: { completedCount } }) => completedCount,
    },
    {
      ...{ key: "check", label: t("bidders.check"), cell: ({ check }) => <CheckText check={check} zone={zone} /> },
      valueOf: ({ check }) => `${check?.standing} ${check?.expiresOn}`,
    },
    {
      ...{ key: "licences", label: t("bidders.licences"), cell: ({ offers }) => <Licences offers={offers} /> },
      valueOf: ({ offers }) => sorted(offers.flatMap(({ licences }) => licences.map(({ name }) => name))),
    },
    {
      ...{ key: "equipment", label: t("listing.equipment"), valueOf: (card) => sorted(units(card)) },
      cell: (card) => list(units(card).map((one) => equipment(one))),
    },
    {
      ...{ key: "languages", label: t("column.languages"), valueOf: (card) => sorted(languages(card)) },
      cell: (card) => list(languages(card).map((one) => t(`language.${one as "en"}`))),
    },
  ];
}

type CompareTableProps = CardNames & {
  readonly cards: readonly ProviderCard[];
  readonly zone: string;
  /** The same comparison without a provider. */
  readonly without: (id: string) => string;
};

/** Providers side by side, a row for each thing that decides; where they differ the row says so. On a phone the columns scroll within their box and the first one stays. */
export function CompareTable({ cards, zone, without, ...names }: CompareTableProps) {
  const t = useTranslations("catalogue.compare");
  const locale = useLocale();
  const rows = useCompareRows(names, zone);
  return (
    <div className="data-table-wrap">
      <ScrollBox label={t("title")}>
        <table className="data-table provider-compare">
          <caption>{t("title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("what")}</th>
              {cards.map((card) => (
                <th scope="col" key={card.id}>
                  <Anchor href={`/${locale}/providers/${card.id}`}>{partyName(card, locale)}</Anchor>
                  {cards.length > 1 && (
                    <Anchor
                      className="filter-clear"
                      href={without(card.id)}
                      aria-label={t("without", { name: partyName(card, locale) })}
                    >
                      <Icon name="x" />
                    </Anchor>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, cell, valueOf }) => {
              const isDifferent = new Set(cards.map(valueOf)).size > 1;
              return (
                <tr key={key} {...(isDifferent && { className: "is-different" })}>
                  <th scope="row">
                    {label}
                    {isDifferent && <small>{t("differs")}</small>}
                  </th>
                  {cards.map((card) => (
                    <td key={card.id}>{cell(card)}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}
