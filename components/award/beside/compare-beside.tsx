import { useLocale, useTranslations } from "next-intl";
import { BESIDE_ROWS, besideWords } from "@/components/bidding/offer/word-beside";
import { ServiceName } from "@/components/services/face/service-name";
import { useServiceName } from "@/components/services/words/service-words";
import { Panel } from "@/components/ui/page/panel";
import { ScrollBox } from "@/components/ui/page/scroll-box";
import type { ComparePage, CompareService } from "@/domain/award/compare-view";
import { useBidderName } from "./bidder-name";

type CompareBesideProps = { readonly page: Pick<ComparePage, "services" | "providers"> };

/** What each bid says beside its price, a row each and a column a bidder, a service at a time; it holds for the bid's alternatives too. */
export function CompareBeside({ page }: CompareBesideProps) {
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
            <BesideTable service={service} providers={page.providers} />
          </details>
        ))}
      </Panel>
    </div>
  );
}

type BesideTableProps = { readonly service: CompareService; readonly providers: ComparePage["providers"] };

function BesideTable({ service, providers }: BesideTableProps) {
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
      said: besideWords(content, { locale, words: (key, values) => words(key, values) }),
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
          {BESIDE_ROWS.map((name) => (
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
