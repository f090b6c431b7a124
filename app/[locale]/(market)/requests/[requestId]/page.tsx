import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CargoTable } from "@/components/bidding/cargo-table";
import { OwnBidPanel } from "@/components/bidding/own-bid-panel";
import { RequestTurnBar } from "@/components/bidding/request-turn-bar";
import { RequestWaybill } from "@/components/bidding/request-waybill";
import { ShownBids } from "@/components/bidding/shown-bids";
import { placeName } from "@/components/catalogue/party-name";
import { SERVICE_SCREENS } from "@/components/services/registry";
import { ServiceFigures } from "@/components/services/view/service-figures";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { ServiceName } from "@/components/ui/freight/service-name";
import { Note } from "@/components/ui/page/note";
import { PageHead } from "@/components/ui/page/page-head";
import { Panel } from "@/components/ui/page/panel";
import { StateChip } from "@/components/ui/turn/state-chip";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import type { RequestPage } from "@/domain/bidding/bid-view";
import { acceptsBids } from "@/domain/requests/request";
import { MARKET_ZONE } from "@/domain/shared/local-date";
import { platform } from "@/server/platform/platform";
import { anonymous, currentSession } from "@/server/platform/session";
import { requestPage } from "@/server/queries/bidding";
import { BidArea } from "./bid-area";
import { stepsFor } from "./steps-for";
import { RequestStep } from "./request-step";

type PageProps = {
  readonly params: Promise<{ requestId: string }>;
  readonly searchParams: Promise<{ step?: string | string[] }>;
};

const load = async (id: string) => {
  const session = await currentSession();
  const { database, clock } = platform();
  const now = clock();
  const actor = session?.actor ?? anonymous();
  const request = await requestPage(database.read, actor, { id, now });
  return { actor, now, request, zone: session?.timeZone ?? MARKET_ZONE, isSignedIn: session !== null };
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bidding"))("page.title") };
}

function chipOf(request: RequestPage, words: string) {
  const { state, bidMode } = request;
  if (state === "open") return <StateChip state={bidMode === "sealed" ? "sealed" : "open"} />;
  if (state === "closed") return <StateChip state="sealed">{words}</StateChip>;
  if (state === "opened") return <StateChip state="open">{words}</StateChip>;
  if (state === "awarded") return <StateChip state="awarded" />;
  return <QuietChip icon="circle-dashed">{words}</QuietChip>;
}

export default async function RequestPageView({ params, searchParams }: PageProps) {
  const { requestId } = await params;
  const { actor, now, request, zone, isSignedIn } = await load(requestId);
  if (!request) notFound();
  const [{ step }, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations("bidding")]);
  const here = `/${locale}/requests/${request.id}`;
  const steps = stepsFor(actor, request, now);
  const chosen = steps.find((one) => one === step) ?? null;
  const mayRevise = steps.includes("withdraw");
  const { SpecView } = SERVICE_SCREENS[request.service];
  const isBuyer = request.side === "buyer";
  return (
    <PageWrap>
      <PageHead
        title={request.title}
        crumb={[{ label: t("page.list"), href: `/${locale}/requests` }, { label: request.reference }]}
        sub={<ServiceName service={request.service} />}
        chip={chipOf(request, t(`state.${request.state}`))}
        actions={
          <>
            {isBuyer && (
              <ButtonLink href={`/${locale}/deals/${request.dealId}`} icon="file-text">
                {request.dealReference}
              </ButtonLink>
            )}
            {steps
              .filter((one) => one === "close" || one === "cancel")
              .map((one) => (
                <ButtonLink key={one} href={`${here}?step=${one}#${one}`} icon={one === "cancel" ? "x" : undefined}>
                  {t(`step.${one}.ask`)}
                </ButtonLink>
              ))}
          </>
        }
      />
      <RequestTurnBar
        request={request}
        now={now}
        zone={zone}
        hubName={placeName(request.hub, locale)}
        action={
          isBuyer && request.turn.act === "decide" ? (
            <ButtonLink variant="primary" size="small" href={`/${locale}/deals/${request.dealId}/compare`}>
              {t("page.compare")}
            </ButtonLink>
          ) : steps.includes("open") ? (
            <ButtonLink variant="primary" size="small" href={`${here}?step=open#open`}>
              {t("step.open.ask")}
            </ButtonLink>
          ) : request.turn.act === "bid" && request.side === "provider" && request.ground ? (
            <ButtonLink variant="primary" size="small" href="#bid">
              {t("page.bid")}
            </ButtonLink>
          ) : undefined
        }
      />
      <RequestWaybill request={request} zone={zone} />
      <div className="stack mt-3">
        {request.opening && request.state === "closed" && (
          <Note>{t("page.approvals", { count: request.opening.approvals })}</Note>
        )}
        {chosen && <RequestStep step={chosen} request={request} here={here} />}
        {isBuyer && request.bids === null && (
          <Note icon="lock-keyhole">{t("page.sealed", { count: request.bidCount })}</Note>
        )}
        {request.bids && <ShownBids bids={request.bids} zone={zone} />}
        {request.ownBid && (
          <OwnBidPanel
            bid={request.ownBid}
            service={request.service}
            zone={zone}
            isSealed={request.bidMode === "sealed" && request.openedAt === null}
            tools={
              mayRevise && (
                <ButtonLink size="small" href={`${here}?step=withdraw#withdraw`}>
                  {t("step.withdraw.ask")}
                </ButtonLink>
              )
            }
          />
        )}
        {request.ground &&
          acceptsBids(request, now) &&
          (!request.ownBid || mayRevise) &&
          request.side !== "visitor" && <BidArea request={request} zone={zone} now={now} />}
        <Panel title={t("page.spec")} isFlush>
          {request.spec === null ? (
            <p className="p-4">{t("page.signInForSpec")}</p>
          ) : (
            <SpecView spec={request.spec} zone={zone} />
          )}
        </Panel>
        {request.figures.length > 0 && (
          <Panel title={t("page.figures")} isFlush>
            <ServiceFigures service={request.service} figures={request.figures} />
          </Panel>
        )}
        <Panel title={t("cargo.title")} isFlush>
          <CargoTable cargo={request.cargo} />
        </Panel>
        {!isSignedIn && request.state === "open" && (
          <Note>
            <ButtonLink href={`/${locale}/sign-in?next=${encodeURIComponent(`/requests/${request.id}`)}`}>
              {t("page.signInToBid")}
            </ButtonLink>
          </Note>
        )}
      </div>
    </PageWrap>
  );
}
