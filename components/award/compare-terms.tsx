import { useLocale, useTranslations } from "next-intl";
import { ServiceName, useServiceName } from "@/components/services/service-name";
import { StoredTerms } from "@/components/services/stored-terms";
import { Panel, ScrollBox } from "@/components/ui/blocks";
import type { CompareCell, ComparePage, CompareProvider, CompareService } from "@/views/comparison";
import type { NamedPlace } from "@/domain/shared/vocabulary";
import { offerLetter, useBidderName } from "./bidder-name";
import { COMMERCIAL_TERMS_ROWS, commercialTermsWords } from "@/components/bidding/commercial-terms";
import { partyName } from "@/components/ui/words";
import { PlanTable, WaitToCome } from "@/components/services/logistics/planned-way";
import { logisticsTermsSchema } from "@/domain/services/logistics/schema";

type CompareTermsProps = {
  readonly page: Pick<ComparePage, "services" | "providers">;
  readonly zone: string;
  readonly places: readonly NamedPlace[];
};

/** The terms of a bid hold for its alternatives too. */
const isMain = ({ alternative }: CompareCell): boolean => alternative === 0;

/** What each readable bid promises beside its price, a service at a time, below the choice. */
export function CompareTerms({ page, zone, places }: CompareTermsProps) {
  const t = useTranslations("award.terms");
  const services = page.services.filter((service) => service.cells.length > 0);
  if (services.length === 0) return null;
  return (
    <div className="mt-3">
      <Panel title={t("title")} id="terms" isFlush>
        {services.map((service) => (
          <details key={service.requestId} className="border-t border-line">
            <summary className="px-4 py-2">
              <ServiceName service={service.service} /> {t("service", { count: service.cells.filter(isMain).length })}
            </summary>
            {service.cells.filter(isMain).map((cell) => (
              <BidTerms
                key={cell.bidId}
                cell={cell}
                service={service}
                providers={page.providers}
                {...{ zone, places }}
              />
            ))}
          </details>
        ))}
      </Panel>
    </div>
  );
}

type BidTermsProps = Pick<CompareTermsProps, "zone" | "places"> & {
  readonly cell: CompareCell;
  readonly service: CompareService;
  readonly providers: ComparePage["providers"];
};

function BidTerms({ cell, service, providers, ...shown }: BidTermsProps) {
  const t = useTranslations("award.terms");
  const bidderName = useBidderName(providers);
  const { terms } = cell.content;
  return (
    <section className="border-t border-line">
      <h3 className="px-4 py-2 font-medium">{bidderName(cell.providerId)}</h3>
      {Object.keys(terms as object).length === 0 && <p className="px-4 pb-2 text-sm text-ink-2">{t("nothing")}</p>}
      <StoredTerms service={service.service} terms={terms} spec={service.spec} {...shown} />
    </section>
  );
}

type CompareCommercialTermsProps = { readonly page: Pick<ComparePage, "services" | "providers"> };

/** What each bid says beside its price, a row each and a column a bidder, a service at a time; it holds for the bid's alternatives too. */
export function CompareCommercialTerms({ page }: CompareCommercialTermsProps) {
  const t = useTranslations("award.beside");
  const services = page.services.filter((service) => service.cells.length > 0);
  if (services.length === 0) return null;
  return (
    <div className="mt-3">
      <Panel title={t("title")} id="beside" isFlush>
        {services.map((service) => (
          <details key={service.requestId} className="border-t border-line">
            <summary className="px-4 py-2">
              <ServiceName service={service.service} />
            </summary>
            <CommercialTermsTable service={service} providers={page.providers} />
          </details>
        ))}
      </Panel>
    </div>
  );
}

type CommercialTermsTableProps = { readonly service: CompareService; readonly providers: ComparePage["providers"] };

function CommercialTermsTable({ service, providers }: CommercialTermsTableProps) {
  const t = useTranslations("award.beside");
  const row = useTranslations("bidding.beside");
  const words = useTranslations();
  const locale = useLocale();
  const bidderName = useBidderName(providers);
  const serviceName = useServiceName();
  const bids = service.cells
    .filter(({ alternative }) => alternative === 0)
    .map(({ bidId, providerId, content }) => ({
      id: bidId,
      name: bidderName(providerId),
      said: commercialTermsWords(content, { locale, words: (key, values) => words(key, values) }),
    }));
  const caption = t("caption", { service: serviceName(service.service) });
  return (
    <ScrollBox label={caption}>
      <table className="data-table rows-dense">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            {bids.map((bid) => (
              <th key={bid.id} scope="col">
                {bid.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {COMMERCIAL_TERMS_ROWS.map((name) => (
            <tr key={name}>
              <th scope="row">{row(`row.${name}`)}</th>
              {bids.map((bid) => (
                <td key={bid.id}>
                  {bid.said[name].length === 0
                    ? row("none")
                    : bid.said[name].map((text) => (
                        <span key={text} className="block">
                          {text}
                        </span>
                      ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

type ComparePlanProps = {
  readonly page: Pick<ComparePage, "services" | "providers" | "route">;
  readonly places: readonly NamedPlace[];
};

/** The planner's way beside every readable bid for carriage; nothing while there is none to read. */
export function ComparePlan({ page, places }: ComparePlanProps) {
  const t = useTranslations("service-logistics.plan");
  const locale = useLocale();
  const cells = page.services.find(({ service }) => service === "logistics")?.cells ?? [];
  if (cells.length === 0) return null;
  const nameOf = ({ providerId, alternative }: CompareCell) => {
    const provider = page.providers.find(({ id }) => id === providerId) as CompareProvider;
    return `${offerLetter(provider.letter, alternative)} ${partyName(provider, locale)}`;
  };
  const bids = cells.map((cell) => ({
    id: cell.choiceId,
    name: nameOf(cell),
    transitDays: cell.transitDays,
    // Terms that are read no longer say no way; they are shown word for word above.
    terms: logisticsTermsSchema.safeParse(cell.content.terms).data ?? {},
  }));
  return (
    <div className="mt-3">
      <Panel title={t("title")} isFlush>
        <p className="px-4 pt-2 text-sm text-ink-2">{t("lead")}</p>
        <div className="px-4 pt-2">
          <WaitToCome route={page.route} />
        </div>
        <PlanTable route={page.route} bids={bids} places={places} />
      </Panel>
    </div>
  );
}
