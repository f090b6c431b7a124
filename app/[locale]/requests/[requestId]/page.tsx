import { FirstVisit } from "@/app/first-visit";
import { textsOfRequest, TextsToTranslate } from "@/app/written-texts";
import { useTranslations } from "next-intl";
import { CargoTable } from "@/components/bidding/cargo-table";
import { EstimatePanel } from "@/components/tariff/duty-estimate";
import { SERVICE_SCREENS } from "@/components/services/registry";
import { ServiceFigures, SpecWarnings } from "@/components/services/service-figures";
import { Note, Panel } from "@/components/ui/blocks";
import type { RequestPage } from "@/views/requests";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { RequestWaybill } from "@/components/bidding/request-waybill";
import { CorridorPanel } from "@/components/remittance/corridor-health";
import type { SpecOf } from "@/domain/services/registry";
import { OutlookPanel } from "@/components/hubs/outlook-panel";
import { LiveDeal } from "@/components/live/live-pages";
import { PageWrap } from "@/components/shell/page-wrap";
import { useNameList } from "@/components/ui/words";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { mayEver } from "@/domain/access/policy";
import { isGivenUp, type RequestState, termsOf } from "@/domain/requests/request";
import { stepsFor } from "@/domain/bidding/available-steps";
import { RequestTerms } from "@/components/requests/request-terms";
import { type Instant, MARKET_ZONE } from "@/domain/shared/time";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { anonymous, currentSession } from "@/server/platform/identity/session";
import { placesAround, referenceData } from "@/server/hubs/queries/network";
import { requestPage } from "@/server/requests/queries/request-page";
import { corridorOfRequest } from "@/server/remittance/rate-queries";
import { hubOutlook } from "@/server/hubs/queries/hubs";
import { AmendmentSection, DraftOutdated, StaleBid } from "./amend/amendments";
import { RequestBids, WaitingOffers, WayToBid } from "./request-bids";
import { OpeningRecord } from "./proof/opening-record";
import { decidePage } from "@/server/award/queries/decisions";
import { DecideSection } from "./decide-section";
import { LiveSection, loadLive } from "./live-section";
import { RequestHead, RequestStep, WhatNow } from "./request-head";
import { PassSection } from "./pass-section";
import { QuestionsSection } from "./questions-section";
import { RequestFiles } from "./request-files";
import { loadTemplates } from "./shown-request";
import { ThreadSection } from "./thread-section";

/** Who has said that the bids may be opened, and whom it still waits for. */
function OpeningNote({ agreed, awaited }: NonNullable<RequestPage["opening"]>) {
  const t = useTranslations("bidding.page.approvals");
  const nameList = useNameList();
  const named = { agreed: nameList(agreed), awaited: nameList(awaited) };
  return <Note>{t(agreed.length === 0 ? "none" : awaited.length === 0 ? "alone" : "one", named)}</Note>;
}

type RequestFactsProps = {
  readonly request: RequestPage;
  readonly zone: string;
  /** Beside a bid or what comes of it: a phone folds them. */
  readonly isAside: boolean;
};

/** What is asked for, what follows from it, and the goods. */
function RequestFacts({ request, zone, isAside }: RequestFactsProps) {
  const fold = isAside ? "closed" : undefined;
  const t = useTranslations("bidding");
  const { SpecView } = SERVICE_SCREENS[request.service];
  return (
    <>
      <AsMarkup>
        <Panel title={t("page.spec")} id="spec" isFlush fold={fold}>
          {request.spec === null ? (
            <p className="p-4">{t(request.isSpecRead ? "page.signInForSpec" : "page.specOfOldForm")}</p>
          ) : (
            <>
              <SpecWarnings service={request.service} warnings={request.warnings} />
              <SpecView spec={request.spec} zone={zone} hubs={request.otherHubs} />
            </>
          )}
        </Panel>
      </AsMarkup>
      {request.figures.length > 0 && (
        <AsMarkup>
          <Panel title={t("page.figures")} id="figures" isFlush fold={fold}>
            <ServiceFigures service={request.service} figures={request.figures} />
          </Panel>
        </AsMarkup>
      )}
      {request.dutyEstimate && <EstimatePanel shown={request.dutyEstimate} fold={fold} />}
      <AsMarkup>
        <Panel title={t("cargo.title")} id="cargo" isFlush fold={fold}>
          <CargoTable cargo={request.cargo} />
        </Panel>
      </AsMarkup>
    </>
  );
}

type PageProps = {
  readonly params: Promise<{ requestId: string }>;
  readonly searchParams: Promise<
    Partial<Record<"step" | "files" | "draft" | "decide" | "template" | "thread" | "laid", string | string[]>>
  >;
};

/** As long as something can still be decided by it. */
const isGoingOn = (state: RequestState): boolean => state === "open" || state === "closed" || state === "opened";

const outlookOf = ({ hub, mode, direction }: RequestPage, now: Instant) =>
  hubOutlook(pageReader(), { hubId: hub.id, mode, direction, now });

const load = async (id: string) => {
  const session = await currentSession();
  const { clock } = platform();
  const now = clock();
  const actor = session?.actor ?? anonymous();
  const request = await requestPage(pageReader(), actor, { id, now });
  const decide = request && session ? await decidePage(pageReader(), { request, viewer: actor, now }) : null;
  const corridor =
    request?.service === "payment" && request.spec !== null
      ? await corridorOfRequest(pageReader(), { dealId: request.dealId, spec: request.spec as SpecOf<"payment">, now })
      : null;
  const outlook = request && isGoingOn(request.state) ? await outlookOf(request, now) : null;
  return {
    ...{ actor, now, request, corridor, decide, outlook },
    live: request && (await loadLive(actor, { request, now })),
    zone: session?.timeZone ?? MARKET_ZONE,
    isSignedIn: session !== null,
  };
};

/** Readable without an account; what each reader is shown was decided by the query. */
export default async function RequestPageView({ params, searchParams }: PageProps) {
  const { requestId } = await params;
  const { actor, now, request, corridor, decide, outlook, live, zone, isSignedIn } = await load(requestId);
  if (!request) notFound();
  const [asked, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations("bidding")]);
  const { step, files, draft, template } = asked;
  const here = `/${locale}/requests/${request.id}`;
  const places = placesAround(await referenceData(pageReader()), [request.origin.id, request.destination.id]);
  const steps = stepsFor(actor, request, now);
  const chosen = steps.find((one) => one === step) ?? null;
  const templates = await loadTemplates(actor, request, { chosen: template, now });
  const drawing = [draft, template].map(String).join(" ");
  const mayRepeat = request.side === "buyer" && isGivenUp(request) && mayEver(actor, "draft.change");
  const shown = { request, corridor, steps, here, now, zone, templates, drawing, mayRepeat };
  const isBuyer = request.side === "buyer";
  // What the note says of seals is not so of open bidding.
  const isSealedToBidder = isSignedIn && !isBuyer && request.state === "open" && request.bidMode === "sealed";
  const facts = <RequestFacts request={request} zone={zone} isAside={request.side !== "visitor"} />;
  return (
    <PageWrap>
      <RequestHead {...shown} />
      <LiveSection {...shown} live={live} boardSeq={outlook?.seq ?? 0} />
      {request.dealSeq !== null && <LiveDeal dealId={request.dealId} seq={request.dealSeq} />}
      <AsMarkup>
        <RequestWaybill request={request} zone={zone} />
      </AsMarkup>
      <div className="stack mt-3">
        {request.opening && request.state === "closed" && <OpeningNote {...request.opening} />}
        {draft === "discarded" && request.draft === null && (
          <Note tone="ok" isLive>
            {t("draft.discarded")}
          </Note>
        )}
        {chosen && <RequestStep step={chosen} request={request} here={here} />}
        <WhatNow request={request} />
        {isSealedToBidder && <FirstVisit note="bidding" />}
        <WayToBid request={request} now={now} actor={actor} />
        {request.waiting.length > 0 && <WaitingOffers request={request} zone={zone} />}
        {!isBuyer && facts}
        {request.ownBid && <StaleBid request={request} zone={zone} mayAct={steps.includes("withdraw")} />}
        {request.draft && <DraftOutdated request={request} zone={zone} />}
        {decide && <DecideSection page={decide} {...{ request, actor, now, zone, here, asked }} />}
        {isSignedIn && <RequestBids {...shown} actor={actor} places={places} />}
        {isSignedIn && <PassSection {...{ request, actor, now, here }} isChosen={step === "pass"} />}
        {isSignedIn && <ThreadSection {...{ request, actor, zone, here }} asked={asked} />}
        {outlook && (
          <AsMarkup>
            <OutlookPanel
              outlook={outlook}
              href={`/${locale}/hubs/${encodeURIComponent(outlook.hub.id)}`}
              zone={zone}
            />
          </AsMarkup>
        )}
        <AsMarkup>
          <RequestTerms terms={termsOf(request)} visibility={request.visibility} />
        </AsMarkup>
        {request.closedAt !== null && <OpeningRecord request={request} actor={actor} zone={zone} />}
        {isSignedIn && <QuestionsSection request={request} actor={actor} zone={zone} />}
        {isSignedIn && (
          <RequestFiles
            request={request}
            actor={actor}
            zone={zone}
            outcome={typeof files === "string" ? files : null}
          />
        )}
        {corridor && <CorridorPanel corridor={corridor} />}
        {isBuyer && facts}
        <TextsToTranslate viewer={actor} texts={textsOfRequest(request)} title={t("page.translated")} />
        {request.amendmentCount > 0 && <AmendmentSection request={request} zone={zone} />}
      </div>
    </PageWrap>
  );
}
