import { useLocale, useTranslations } from "next-intl";
import { percentWords } from "@/components/bidding/offer/word-beside";
import { useServiceName } from "@/components/services/words/service-words";
import { formatMoney } from "@/components/ui/figures/format-money";
import { Panel } from "@/components/ui/page/panel";
import type { ComparePage } from "@/domain/award/compare-view";
import { useBidderName } from "./bidder-name";

/** Which packages the bids of the deal offer, what each takes off, and by which rule it counts; nothing where there is none. */
export function PackageNotes({ page }: { readonly page: Pick<ComparePage, "services" | "providers"> }) {
  const t = useTranslations("award.packages");
  const locale = useLocale();
  const serviceName = useServiceName();
  const bidderName = useBidderName(page.providers);
  const offers = page.services.flatMap(({ service, cells }) =>
    cells.flatMap((cell) => cell.packages.map((one) => ({ service, cell, one }))),
  );
  if (offers.length === 0) return null;
  return (
    <Panel title={t("title")} id="packages" className="my-4">
      <p className="text-sm text-ink-2">{t("rule")}</p>
      <ul className="list-disc pl-5">
        {offers.map(({ service, cell, one }) => (
          <li key={`${cell.choiceId} ${one.services.join(" ")}`} className="break-words">
            {t("offer", {
              bidder: bidderName(cell.providerId, cell.alternative),
              service: serviceName(service),
              services: one.services.map(serviceName).join(t("and")),
              discount: formatMoney(one.discount, locale, { display: "code" }),
              percent: percentWords(one.discountBps, locale),
              amount: one.contract ? formatMoney(one.contract, locale, { display: "code" }) : "–",
            })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
