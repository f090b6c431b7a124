import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/components/ui/figures";
import { numberFormat } from "@/components/ui/format";
import { ServiceName } from "@/components/services/service-name";
import { Panel } from "@/components/ui/blocks";
import { formatTime } from "@/components/ui/time/format-time";
import type { ComparePage, CompareService } from "@/views/comparison";
import { type Remark, summariseBids } from "@/domain/award/bid-summary";
import { useBidderName } from "./bidder-name";

type BidSummaryProps = {
  readonly page: Pick<ComparePage, "services" | "providers">;
  readonly zone: string;
};

/** What tells the opened bids apart, a sentence each, above the choice. Rules choose the sentences and write every number. */
export function BidSummary({ page, zone }: BidSummaryProps) {
  const t = useTranslations("award.summary");
  const remarks = page.services
    .map((service) => ({ service, remarks: summariseBids(service) }))
    .filter((one) => one.remarks.length > 0);
  if (remarks.length === 0) return null;
  return (
    <div className="my-4">
      <Panel title={t("title")} id="summary" aside={t("byRules")}>
        {remarks.map(({ service, remarks: said }) => (
          <section key={service.requestId} aria-label={service.reference} className="mb-2">
            <h3 className="font-medium">
              <ServiceName service={service.service} />
            </h3>
            <ul className="list-disc pl-5">
              {said.map((remark) => (
                <li key={`${remark.kind}-${remark.bidId}`} className="break-words">
                  <RemarkText remark={remark} service={service} providers={page.providers} zone={zone} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Panel>
    </div>
  );
}

type RemarkTextProps = {
  readonly remark: Remark;
  readonly service: CompareService;
  readonly providers: ComparePage["providers"];
  readonly zone: string;
};

/** One remark in the reader's writing. It cites the bid by its letter and name, and lines by their charge and code. */
function RemarkText({ remark, service, providers, zone }: RemarkTextProps) {
  const t = useTranslations("award.summary");
  const chargeWord = useTranslations("services.charge");
  const locale = useLocale();
  const bidderName = useBidderName(providers);
  const nameOf = (choiceId: string) => {
    const cell = service.cells.find((one) => one.choiceId === choiceId);
    return bidderName(cell?.providerId, cell?.alternative);
  };
  const values: Record<string, string | number> = {
    bid: nameOf(remark.bidId),
    beside: "comparedId" in remark ? nameOf(remark.comparedId) : "",
    lines:
      "codes" in remark ? remark.codes.map((code) => t("charge", { name: chargeWord(code), code })).join(t("and")) : "",
    days: "days" in remark ? remark.days : 0,
    percent:
      "bps" in remark
        ? numberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(remark.bps / 10_000)
        : "",
    amount:
      "amount" in remark
        ? formatMoney(remark.amount, locale, { display: "code" })
        : "difference" in remark
          ? formatMoney(remark.difference, locale, { display: "code" })
          : "",
    at: "at" in remark ? formatTime(remark.at, { locale, zone }) : "",
    currency: "currency" in remark ? remark.currency : "",
  };
  return t(`remark.${remark.kind}`, values);
}
