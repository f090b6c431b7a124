import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { LANGUAGES } from "@/app/shell/navigation";
import { PasswordForm, ProfileForm } from "@/components/accounts/account-forms";
import { SessionList, WorkplaceTable } from "@/components/accounts/account-tables";
import { ChoicePanel } from "@/components/notices/choice-panel";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Note, Panel } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { PageHead } from "@/components/ui/page-head";
import { noticeChoices } from "@/server/notices/choices";
import { requireSession } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { membershipsOf, personOf, sessionsOf } from "@/server/accounts/queries";
import { chooseNoticesAction, unmuteNoticesAction } from "./actions";
import {
  askVerificationAction,
  changePasswordAction,
  changeProfileAction,
  endOtherSessionsAction,
  endSessionAction,
  switchOrganisationAction,
} from "../actions";

/** What a person may change of themselves, whatever organisation they act for. */
export default async function AccountPage() {
  const { actor, idHash } = await requireSession("/account");
  const { database, clock } = platform();
  const person = await personOf(database.read, actor);
  if (!person) notFound();
  const [sessions, workplaces, choices, t, locale] = await Promise.all([
    sessionsOf(database.read, actor, clock()),
    membershipsOf(database.read, actor),
    noticeChoices(database.read, actor),
    getTranslations("accounts.account"),
    getLocale(),
  ]);
  const zones = Intl.supportedValuesOf("timeZone");
  const timeZones = zones.includes(person.timeZone) ? zones : [person.timeZone, ...zones];
  const languages = LANGUAGES.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <PageWrap>
      <PageHead title={t("title")} sub={person.email} />
      <ClientWords>
        <div className="stack">
          {!person.isEmailVerified && (
            <Note tone="warn">
              <p>{t("unverified", { email: person.email })}</p>
              <OneButtonForm action={askVerificationAction} fields={{}} size="small">
                {t("sendLink")}
              </OneButtonForm>
            </Note>
          )}
          <Panel title={t("profile")}>
            <ProfileForm action={changeProfileAction} initial={person} locales={languages} timeZones={timeZones} />
          </Panel>
          <ChoicePanel choices={choices} choose={chooseNoticesAction} unmute={unmuteNoticesAction} />
          <Panel title={t("organisations")} isFlush>
            {workplaces.length > 0 ? (
              <WorkplaceTable rows={workplaces} currentId={actor.organisationId} switchTo={switchOrganisationAction} />
            ) : (
              <EmptyState reason={t("none")}>
                <ButtonLink href={`/${locale}/organisation/new`}>{t("enter")}</ButtonLink>
              </EmptyState>
            )}
          </Panel>
          <Panel title={t("passwordTitle")}>
            <PasswordForm action={changePasswordAction} email={person.email} />
          </Panel>
          <Panel
            title={t("sessions")}
            isFlush
            aside={
              sessions.length > 1 && (
                <OneButtonForm action={endOtherSessionsAction} fields={{}} size="small">
                  {t("endOthers")}
                </OneButtonForm>
              )
            }
          >
            <SessionList rows={sessions} currentIdHash={idHash} zone={person.timeZone} end={endSessionAction} />
          </Panel>
        </div>
      </ClientWords>
    </PageWrap>
  );
}
