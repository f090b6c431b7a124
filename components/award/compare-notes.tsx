import { useLocale, useTranslations } from "next-intl";
import { percentWords } from "@/components/bidding/commercial-terms";
import { useServiceName } from "@/components/services/service-words";
import { formatMoney } from "@/components/ui/money-text";
import { Panel } from "@/components/ui/panel";
import type { ComparePage } from "@/views/comparison";
import { useBidderName } from "./bidder-name";
import { Note } from "@/components/ui/note";
import { partyName } from "@/components/ui/party-name";
import { Anchor } from "@/components/ui/anchor";
import { TimeText } from "@/components/ui/time/time-text";
import type { Disqualification } from "@/views/decisions";

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

/** Where a payment is to be awarded: who holds the money, and what to do about a quote that has ended. */
export function PaymentNotes({ page }: { readonly page: ComparePage }) {
  const t = useTranslations();
  const payments = page.services.filter((service) => service.service === "payment");
  if (payments.length === 0) return null;
  const isAnyExpired = payments.some(
    (service) => service.state === "opened" && service.cells.some((cell) => cell.isExpired),
  );
  return (
    <>
      <Note>{t("service-payment.moneyHolder")}</Note>
      {isAnyExpired && <Note tone="warn">{t("award.payout.askAgain")}</Note>}
    </>
  );
}

export type StruckOfRequest = {
  readonly requestId: string;
  readonly reference: string;
  readonly all: readonly Disqualification[];
};

type StruckBidsProps = { readonly requests: readonly StruckOfRequest[]; readonly zone: string };

/** Beside a comparison: which bids are out and why, and what nothing else can be awarded before. */
export function StruckBids({ requests, zone }: StruckBidsProps) {
  const t = useTranslations("decide");
  const locale = useLocale();
  const nameOf = ({ bidder }: Disqualification) => (bidder ? partyName(bidder, locale) : "");
  const pick = (isWanted: (one: Disqualification) => boolean) =>
    requests.flatMap(({ all, ...request }) => all.filter(isWanted).map((one) => ({ ...request, one })));
  const curing = pick((one) => one.isCuring);
  const out = pick(({ state }) => state === "effective");
  if (curing.length + out.length === 0) return null;
  return (
    <div className="stack my-3">
      {curing.map(({ requestId, reference, one }) => (
        <Note key={one.bidId} tone="warn">
          <Anchor href={`/${locale}/requests/${requestId}#disqualifications`}>{reference}</Anchor>{" "}
          {t("struck.one", { bidder: nameOf(one), code: t(`disqualify.code.${one.code}`) })} {t("panel.waits")}{" "}
          {one.cureEndsAt !== null && <TimeText at={one.cureEndsAt} zone={zone} />}
        </Note>
      ))}
      {out.length > 0 && (
        <Panel title={t("struck.title", { count: out.length })} id="disqualified">
          <ul>
            {out.map(({ requestId, reference, one }) => (
              <li key={one.bidId} className="py-2">
                <Anchor href={`/${locale}/requests/${requestId}#disqualifications`}>{reference}</Anchor>{" "}
                <s>{nameOf(one)}</s>{" "}
                {t("disqualify.wrote", { code: t(`disqualify.code.${one.code}`), words: one.words })}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
