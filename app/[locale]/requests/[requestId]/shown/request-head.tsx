import { useLocale, useTranslations } from "next-intl";
import { RequestTurnBar } from "@/components/bidding/request-turn-bar";
import { placeName } from "@/components/catalogue/party-name";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { ServiceName } from "@/components/services/face/service-name";
import { PageHead } from "@/components/ui/page/page-head";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import { StateChip } from "@/components/ui/turn/state-chip";
import type { RequestPage } from "@/domain/bidding/bid-view";
import { acceptsBids } from "@/domain/requests/request";
import { isTurnOf } from "@/domain/requests/turn/turn";
import type { ShownRequest } from "./shown-request";

function chipOf(request: RequestPage, words: string) {
  const { state, bidMode } = request;
  if (state === "open") return <StateChip state={bidMode === "sealed" ? "sealed" : "open"} />;
  if (state === "closed") return <StateChip state="sealed">{words}</StateChip>;
  if (state === "opened") return <StateChip state="open">{words}</StateChip>;
  if (state === "awarded") return <StateChip state="awarded" />;
  return <QuietChip icon="circle-dashed">{words}</QuietChip>;
}

/** Title, state, what may be done, and whose turn it is with its one button. */
export function RequestHead({ request, steps, here, now, zone, isRejected }: ShownRequest) {
  const [locale, t] = [useLocale(), useTranslations("bidding")];
  const isBuyer = request.side === "buyer";
  // Who may cancel it may change it, for as long as nobody's bid is closed.
  const mayAmend = steps.includes("cancel") && (request.state === "draft" || acceptsBids(request, now));
  const first = steps.find((one) => one === "publish" || one === "open");
  return (
    <>
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
            {mayAmend && (
              <ButtonLink href={`${here}/amend`}>
                {t(request.state === "draft" ? "page.change" : "page.amend")}
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
        isRejected={isRejected}
        hubName={placeName(request.hub, locale)}
        action={
          isBuyer && request.turn.act === "decide" ? (
            <ButtonLink variant="primary" size="small" href={`/${locale}/deals/${request.dealId}/compare`}>
              {t("page.compare")}
            </ButtonLink>
          ) : isTurnOf(request.turn, request.side) && (request.turn.act === "judge" || request.turn.act === "cure") ? (
            <ButtonLink variant="primary" size="small" href="#disqualifications">
              {t(request.turn.act === "judge" ? "page.judge" : "page.mend")}
            </ButtonLink>
          ) : first ? (
            <ButtonLink variant="primary" size="small" href={`${here}?step=${first}#${first}`}>
              {t(`step.${first}.ask`)}
            </ButtonLink>
          ) : request.turn.act === "bid" && request.side === "provider" && request.ground ? (
            <ButtonLink variant="primary" size="small" href="#bid">
              {t("page.bid")}
            </ButtonLink>
          ) : request.turn.act === "confirm" && request.side === "bidder" ? (
            <ButtonLink variant="primary" size="small" href="#confirm">
              {t("page.confirm")}
            </ButtonLink>
          ) : undefined
        }
      />
    </>
  );
}
