import { useTranslations } from "next-intl";
import { ServiceName } from "@/components/services/face/service-name";
import { StoredTerms } from "@/components/services/view/stored-terms";
import { Panel } from "@/components/ui/page/panel";
import type { CompareCell, ComparePage, CompareService } from "@/domain/award/compare-view";
import type { NamedPlace } from "@/domain/shared/named";
import { useBidderName } from "./bidder-name";

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
