import { FirstVisit } from "@/app/first-visit";
import { getLocale, getTranslations } from "next-intl/server";
import { partyName } from "@/components/ui/words";
import { ScoreSheet } from "@/components/award/score-sheet";
import { ServiceName, serviceName } from "@/components/services/service-name";
import { Panel } from "@/components/ui/blocks";
import type { Actor } from "@/domain/access/policy";
import type { ComparePage } from "@/views/comparison";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import { scoreSheet } from "@/server/award/queries/scores";
import { awardAction, scoreBidAction } from "./actions";
import { notFound } from "next/navigation";
import { ClientWords } from "@/app/client-words";
import { CompareForm } from "@/components/award/compare-form";
import { CompareHead, PackageNotes, PaymentNotes, StruckBids } from "@/components/award/compare-head";
import { CompareCommercialTerms, ComparePlan, CompareTerms } from "@/components/award/compare-terms";
import { figureSource } from "@/components/services/country-name";
import { BidSummary } from "@/components/award/bid-summary";
import { wordComparison } from "@/components/award/word-comparison";
import { BidderRecords } from "@/components/catalogue/bidder-records";
import { PageWrap } from "@/components/shell/page-wrap";
import { isCurrency } from "@/domain/shared/money";
import { requireMember } from "@/server/platform/identity/page-gate";
import { bidderRecords } from "@/server/award/queries/bidder-records";
import { placesAround, referenceData } from "@/server/hubs/queries/network";
import { comparePage } from "@/server/award/queries/comparison";
import { struckBids } from "@/server/award/queries/decisions";

type ScorePanelProps = { readonly page: ComparePage; readonly actor: Actor; readonly locale: string };

/** Where one of the buyer's people scores the opened bids at the buyer's own criteria; nothing where there are none. */
async function ScorePanel({ page, actor, locale }: ScorePanelProps) {
  const t = await getTranslations("award");
  const nameOf = (providerId: string): string => {
    const provider = page.providers.find(({ id }) => id === providerId);
    return provider ? t("bidder", { letter: provider.letter, name: partyName(provider, locale) }) : "";
  };
  const services = page.services.filter(({ criteria }) => criteria.some(({ kind }) => kind === "own"));
  const sheets = await Promise.all(
    services.map(async (service) => ({
      service,
      bids: await scoreSheet(pageReader(), actor, service.requestId),
    })),
  );
  const shown = sheets.filter(({ bids }) => bids !== null && bids.length > 0);
  if (shown.length === 0) return null;
  return (
    <div className="mt-3">
      <Panel title={t("score.title")} id="scores" isFlush>
        <p className="px-4 py-3 text-ink-2">{t("score.lead")}</p>
        {shown.map(({ service, bids }) => (
          <details key={service.requestId} className="border-t border-line" open>
            <summary className="px-4 py-2">
              <ServiceName service={service.service} /> {service.reference}
            </summary>
            <ScoreSheet
              action={scoreBidAction}
              dealId={page.dealId}
              criteria={service.criteria}
              bids={(bids ?? []).map(({ bidId, providerId, points }) => ({
                bidId,
                name: nameOf(providerId),
                points: [...points],
              }))}
            />
          </details>
        ))}
      </Panel>
    </div>
  );
}

type PageProps = {
  readonly params: Promise<{ dealId: string }>;
  readonly searchParams: Promise<{ currency?: string | string[] }>;
};

export default async function ComparePageView({ params, searchParams }: PageProps) {
  const [{ dealId }, { currency }] = await Promise.all([params, searchParams]);
  const { actor, timeZone } = await requireMember(`/deals/${dealId}/compare`);
  const { clock } = platform();
  const now = clock();
  const wanted = typeof currency === "string" && isCurrency(currency) ? currency : null;
  const page = await comparePage(pageReader(), actor, { dealId, currency: wanted, now });
  if (!page) notFound();
  const struck = await struckBids(pageReader(), page.services, now);
  const places = placesAround(await referenceData(pageReader()), [page.origin.id, page.destination.id]);
  const services = page.services.map(({ service }) => service);
  const records = await bidderRecords(pageReader(), page.providers, { services, now });
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("award"), getTranslations()]);
  return (
    <PageWrap>
      <CompareHead page={page} now={now} zone={timeZone} />
      <FirstVisit note="comparing" />
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
            countedFrom: (service, count) => words(`service-${service}.${count}From`),
          })}
          idempotencyKey={newId()}
        />
        <ScorePanel page={page} actor={actor} locale={locale} />
      </ClientWords>
      <CompareCommercialTerms page={page} />
      <CompareTerms page={page} zone={timeZone} places={places} />
      <ComparePlan page={page} places={places} />
    </PageWrap>
  );
}
