import { showTexts, textsOfBids } from "@/app/written-texts";
import { UnconfirmedNote } from "@/app/shell/unconfirmed-note";
import { useLocale, useTranslations } from "next-intl";
import { Anchor, ButtonLink, Note } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import { serviceName } from "@/components/services/service-name";
import { type Actor, mayEver } from "@/domain/access/policy";
import type { RequestPage } from "@/views/requests";
import { isTurnOf } from "@/domain/requests/request-turn";
import { OwnBidPanel, ShownBids } from "@/components/bidding/shown-bids";
import { BidChannel } from "@/components/remittance/corridor-health";
import { OwnPlanRows } from "@/components/services/logistics/planned-way";
import type { NamedPlace } from "@/domain/shared/vocabulary";
import { acceptsBids, isOpened, termsOf } from "@/domain/requests/request";
import { BidArea } from "./bid-area";
import type { ShownRequest } from "./shown-request";
import type { ComponentProps } from "react";
import { BidderRecords } from "@/components/catalogue/bidder-records";
import type { Instant } from "@/domain/shared/time";
import { pageReader } from "@/server/platform/page-reader";
import { bidderRecords } from "@/server/award/queries/bidder-records";

type WaitingOffersProps = { readonly request: RequestPage; readonly zone: string };

/** An offer across the table that waits for this reader's answer, where the turn bar has something else to say first. */
export function WaitingOffers({ request, zone }: WaitingOffersProps) {
  const [locale, t] = [useLocale(), useTranslations("negotiation.link")];
  const { turn, side, waiting } = request;
  const offers = waiting.filter((one) => one.act === "answer" && isTurnOf(one, side));
  const [first] = offers;
  if (!first || turn.act === "answer") return null;
  return (
    <Note tone="warn">
      {t.rich(`pending.${side === "buyer" ? "buyer" : "provider"}`, {
        count: offers.length,
        time: () => <TimeText at={first.by} zone={zone} />,
      })}{" "}
      <Anchor href={`/${locale}/requests/${request.id}/bids/${first.bidId}`}>{t("answer")}</Anchor>
    </Note>
  );
}

type BidsWithRecordsProps = Omit<ComponentProps<typeof ShownBids>, "records" | "show"> & {
  readonly viewer: Actor;
  readonly now: Instant;
};

/** The bids and, to the buyer that is told who bids, what the market has seen of each bidder. */
async function BidsWithRecords({ viewer, now, ...shown }: BidsWithRecordsProps) {
  const parties = shown.bids.flatMap(({ provider }) => provider ?? []);
  const records = await bidderRecords(pageReader(), parties, { services: [shown.service], now });
  const show = await showTexts(viewer, textsOfBids(shown.requestId, shown.bids));
  return (
    <>
      <ShownBids {...shown} records={records} show={show} />
      <BidderRecords records={records} zone={shown.zone} />
    </>
  );
}

const isWaiting = ({ state }: RequestPage): boolean => state === "open" || state === "closed";

/** Whether offers go, or went, across the table after the opening. */
const isNegotiated = (request: RequestPage): boolean =>
  termsOf(request).negotiationRounds > 0 && (request.state === "opened" || request.state === "awarded");

type WayToBidProps = Pick<ShownRequest, "request" | "now"> & { readonly actor: Actor };

/** Why a reader who has no side in an open request cannot bid on it, and the one button that changes it. */
export function WayToBid({ request, now, actor }: WayToBidProps) {
  const [locale, t, words] = [useLocale(), useTranslations("bidding.way"), useTranslations()];
  const { id, service, hub, corridor, side, ownBid } = request;
  if (side !== "visitor" || ownBid !== null || !acceptsBids(request, now) || actor.role === "administrator")
    return null;
  const next = encodeURIComponent(`/requests/${id}`);
  const offer = `/organisation/listings/${service}?${new URLSearchParams({ hub: hub.id, corridor, next: `/requests/${id}` })}`;
  const why = actor.userId === null ? "signIn" : actor.organisationId === null ? "name" : "list";
  const mayList = why !== "list" || mayEver(actor, "listing.change");
  const href = { signIn: `/sign-up?next=${next}`, name: `/organisation/new?next=${next}`, list: offer }[why];
  return (
    <Note icon="lock-keyhole">
      <p>{t(`why.${mayList ? why : "leader"}`, { service: serviceName(words, service) })}</p>
      {mayList && (
        <span className="flow pt-2">
          <ButtonLink variant="primary" href={`/${locale}${href}`}>
            {t(`do.${why}`)}
          </ButtonLink>
          {why === "signIn" && <Anchor href={`/${locale}/sign-in?next=${next}`}>{t("do.known")}</Anchor>}
        </span>
      )}
    </Note>
  );
}

type RequestBidsProps = ShownRequest & {
  readonly actor: Actor;
  /** The places that the market knows, whose names the reader is shown. */
  readonly places: readonly NamedPlace[];
};

/** What this reader may know of the bids, and the form where it may bid or change its bid. */
export function RequestBids({
  actor,
  request,
  corridor,
  steps,
  here,
  places,
  drawing,
  templates,
  ...reader
}: RequestBidsProps) {
  const { now, zone } = reader;
  const t = useTranslations("bidding");
  const words = useTranslations();
  const keepHref = `/${useLocale()}/bids/templates`;
  const mayRevise = steps.includes("withdraw");
  const isTakenAtAll = acceptsBids(request, now);
  const isTaken = isTakenAtAll && request.side !== "visitor" && !request.needsCheck;
  const profileHref = `/${useLocale()}/organisation/check`;
  const mayWrite = request.context !== null && isTaken && (!request.ownBid || mayRevise);
  const { gates } = termsOf(request);
  const isBuyer = request.side === "buyer";
  return (
    <>
      {isBuyer && request.bids === null && isWaiting(request) && (
        <Note icon="lock-keyhole">{t("page.sealed", { count: request.bidCount })}</Note>
      )}
      {request.bids && (
        <BidsWithRecords
          viewer={actor}
          requestId={request.id}
          bids={request.bids}
          service={request.service}
          spec={request.spec}
          zone={zone}
          now={now}
          places={places}
          gates={gates}
          corridor={corridor}
          negotiationHref={isBuyer && isNegotiated(request) ? (bidId) => `${here}/bids/${bidId}` : null}
        />
      )}
      {request.ownBid && (
        <OwnBidPanel
          bid={request.ownBid}
          service={request.service}
          spec={request.spec}
          zone={zone}
          places={places}
          gates={gates}
          isSealed={!isOpened(request)}
          mayRevise={mayRevise}
          proofHref={`${here}/proof`}
          beside={
            request.plannedRoute ? (
              <OwnPlanRows route={request.plannedRoute} bid={request.ownBid} places={places} />
            ) : (
              <BidChannel corridor={corridor} terms={request.ownBid.versions[0].content.terms} />
            )
          }
          tools={
            <>
              {mayRevise && (
                <ButtonLink size="small" href={`${here}?step=withdraw#withdraw`}>
                  {t("step.withdraw.ask")}
                </ButtonLink>
              )}
              {isNegotiated(request) && (
                <ButtonLink size="small" href={`${here}/bids/${request.ownBid.id}`}>
                  {words("negotiation.link.provider")}
                </ButtonLink>
              )}
              {request.context && (
                <ButtonLink size="small" variant="quiet" href={`${keepHref}?bid=${request.ownBid.id}#keep`}>
                  {t("template.keep")}
                </ButtonLink>
              )}
            </>
          }
        />
      )}
      {request.needsCheck && isTakenAtAll && (
        <Note tone="warn" icon="badge-check">
          {t.rich("page.needsCheck", { own: (words) => <Anchor href={profileHref}>{words}</Anchor> })}
        </Note>
      )}
      {mayWrite && <UnconfirmedNote place="bid" />}
      {(mayWrite || request.draft) && (
        <BidArea
          request={request}
          steps={steps}
          zone={zone}
          now={now}
          drawing={drawing}
          templates={templates}
          isRead={!mayWrite}
        />
      )}
    </>
  );
}
