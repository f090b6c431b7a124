import { useTranslations } from "next-intl";
import { CargoTable } from "@/components/bidding/cargo-table";
import { EstimatePanel } from "@/components/tariff/duties/estimate-panel";
import { SERVICE_SCREENS } from "@/components/services/registry";
import { ServiceFigures } from "@/components/services/view/service-figures";
import { SpecWarnings } from "@/components/services/view/spec-warnings";
import { Panel } from "@/components/ui/page/panel";
import type { RequestPage } from "@/domain/bidding/bid-view";

/** What is asked for, what follows from it, and the goods. */
export function RequestFacts({ request, zone }: { readonly request: RequestPage; readonly zone: string }) {
  const t = useTranslations("bidding");
  const { SpecView } = SERVICE_SCREENS[request.service];
  return (
    <>
      <Panel title={t("page.spec")} isFlush>
        {request.spec === null ? (
          <p className="p-4">{t(request.isSpecRead ? "page.signInForSpec" : "page.specOfOldForm")}</p>
        ) : (
          <>
            <SpecWarnings service={request.service} warnings={request.warnings} />
            <SpecView spec={request.spec} zone={zone} hubs={request.otherHubs} />
          </>
        )}
      </Panel>
      {request.figures.length > 0 && (
        <Panel title={t("page.figures")} isFlush>
          <ServiceFigures service={request.service} figures={request.figures} />
        </Panel>
      )}
      {request.dutyEstimate && <EstimatePanel shown={request.dutyEstimate} />}
      <Panel title={t("cargo.title")} isFlush>
        <CargoTable cargo={request.cargo} />
      </Panel>
    </>
  );
}
