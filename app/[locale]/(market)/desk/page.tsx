import { FirstVisit } from "@/app/first-visit";
import { UnconfirmedNote } from "@/app/shell/unconfirmed-note";
import { serviceName } from "@/components/services/service-name";
import { getLocale, getTranslations } from "next-intl/server";
import { DeskQueue } from "@/components/bidding/desk-queue";
import { RequestTurnBar } from "@/components/bidding/request-turn-bar";
import { RequestWaybill } from "@/components/bidding/request-waybill";
import { placeName } from "@/components/ui/words";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { ClockCheck } from "@/components/ui/time/clock-check";
import { stepsFor } from "@/domain/bidding/available-steps";
import { mayEver } from "@/domain/access/policy";
import { isService } from "@/domain/shared/vocabulary";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { requestPage } from "@/server/requests/queries/request-page";
import { deskQueue } from "@/server/bidding/queries/desk";
import { placesAround, referenceData } from "@/server/hubs/queries/network";
import { StaleBid } from "../../requests/[requestId]/amend/amendments";
import { BidArea } from "../../requests/[requestId]/bid-area";
import { loadTemplates } from "../../requests/[requestId]/shown-request";
import { RequestBids } from "../../requests/[requestId]/request-bids";
import { RequestStateChip } from "@/components/requests/request-summary";
import { TurnAction } from "../../requests/[requestId]/request-head";

type PageProps = { readonly searchParams: Promise<{ service?: string | string[]; request?: string | string[] }> };

async function NothingWaits({ hasOffers, locale }: { readonly hasOffers: boolean; readonly locale: string }) {
  const t = await getTranslations("bidding.desk");
  return (
    <PageWrap>
      <PageHead title={t("title")} />
      <EmptyState
        reason={t(hasOffers ? "empty" : "emptyOffers")}
        detail={t(hasOffers ? "emptyDetail" : "emptyOffersDetail")}
      >
        <ButtonLink href={hasOffers ? `/${locale}/requests` : `/${locale}/organisation/listings`}>
          {t(hasOffers ? "browse" : "offer")}
        </ButtonLink>
      </EmptyState>
    </PageWrap>
  );
}

/** The provider's desk: what waits on the left, one request with its form or its bid on the right. */
export default async function DeskPage({ searchParams }: PageProps) {
  const asked = await searchParams;
  const { actor, timeZone } = await requireMember("/desk");
  const { database, clock } = platform();
  const now = clock();
  const service = typeof asked.service === "string" && isService(asked.service) ? asked.service : null;
  const desk = await deskQueue(database.read, actor, { service, now });
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("bidding"), getTranslations()]);
  const current = desk.items.find((row) => row.id === asked.request) ?? desk.items[0];
  const request = current && (await requestPage(database.read, actor, { id: current.id, now }));
  if (!request) return <NothingWaits hasOffers={desk.services.length > 0} locale={locale} />;
  const steps = stepsFor(actor, request, now);
  const templates = await loadTemplates(actor, request, { chosen: null, now });
  const places = placesAround(await referenceData(database.read), [request.origin.id, request.destination.id]);
  const here = `/${locale}/requests/${request.id}`;
  // How corridors fare stands on the request's own page.
  const shown = { request, steps, zone: timeZone, now, templates, corridor: null };
  // Else it is bid on, and something of its bid is waited for.
  const isAsked = request.state === "open";
  const position = desk.items.indexOf(current) + 1;
  return (
    <div className={asked.request === undefined ? "desk" : "desk is-chosen"}>
      <DeskQueue {...desk} service={service} currentId={request.id} now={now} />
      <section className="desk-main">
        <PageHead
          title={t(isAsked ? "desk.quote" : "desk.owed", {
            service: serviceName(words, request.service),
            reference: request.reference,
          })}
          crumb={[
            { label: t("desk.title"), href: `/${locale}/desk` },
            { label: t("desk.position", { position, count: desk.count }) },
          ]}
          chip={<RequestStateChip request={request} now={now} />}
          actions={
            <>
              {mayEver(actor, "request.pass") && (
                <ButtonLink href={`/${locale}/desk/pass`}>{words("lists.pass.link")}</ButtonLink>
              )}
              <ButtonLink href={`/${locale}/desk/corridors`}>{t("leads.link")}</ButtonLink>
              <ButtonLink href={here}>{t("desk.open")}</ButtonLink>
            </>
          }
        />
        <FirstVisit note="quoting" />
        <ClockCheck now={now} />
        <RequestTurnBar
          request={request}
          now={now}
          zone={timeZone}
          hubName={placeName(request.hub, locale)}
          action={isAsked ? undefined : <TurnAction request={request} steps={steps} here={here} />}
        />
        <RequestWaybill request={request} zone={timeZone} />
        <div className="stack mt-3">
          <StaleBid request={request} zone={timeZone} mayAct={steps.includes("withdraw")} />
          {isAsked ? (
            <>
              <UnconfirmedNote place="bid" />
              <BidArea {...shown} />
            </>
          ) : (
            <RequestBids {...shown} actor={actor} places={places} here={here} drawing="" mayRepeat={false} />
          )}
        </div>
      </section>
    </div>
  );
}
