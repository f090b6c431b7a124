import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { CompareForm } from "@/components/award/compare-form";
import { CompareHead } from "@/components/award/compare-head";
import { CompareBeside } from "@/components/award/beside/compare-beside";
import { PackageNotes } from "@/components/award/beside/package-notes";
import { figureSource } from "@/components/services/words/country-name";
import { serviceName } from "@/components/services/words/service-words";
import { CompareTerms } from "@/components/award/beside/compare-terms";
import { PaymentNotes } from "@/components/award/beside/payment-notes";
import { ComparePlan } from "@/components/award/beside/compare-plan";
import { BidSummary } from "@/components/award/summary/bid-summary";
import { wordComparison } from "@/components/award/word-comparison";
import { StruckBids } from "@/components/award/struck-bids";
import { BidderRecords } from "@/components/catalogue/bidder-records";
import { PageWrap } from "@/components/shell/page-wrap";
import { isCurrency } from "@/domain/shared/money";
import { newId } from "@/server/platform/new-id";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { bidderRecords } from "@/server/award/queries/bidder-records";
import { world } from "@/server/hubs/queries/network";
import { comparePage } from "@/server/award/queries/award";
import { struckBids } from "@/server/award/queries/struck-bids";
import { awardAction } from "./actions";
import { ScorePanel } from "./score/score-panel";

type PageProps = {
  readonly params: Promise<{ dealId: string }>;
  readonly searchParams: Promise<{ currency?: string | string[] }>;
};

export default async function ComparePageView({ params, searchParams }: PageProps) {
  const [{ dealId }, { currency }] = await Promise.all([params, searchParams]);
  const { actor, timeZone } = await requireMember(`/deals/${dealId}/compare`);
  const { database, clock } = platform();
  const now = clock();
  const wanted = typeof currency === "string" && isCurrency(currency) ? currency : null;
  const page = await comparePage(database.read, actor, { dealId, currency: wanted, now });
  if (!page) notFound();
  const struck = await struckBids(database.read, page.services, now);
  const places = [...(await world(database.read)).places.values()];
  const services = page.services.map(({ service }) => service);
  const records = await bidderRecords(database.read, page.providers, { services, now });
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("award"), getTranslations()]);
  return (
    <PageWrap>
      <CompareHead page={page} now={now} zone={timeZone} />
      <PaymentNotes page={page} />
      <BidSummary page={page} zone={timeZone} />
      <StruckBids requests={struck} zone={timeZone} />
      <PackageNotes page={page} />
      <BidderRecords records={records} zone={timeZone} />
      <ClientWords rooms={["award"]}>
        <CompareForm
          action={awardAction}
          words={wordComparison(page, {
            locale,
            zone: timeZone,
            words: (key, values) => t(key, values),
            serviceName: (service) => serviceName(words, service),
            sourceOf: (source) => figureSource(source, (key) => words(`services.${key}`)),
            daysFrom: (service) => words(`service-${service}.daysFrom`),
          })}
          idempotencyKey={newId()}
        />
        <ScorePanel page={page} actor={actor} locale={locale} />
      </ClientWords>
      <CompareBeside page={page} />
      <CompareTerms page={page} zone={timeZone} places={places} />
      <ComparePlan page={page} places={places} />
    </PageWrap>
  );
}
