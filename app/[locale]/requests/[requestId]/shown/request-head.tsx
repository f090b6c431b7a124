import { useLocale, useTranslations } from "next-intl";
import { RequestTurnBar } from "@/components/bidding/request-turn-bar";
import { placeName } from "@/components/ui/party-name";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { ServiceName } from "@/components/services/face/service-name";
import { PageHead } from "@/components/ui/page/page-head";
import { acceptsBids } from "@/domain/requests/request";
import { RepeatDeal } from "../../../(market)/deals/templates/repeat-deal";
import { RequestChip } from "./request-chip";
import type { ShownRequest } from "./shown-request";
import { TurnAction } from "./turn-action";

/** Title, state, what may be done, and whose turn it is with its one button. */
export function RequestHead({ request, steps, here, now, zone, isRejected, mayRepeat }: ShownRequest) {
  const [locale, t] = [useLocale(), useTranslations("bidding")];
  const isBuyer = request.side === "buyer";
  // Who may cancel it may change it, for as long as nobody's bid is closed.
  const mayAmend = steps.includes("cancel") && (request.state === "draft" || acceptsBids(request, now));
  return (
    <>
      <PageHead
        title={request.title}
        crumb={[{ label: t("page.list"), href: `/${locale}/requests` }, { label: request.reference }]}
        sub={<ServiceName service={request.service} />}
        chip={<RequestChip request={request} />}
        actions={
          <>
            {isBuyer && (
              <ButtonLink href={`/${locale}/deals/${request.dealId}`} icon="file-text">
                {request.dealReference}
              </ButtonLink>
            )}
            {mayRepeat && <RepeatDeal dealId={request.dealId} />}
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
        action={<TurnAction request={request} steps={steps} here={here} />}
      />
    </>
  );
}
