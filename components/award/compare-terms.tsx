import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/catalogue/party-name";
import { SERVICE_SCREENS } from "@/components/services/registry";
import { ServiceName } from "@/components/ui/freight/service-name";
import { Panel } from "@/components/ui/page/panel";
import type { CompareCell, ComparePage, CompareProvider, CompareService } from "@/domain/award/compare-view";
import { kindOf } from "@/domain/services/registry";

type CompareTermsProps = { readonly page: Pick<ComparePage, "services" | "providers">; readonly zone: string };

/** What each readable bid promises beside its price, service by service, below the choice. */
export function CompareTerms({ page, zone }: CompareTermsProps) {
  const t = useTranslations("award.terms");
  const locale = useLocale();
  const headOf = (cell: CompareCell) => {
    const provider = page.providers.find((one) => one.id === cell.providerId) as CompareProvider;
    return t("of", { letter: provider.letter, name: partyName(provider, locale) });
  };
  return (
    <div className="stack mt-3">
      {page.services
        .filter((service) => service.cells.length > 0)
        .map((service) => (
          <Panel
            key={service.requestId}
            title={t("title")}
            tools={<ServiceName service={service.service} />}
            aside={service.reference}
            isFlush
          >
            {service.cells.map((cell) => (
              <section key={cell.bidId} className="border-t border-line">
                <h3 className="px-4 pt-3 font-medium">{headOf(cell)}</h3>
                <Terms cell={cell} service={service} zone={zone} />
              </section>
            ))}
          </Panel>
        ))}
    </div>
  );
}

type TermsProps = { readonly cell: CompareCell; readonly service: CompareService; readonly zone: string };

function Terms({ cell, service, zone }: TermsProps) {
  const { TermsView } = SERVICE_SCREENS[service.service];
  const { termsSchema } = kindOf(service.service);
  return <TermsView terms={termsSchema.parse(cell.content.terms)} spec={service.spec} zone={zone} />;
}
