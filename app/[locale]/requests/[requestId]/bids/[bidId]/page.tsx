import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { checkCells } from "@/components/bidding/bid-check";
import { partyName } from "@/components/ui/words";
import { AnswerForm, CounterForm, type CounterLine } from "@/components/bidding/negotiation-forms";
import { NegotiationTurn, OfferHistory } from "@/components/bidding/negotiation-view";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/blocks";
import { formatMoney } from "@/components/ui/figures";
import { PageHead } from "@/components/ui/page-head";
import type { BidContent } from "@/domain/bidding/bid";
import { priceOf } from "@/domain/bidding/bid-form";
import { appliedUnitPrice } from "@/domain/bidding/price-charges";
import type { Negotiation } from "@/views/bids";
import { isPercentBasis } from "@/domain/services/charge";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import { requireMember } from "@/server/platform/identity/page-gate";
import { negotiationPage } from "@/server/bidding/queries/bids";
import { answerAction, answerWithOfferAction, counterAction } from "./actions";

type PageProps = {
  readonly params: Promise<{ requestId: string; bidId: string }>;
  readonly searchParams: Promise<{ step?: string | string[] }>;
};

async function linesOf(content: BidContent): Promise<CounterLine[]> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  const cells = checkCells(content, { locale, words: (key, values) => t(key, values) });
  return content.lines.map((line, at) => ({
    name: cells.lines[at]?.name ?? line.code,
    basis: line.basis,
    basisWords: cells.lines[at]?.basis ?? "",
    quantity: cells.lines[at]?.quantity ?? "",
    price: priceOf({ ...line, unitPriceMinor: appliedUnitPrice(line) }, content.currency),
    unit: isPercentBasis(line.basis) ? "%" : content.currency,
  }));
}

/** The form of whose turn it is to offer; null where nobody may now. */
async function offerForm(page: Negotiation) {
  const isCounter = page.steps.includes("counter");
  if (!isCounter && !page.steps.includes("answer")) return null;
  const content = page.offers.at(-1)?.content ?? page.opened;
  return (
    <ClientWords>
      <CounterForm
        action={isCounter ? counterAction : answerWithOfferAction}
        ids={{ requestId: page.requestId, bidId: page.bidId, counterOfferId: page.pending?.id ?? null }}
        currency={content.currency}
        lines={await linesOf(content)}
        days={content.transitDays}
        side={page.side}
        idempotencyKey={newId()}
      />
    </ClientWords>
  );
}

/** The negotiation of one bid, for its two sides; to everybody else it is not there. */
export default async function NegotiationView({ params, searchParams }: PageProps) {
  const { requestId, bidId } = await params;
  const { actor, timeZone } = await requireMember(`/requests/${requestId}/bids/${bidId}`);
  const { clock } = platform();
  const now = clock();
  const page = await negotiationPage(pageReader(), actor, { requestId, bidId, now });
  if (!page) notFound();
  const [{ step }, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations("negotiation")]);
  const here = `/${locale}/requests/${requestId}/bids/${bidId}`;
  const { pending, steps, orderId } = page;
  const answer = (step === "accept" || step === "decline") && steps.includes(step) ? step : null;
  return (
    <PageWrap>
      <PageHead
        title={t("page.title", { name: partyName(page.other, locale) })}
        crumb={[{ label: page.reference, href: `/${locale}/requests/${requestId}` }, { label: t("page.crumb") }]}
        sub={page.title}
        actions={
          orderId && (
            <ButtonLink variant="primary" href={`/${locale}/orders/${orderId}`}>
              {t("page.order")}
            </ButtonLink>
          )
        }
      />
      <NegotiationTurn
        page={page}
        now={now}
        zone={timeZone}
        hubName={t("page.hub")}
        action={
          steps.includes("accept") && (
            <>
              <ButtonLink variant="primary" size="small" href={`${here}?step=accept#accept`}>
                {t("answer.accept.ask")}
              </ButtonLink>
              <ButtonLink size="small" href={`${here}?step=decline#decline`}>
                {t("answer.decline.ask")}
              </ButtonLink>
            </>
          )
        }
      />
      <div className="stack mt-3">
        {answer && pending && (
          <ClientWords>
            <AnswerForm
              action={answerAction}
              answer={answer}
              ids={{ requestId, bidId, counterOfferId: pending.id }}
              total={formatMoney({ minor: pending.content.totalMinor, currency: pending.content.currency }, locale)}
              backHref={here}
              idempotencyKey={newId()}
            />
          </ClientWords>
        )}
        {!answer && (await offerForm(page))}
        <OfferHistory page={page} zone={timeZone} />
      </div>
    </PageWrap>
  );
}
