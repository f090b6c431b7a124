import { mayBeFound } from "@/domain/requests/request-visibility";
import { PublicPageHead } from "@/app/found/public-head";
import { useLocale, useTranslations } from "next-intl";
import { ClientWords } from "@/app/client-words";
import { fallbackId, FallbackPanel } from "@/components/requests/fallback-panel";
import { Anchor, ButtonLink, Note } from "@/components/ui/blocks";
import type { RequestPage } from "@/views/requests";
import { newId } from "@/server/platform/platform";
import {
  cancelAction,
  closeAction,
  discardAction,
  fallbackAction,
  openAction,
  publishAction,
  withdrawAction,
} from "./actions";
import { RequestStateChip } from "@/components/requests/request-summary";
import { isTurnOf } from "@/domain/requests/request-turn";
import type { ShownRequest } from "./shown-request";
import { RequestTurnBar } from "@/components/bidding/request-turn-bar";
import { placeName } from "@/components/ui/words";
import { ServiceName } from "@/components/services/service-name";
import { acceptsBids } from "@/domain/requests/request";
import { RepeatDeal } from "../../(market)/deals/repeat-deal";
import { StepForm } from "@/components/bidding/bid-step-form";
import type { Step } from "@/domain/bidding/available-steps";

type Asked = Pick<RequestPage, "id" | "service" | "state" | "fallback" | "choices" | "successor">;

/** Where nobody was chosen: its buyer's choices, and to all the request that was asked in its place. */
export function WhatNow({ request }: { readonly request: Asked }) {
  const [locale, t] = [useLocale(), useTranslations("requests.fallback")];
  const { successor, choices } = request;
  if (successor)
    return (
      <Note>
        {t.rich("asked", {
          reference: successor.reference,
          link: (words) => <Anchor href={`/${locale}/requests/${successor.id}`}>{words}</Anchor>,
        })}
      </Note>
    );
  if (choices.length === 0) return null;
  return (
    <ClientWords>
      <FallbackPanel request={request} action={fallbackAction} keys={{ do_it_ourselves: newId(), drop: newId() }} />
    </ClientWords>
  );
}

type Link = { readonly href: string; readonly words: string; readonly isQuiet?: boolean };

/** Where the reader does what the turn bar says; null where there is nothing to be done by this reader. */
function linkOf({ request, steps, here }: TurnActionProps, locale: string): Link | null {
  const { turn, side, waiting } = request;
  const dealHref = `/${locale}/deals/${request.dealId}`;
  const isMine = isTurnOf(turn, side);
  if (turn.order) {
    const orderHref = `/${locale}/orders/${turn.order.id}`;
    const href = turn.act === "dispute" ? `${orderHref}/dispute` : orderHref;
    return { href, words: "page.toOrder", isQuiet: !isMine };
  }
  const isBuyer = side === "buyer";
  const first = steps.find((one) => one === "publish" || one === "open");
  if (isBuyer && turn.act === "decide") return { href: `${dealHref}/compare`, words: "page.compare" };
  if (isMine && turn.act === "answer") return { href: `${here}/bids/${waiting[0]?.bidId}`, words: "page.answer" };
  // While a bidder thinks it over, the buyer may still decide otherwise.
  if (isBuyer && turn.act === "answer") return { href: `${dealHref}/compare`, words: "page.compare", isQuiet: true };
  if (isMine && turn.act === "reply") return { href: "#questions", words: "page.reply" };
  if (isMine && turn.act === "choose") return { href: `#${fallbackId(request.service)}`, words: "page.whatNow" };
  if (isMine && turn.act === "state") return { href: `${dealHref}/chain#gates`, words: "page.stateOwn" };
  if (isMine && turn.act === "judge") return { href: `${here}#disqualifications`, words: "page.judge" };
  if (isMine && turn.act === "cure") return { href: `${here}#disqualifications`, words: "page.mend" };
  if (first) return { href: `${here}?step=${first}#${first}`, words: `step.${first}.ask` };
  if (turn.act === "bid" && side === "provider" && request.context) return { href: "#bid", words: "page.bid" };
  if (turn.act === "confirm" && side === "bidder") return { href: "#confirm", words: "page.confirm" };
  return null;
}

type TurnActionProps = Pick<ShownRequest, "request" | "steps" | "here">;

/** The turn bar's one button. */
export function TurnAction(props: TurnActionProps) {
  const [locale, t] = [useLocale(), useTranslations("bidding")];
  const link = linkOf(props, locale);
  if (!link) return null;
  return (
    <ButtonLink size="small" variant={link.isQuiet ? undefined : "primary"} href={link.href}>
      {t(link.words)}
    </ButtonLink>
  );
}

/** Title, state, what may be done, and whose turn it is with its one button. */
export function RequestHead({ request, steps, here, now, zone, mayRepeat }: ShownRequest) {
  const [locale, t] = [useLocale(), useTranslations("bidding")];
  const words = useTranslations();
  const service = words(`service-${request.service}.name`);
  const isBuyer = request.side === "buyer";
  // Who may cancel it may change it, for as long as nobody's bid is closed.
  const mayAmend = steps.includes("cancel") && (request.state === "draft" || acceptsBids(request, now));
  return (
    <>
      <PublicPageHead
        path={`/requests/${request.id}`}
        isKept={mayBeFound(request, now)}
        title={request.title}
        crumb={[{ label: t("page.list"), href: `/${locale}/requests` }, { label: request.reference }]}
        sub={<ServiceName service={request.service} />}
        description={words("common.description.request", { service, title: request.title })}
        chip={<RequestStateChip request={request} now={now} />}
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
        hubName={placeName(request.hub, locale)}
        action={<TurnAction request={request} steps={steps} here={here} />}
      />
    </>
  );
}

const ACTIONS = {
  publish: publishAction,
  withdraw: withdrawAction,
  discard: discardAction,
  close: closeAction,
  open: openAction,
  cancel: cancelAction,
} as const;

type RequestStepProps = { readonly step: Step; readonly request: RequestPage; readonly here: string };

export function RequestStep({ step, request, here }: RequestStepProps) {
  return (
    <ClientWords>
      <StepForm
        step={step}
        action={ACTIONS[step]}
        requestId={request.id}
        bidId={step === "withdraw" ? request.ownBid?.id : undefined}
        idempotencyKey={newId()}
        backHref={here}
      />
    </ClientWords>
  );
}
