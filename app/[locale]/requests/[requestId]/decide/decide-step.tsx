import { useLocale, useTranslations } from "next-intl";
import { ClientWords } from "@/app/client-words";
import { partyName } from "@/components/catalogue/party-name";
import { DecideForm } from "@/components/decide/decide-form";
import { zoneName } from "@/components/ui/time/format-time";
import type { RequestPage } from "@/domain/bidding/bid-view";
import type { DecidePage } from "@/domain/decide/decide-view";
import { DISQUALIFY_CODES, REJECT_CODES } from "@/domain/decide/reasons";
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
export function DecideStep({ form: { kind, bidId }, page, request, now, zone, here }: DecideStepProps) {
  const [locale, t] = [useLocale(), useTranslations("decide")];
  const key = { idempotencyKey: newId() };
  const bidder = request.bids?.find((bid) => bid.id === bidId)?.provider;
  const ofBid = {
    fields: { ...key, bidId: bidId ?? "" },
    values: { bidder: bidder ? partyName(bidder, locale) : "", hours: page.cureHours },
    backHref: `${here}#decision`,
  };
  const ofRequest = { fields: { ...key, requestId: request.id }, backHref: `${here}#decision` };
  const timeFrom = (at: Instant) => ({
    initial: wallClock(later(at, DAY_MS), zone),
    zoneName: zoneName(now, zone, locale),
  });
  const forms = {
    disqualify: () => (
      <DecideForm
        kind="disqualify"
        action={disqualifyAction}
        codes={DISQUALIFY_CODES.map((code) => ({ value: code, label: t(`disqualify.code.${code}`) }))}
        {...ofBid}
      />
    ),
    accept: () => <DecideForm kind="accept" action={acceptCureAction} {...ofBid} />,
    uphold: () => <DecideForm kind="uphold" action={upholdAction} {...ofBid} />,
    cure: () => null,
    reject: () => (
      <DecideForm
        kind="reject"
        action={rejectAction}
        codes={REJECT_CODES.map((code) => ({ value: code, label: t(`end.${code}`) }))}
        {...ofRequest}
      />
    ),
    extend: () => (
      <DecideForm
        kind="extend"
        action={extendAction}
        time={{ name: "decideBy", ...timeFrom(request.decideBy) }}
        {...ofRequest}
        fields={{ ...ofRequest.fields, zone }}
      />
    ),
    prolong: () => (
      <DecideForm
        kind="prolong"
        action={prolongAction}
        time={{ name: "validUntil", ...timeFrom(request.decideBy) }}
        fields={{ ...key, bidId: request.ownBid?.id ?? "", zone }}
        backHref={`${here}#own-bid`}
      />
    ),
  };
  return <ClientWords rooms={["decide.form"]}>{forms[kind]()}</ClientWords>;
}
