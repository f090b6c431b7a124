import { useLocale, useTranslations } from "next-intl";
import { ClientWords } from "@/app/client-words";
import { partyName } from "@/components/ui/party-name";
import { DecideFormOnDemand } from "@/components/award/decide-form-on-demand";
import { zoneName } from "@/components/ui/time/format-time";
import type { RequestPage } from "@/domain/bidding/bid-view";
import type { DecidePage } from "@/domain/award/decide-view";
import { DISQUALIFY_CODES, REJECT_CODES } from "@/domain/requests/reasons";
import { DAY_MS, type Instant, later } from "@/domain/shared/instant";
import { wallClock } from "@/domain/shared/local-date";
import { newId } from "@/server/platform/new-id";
import { acceptCureAction, disqualifyAction, extendAction, prolongAction, rejectAction, upholdAction } from "./actions";
import type { ChosenForm } from "./chosen-form";

type DecideStepProps = {
  readonly form: ChosenForm;
  readonly page: DecidePage;
  readonly request: RequestPage;
  readonly now: Instant;
  readonly zone: string;
  readonly here: string;
};

/** The second of two steps, as the address asks for it. */
export function DecideStep(props: DecideStepProps) {
  return (
    <ClientWords rooms={["decide.form"]}>
      {props.form.bidId === null ? <OfRequest {...props} /> : <OfBid {...props} />}
    </ClientWords>
  );
}

function OfBid({ form: { kind, bidId }, page, request, here }: DecideStepProps) {
  const [locale, t] = [useLocale(), useTranslations("decide.disqualify.code")];
  const bidder = request.bids?.find((bid) => bid.id === bidId)?.provider;
  const common = {
    fields: { idempotencyKey: newId(), requestId: request.id, bidId: bidId ?? "" },
    values: { bidder: bidder ? partyName(bidder, locale) : "", hours: page.cureHours },
    backHref: `${here}#decision`,
  };
  const codes = DISQUALIFY_CODES.map((code) => ({ value: code, label: t(code) }));
  if (kind === "disqualify")
    return <DecideFormOnDemand kind="disqualify" action={disqualifyAction} codes={codes} {...common} />;
  return kind === "accept" ? (
    <DecideFormOnDemand kind="accept" action={acceptCureAction} {...common} />
  ) : (
    <DecideFormOnDemand kind="uphold" action={upholdAction} {...common} />
  );
}

function OfRequest({ form: { kind }, request, now, zone, here }: DecideStepProps) {
  const [locale, t] = [useLocale(), useTranslations("decide.end")];
  const key = newId();
  const back = `${here}#decision`;
  const time = { initial: wallClock(later(request.decideBy, DAY_MS), zone), zoneName: zoneName(now, zone, locale) };
  if (kind === "reject")
    return (
      <DecideFormOnDemand
        kind="reject"
        action={rejectAction}
        fields={{ idempotencyKey: key, requestId: request.id }}
        codes={REJECT_CODES.map((code) => ({ value: code, label: t(code) }))}
        backHref={back}
      />
    );
  return kind === "extend" ? (
    <DecideFormOnDemand
      kind="extend"
      action={extendAction}
      fields={{ idempotencyKey: key, requestId: request.id, zone }}
      time={{ name: "decideBy", ...time }}
      backHref={back}
    />
  ) : (
    <DecideFormOnDemand
      kind="prolong"
      action={prolongAction}
      fields={{ idempotencyKey: key, requestId: request.id, bidId: request.ownBid?.id ?? "", zone }}
      time={{ name: "validUntil", ...time }}
      backHref={`${here}#own-bid`}
    />
  );
}
