import { getLocale, getTranslations } from "next-intl/server";
import { CheckForm, ReasonForm } from "@/components/accounts/review-forms";
import { CheckHistory } from "@/components/accounts/check-history";
import { CheckDetails, CheckText } from "@/components/accounts/check-text";
import { ButtonLink, Note, Panel } from "@/components/ui/blocks";
import type { Actor } from "@/domain/access/policy";
import { REGISTER_MAX } from "@/domain/accounts/organisation-check";
import { platform } from "@/server/platform/platform";
import { checksToReview } from "@/server/accounts/checks/queries";
import { organisationToReview } from "@/server/accounts/queries";
import type { ReviewedOrganisation } from "@/views/accounts";
import {
  liftRestrictionAction,
  proposeCheckAction,
  reinstateOrganisationAction,
  reinstateUserAction,
  restrictOrganisationAction,
  suspendOrganisationAction,
  suspendUserAction,
  takeBackCheckAction,
} from "../actions";
import { notFound } from "next/navigation";
import { ClientWords } from "@/app/client-words";
import { countryOptions } from "@/app/country-options";
import { OrganisationFacts } from "@/components/accounts/organisation-profile";
import { PeopleList } from "@/components/accounts/account-tables";
import { PageWrap } from "@/components/shell/page-wrap";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { PageHead } from "@/components/ui/page-head";
import { formatTime } from "@/components/ui/time/format-time";
import { requireAdministrator } from "@/server/platform/identity/page-gate";

type ChecksPanelProps = { readonly actor: Actor; readonly organisationId: string; readonly zone: string };

/** The market's checks of an organisation: how they stand, all that is on record, and the forms of the next entry. */
async function ChecksPanel({ actor, organisationId, zone }: ChecksPanelProps) {
  const { database, clock } = platform();
  const [t, locale] = await Promise.all([getTranslations("accounts.check"), getLocale()]);
  const { current, entries, openCaseId } = await checksToReview(database.read, actor, { organisationId, now: clock() });
  return (
    <>
      <Panel title={t("title")} id="checks">
        <p className="pb-3">
          <CheckText check={current} zone={zone} />
        </p>
        <CheckDetails check={current} />
        {openCaseId === null ? (
          <CheckForm action={proposeCheckAction} organisationId={organisationId} registerMax={REGISTER_MAX} />
        ) : (
          <ButtonLink href={`/${locale}/admin/checks/${openCaseId}`} variant="primary">
            {t("queue.openCase")}
          </ButtonLink>
        )}
        {current?.standing === "holds" && (
          <details className="pt-3">
            <summary className="w-fit cursor-pointer text-link">{t("takeBack")}</summary>
            <ReasonForm
              action={takeBackCheckAction}
              name="take-back"
              hidden={{ organisationId }}
              label={t("takeBackReason")}
              send={t("takeBack")}
            />
          </details>
        )}
      </Panel>
      {entries.length > 0 && (
        <Panel title={t("history")} isFlush>
          <CheckHistory entries={entries} zone={zone} />
        </Panel>
      )}
    </>
  );
}

type PageProps = { readonly params: Promise<{ organisationId: string }> };

type LimitProps = {
  readonly kind: "suspend" | "restrict";
  readonly organisationId: string;
  /** Since when and why it is in force; null where it is not. */
  readonly said: string | null;
};

/** What each limit is set and lifted by, and the word for lifting it. */
const LIMITS = {
  suspend: { set: suspendOrganisationAction, lift: reinstateOrganisationAction, liftWord: "reinstate" },
  restrict: { set: restrictOrganisationAction, lift: liftRestrictionAction, liftWord: "lift" },
} as const;

/** A limit of an organisation: the form that sets it, or since when it is in force and the button that lifts it. */
async function Limit({ kind, organisationId, said }: LimitProps) {
  const t = await getTranslations("accounts.review");
  const { set, lift, liftWord } = LIMITS[kind];
  const hidden = { organisationId };
  if (said === null)
    return (
      <Panel title={t(kind)} id={kind}>
        <p className="mb-3 text-ink-2">{t(`${kind}Lead`)}</p>
        <ReasonForm action={set} name={kind} hidden={hidden} label={t("reason")} send={t(kind)} />
      </Panel>
    );
  return (
    <Panel id={kind}>
      <div className="form-stack">
        <Note tone="warn">{said}</Note>
        <OneButtonForm action={lift} fields={hidden} variant="primary">
          {t(liftWord)}
        </OneButtonForm>
      </div>
    </Panel>
  );
}

/** Both limits of an organisation: a restriction, under which its people sign in, and a suspension. */
async function Limits({ organisation, zone }: { organisation: ReviewedOrganisation; zone: string }) {
  const [t, check, locale] = await Promise.all([
    getTranslations("accounts.review"),
    getTranslations("accounts.check"),
    getLocale(),
  ]);
  const { id, restrictedAt, restrictionReason, suspendedAt, suspensionReason } = organisation;
  const since = (at: number | null, reason: string | null) =>
    at === null ? null : { time: formatTime(at, { locale, zone, shape: "full", hasYear: true }), reason: reason ?? "" };
  const [restricted, suspended] = [since(restrictedAt, restrictionReason), since(suspendedAt, suspensionReason)];
  return (
    <>
      <Limit kind="restrict" organisationId={id} said={restricted && check("restrictedSince", restricted)} />
      <Limit kind="suspend" organisationId={id} said={suspended && t("since", suspended)} />
    </>
  );
}

export default async function OrganisationPage({ params }: PageProps) {
  const { organisationId } = await params;
  const { actor, timeZone } = await requireAdministrator(
    "organisations.review",
    `/admin/organisations/${organisationId}`,
  );
  const found = await organisationToReview(platform().database.read, actor, organisationId);
  if (!found) notFound();
  const { organisation, people } = found;
  const [t, locale] = await Promise.all([getTranslations("accounts.review"), getLocale()]);
  const country = countryOptions(locale).find(({ value }) => value === organisation.country)?.label ?? "";
  return (
    <PageWrap>
      <PageHead
        title={organisation.nameLatin}
        crumb={[{ label: t("title"), href: `/${locale}/admin/organisations` }, { label: organisation.nameLatin }]}
        actions={
          <ButtonLink href={`/${locale}/admin/audit?organisation=${organisation.id}`} icon="history">
            {t("audit")}
          </ButtonLink>
        }
      />
      <ClientWords>
        <div className="stack">
          <Panel>
            <OrganisationFacts values={{ ...organisation, country, description: "" }} />
          </Panel>
          <Panel title={t("peopleCaption")} isFlush>
            <PeopleList
              people={people}
              organisationId={organisation.id}
              zone={timeZone}
              suspend={suspendUserAction}
              reinstate={reinstateUserAction}
            />
          </Panel>
          {organisation.kind === "platform" ? (
            <Note>{t("platform")}</Note>
          ) : (
            <>
              <ChecksPanel actor={actor} organisationId={organisation.id} zone={timeZone} />
              <Limits organisation={organisation} zone={timeZone} />
            </>
          )}
        </div>
      </ClientWords>
    </PageWrap>
  );
}
