import type { RequestPage } from "@/views/requests";
import type { DecisionPage, Disqualification } from "@/views/decisions";
import { useLocale, useTranslations } from "next-intl";
import { ClientWords } from "@/app/client-words";
import { partyName, Sentences } from "@/components/ui/words";
import { DECIDE_FORMS, DecideForm, type DecideFormKind } from "@/components/award/decide-form";
import { zoneName } from "@/components/ui/time/format-time";
import { DISQUALIFY_CODES, REJECT_CODES } from "@/domain/requests/reasons";
import { DAY_MS, type Instant, later } from "@/domain/shared/time";
import { wallClock } from "@/domain/shared/zones";
import { newId } from "@/server/platform/platform";
import {
  acceptCureAction,
  disqualifyAction,
  extendAction,
  prolongAction,
  rejectAction,
  upholdAction,
} from "./decide-actions";
import {
  BuyerCardPanel,
  DebriefPanel,
  DecisionPanel,
  DisqualificationList,
  ProlongPanel,
} from "@/components/award/decision-panels";
import { ButtonLink, Note } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import type { Actor } from "@/domain/access/policy";
import { CureFiles } from "./request-files";

type ChosenForm = { readonly kind: DecideFormKind; readonly bidId: string | null };

const ASKED = /^([a-z]+)(?:\.(\w{1,64}))?$/;

const isOf = (kind: "accept" | "uphold", one: Disqualification): boolean =>
  one.isCuring && (kind === "accept" || one.state === "answered");

/** Which form the address asks for, where its reader may send it now: `reject`, `extend`, or `disqualify.BID`. */
function chosenForm(asked: unknown, page: DecisionPage, request: RequestPage): ChosenForm | null {
  const [, name, bidId = null] = (typeof asked === "string" && ASKED.exec(asked)) || [];
  const kind = DECIDE_FORMS.find((one) => one === name);
  switch (kind) {
    case "reject":
      return page.mayDecide ? { kind, bidId: null } : null;
    case "extend":
      return page.mayExtend ? { kind, bidId: null } : null;
    case "prolong":
      return page.mayProlong ? { kind, bidId: null } : null;
    case "disqualify": {
      const isStanding = request.bids?.some((bid) => bid.id === bidId && bid.state === "submitted");
      return page.mayDecide && isStanding ? { kind, bidId } : null;
    }
    case "accept":
    case "uphold":
      return page.mayDecide && page.disqualifications.some((one) => one.bidId === bidId && isOf(kind, one))
        ? { kind, bidId }
        : null;
    default:
      return null;
  }
}

type DecideStepProps = {
  readonly form: ChosenForm;
  readonly page: DecisionPage;
  readonly request: RequestPage;
  readonly now: Instant;
  readonly zone: string;
  readonly here: string;
};

/** The second of two steps, as the address asks for it. */
function DecideStep(props: DecideStepProps) {
  return <ClientWords>{props.form.bidId === null ? <OfRequest {...props} /> : <OfBid {...props} />}</ClientWords>;
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
    return <DecideForm kind="disqualify" action={disqualifyAction} codes={codes} {...common} />;
  return kind === "accept" ? (
    <DecideForm kind="accept" action={acceptCureAction} {...common} />
  ) : (
    <DecideForm kind="uphold" action={upholdAction} {...common} />
  );
}

function OfRequest({ form: { kind }, request, now, zone, here }: DecideStepProps) {
  const [locale, t] = [useLocale(), useTranslations("decide.end")];
  const key = newId();
  const back = `${here}#decision`;
  const time = { initial: wallClock(later(request.decideBy, DAY_MS), zone), zoneName: zoneName(now, zone, locale) };
  if (kind === "reject")
    return (
      <DecideForm
        kind="reject"
        action={rejectAction}
        fields={{ idempotencyKey: key, requestId: request.id }}
        codes={REJECT_CODES.map((code) => ({ value: code, label: t(code) }))}
        backHref={back}
      />
    );
  return kind === "extend" ? (
    <DecideForm
      kind="extend"
      action={extendAction}
      fields={{ idempotencyKey: key, requestId: request.id, zone }}
      time={{ name: "decideBy", ...time }}
      backHref={back}
    />
  ) : (
    <DecideForm
      kind="prolong"
      action={prolongAction}
      fields={{ idempotencyKey: key, requestId: request.id, bidId: request.ownBid?.id ?? "", zone }}
      time={{ name: "validUntil", ...time }}
      backHref={`${here}#own-bid`}
    />
  );
}

type DecideSectionProps = {
  readonly page: DecisionPage;
  readonly request: RequestPage;
  readonly actor: Actor;
  readonly now: Instant;
  readonly zone: string;
  readonly here: string;
  /** What the address asks for: a form, and how an upload went. */
  readonly asked: { readonly decide?: unknown; readonly files?: unknown };
};

/** All that belongs to the decision, for this reader: what the buyer owes, what is mended, why a bid lost, how the buyer decides. */
export function DecideSection(props: DecideSectionProps) {
  const { page, request, actor, now, zone, here, asked } = props;
  const [locale, t] = [useLocale(), useTranslations("decide.end")];
  const form = chosenForm(asked.decide, page, request);
  const latest = page.latestExtension;
  const isDeciding = page.mayDecide || page.mayExtend;
  return (
    <>
      {latest && <Moved latest={latest} zone={zone} />}
      {page.end?.kind === "cancelled" && page.end.code && <Note>{t(page.end.code)}</Note>}
      {page.debrief && <DebriefPanel debrief={page.debrief} />}
      {form && <DecideStep form={form} {...{ page, request, now, zone, here }} />}
      {isDeciding && (
        <DecisionPanel
          page={page}
          bids={request.bids ?? []}
          compareHref={`/${locale}/deals/${request.dealId}/compare`}
          {...{ here, zone }}
        />
      )}
      {page.disqualifications.length > 0 && (
        <>
          <DisqualificationList
            all={page.disqualifications}
            zone={zone}
            toolsOf={(one) =>
              page.mayDecide ? <Judge one={one} here={here} /> : <Waiting one={one} request={request} />
            }
          />
          <CureFiles
            {...{ page, request, actor, now, zone, here }}
            outcome={typeof asked.files === "string" ? asked.files : null}
          />
        </>
      )}
      {page.mayProlong && request.ownBid && (
        <ProlongPanel
          validUntil={request.ownBid.versions[0].content.validUntil as Instant}
          decideBy={request.decideBy}
          href={`${here}?decide=prolong#decide-form`}
          zone={zone}
        />
      )}
      {page.buyerRecord && <BuyerCardPanel record={page.buyerRecord} />}
    </>
  );
}

function Moved({
  latest,
  zone,
}: {
  readonly latest: { readonly decideBy: Instant; readonly reason: string };
  readonly zone: string;
}) {
  const t = useTranslations("decide.panel");
  return (
    <Note>
      {t("moved")} <TimeText at={latest.decideBy} zone={zone} /> <q>{latest.reason}</q>
    </Note>
  );
}

function Judge({ one, here }: { readonly one: Disqualification; readonly here: string }) {
  const t = useTranslations("decide");
  if (!one.isCuring) return null;
  return (
    <>
      <ButtonLink size="small" href={`${here}?decide=accept.${one.bidId}#decide-form`}>
        {t(one.state === "answered" ? "form.accept.send" : "disqualify.takeBack")}
      </ButtonLink>
      {one.state === "answered" && (
        <ButtonLink size="small" variant="quiet" href={`${here}?decide=uphold.${one.bidId}#decide-form`}>
          {t("form.uphold.send")}
        </ButtonLink>
      )}
    </>
  );
}

/** What its bidder is to know while it waits for either side. */
function Waiting({ one, request }: { readonly one: Disqualification; readonly request: RequestPage }) {
  const t = useTranslations("decide.disqualify");
  if (!one.isCuring || request.side !== "bidder") return null;
  return one.state === "curing" ? (
    <p>
      <Sentences>
        {t("mendLead")}
        {t("mendSilence")}
      </Sentences>
    </p>
  ) : (
    <p>{t("sentSilence")}</p>
  );
}
