import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { CaseTalk, PaperTable } from "@/components/accounts/check-case";
import { OwnProposal } from "@/components/accounts/check-queue";
import { CheckHistory } from "@/components/accounts/check-history";
import { CheckText } from "@/components/accounts/check-text";
import { CheckForm, ReasonForm } from "@/components/accounts/review-forms";
import { OrganisationFacts } from "@/components/accounts/organisation-profile";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, Note, Panel } from "@/components/ui/blocks";
import { ActionForm } from "@/components/ui/form/action-form";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { regionNames } from "@/components/ui/format";
import { PageHead } from "@/components/ui/page-head";
import { formatDay } from "@/components/ui/time/format-time";
import { CASE_WORDS_MAX } from "@/domain/accounts/check-case";
import { REGISTER_MAX } from "@/domain/accounts/organisation-check";
import { REASON_MAX } from "@/domain/requests/reasons";
import type { LocalDate } from "@/domain/shared/time";
import { caseToReview } from "@/server/accounts/checks/queries";
import { filesOn } from "@/server/files/queries";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import type { ReviewedCase } from "@/views/checks";
import { proposeCheckAction } from "../../organisations/actions";
import {
  confirmCheckAction,
  proposeDeclineAction,
  questionCaseAction,
  sendBackCheckAction,
  takeCaseAction,
} from "../actions";

type CaseProps = { readonly one: ReviewedCase };

/** What is proposed, and to whoever did not propose it the two answers. */
async function Decision({ one }: CaseProps) {
  const [t, locale] = await Promise.all([getTranslations("accounts.check.queue"), getLocale()]);
  const { proposal } = one;
  if (one.state !== "proposed" || !proposal) return null;
  const day = proposal.expiresOn && formatDay(proposal.expiresOn as LocalDate, locale, true);
  const said =
    proposal.kind === "found"
      ? t("proposedFound", { day: day ?? "", register: proposal.register ?? "" })
      : t("proposedDeclined");
  return (
    <Panel title={said} id="decision">
      <div className="form-stack">
        <p className="break-anywhere">{proposal.reason}</p>
        {one.isOwnProposal ? (
          <OwnProposal deciders={one.deciders} />
        ) : (
          <>
            <OneButtonForm action={confirmCheckAction} fields={{ caseId: one.id }} variant="primary">
              {t("confirm")}
            </OneButtonForm>
            <ReasonForm
              action={sendBackCheckAction}
              name="send-back"
              hidden={{ caseId: one.id }}
              label={t("sendBackReason")}
              send={t("sendBack")}
            />
          </>
        )}
      </div>
    </Panel>
  );
}

/** What an administrator may do in a case that is not proposed: take it, ask back, propose its end. */
async function Handling({ one }: CaseProps) {
  const [t, locale] = await Promise.all([getTranslations("accounts.check.queue"), getLocale()]);
  if (one.state !== "asked" && one.state !== "taken" && one.state !== "questioned") return null;
  const hidden = { caseId: one.id };
  if (!one.isInHand)
    return (
      <Panel>
        <div className="form-stack">
          {one.takenBy !== null && <Note>{t("inHandsOf", { name: one.takenBy })}</Note>}
          <OneButtonForm action={takeCaseAction} fields={hidden} variant="primary">
            {t(one.takenBy === null ? "take" : "takeOver")}
          </OneButtonForm>
        </div>
      </Panel>
    );
  const end = one.papersEndOn && formatDay(one.papersEndOn as LocalDate, locale, true);
  const words = { kind: "area", name: "words", label: t("question"), help: t("questionHelp") } as const;
  return (
    <>
      {one.state === "taken" && (
        <Panel title={t("question")} id="question">
          <ActionForm
            id="question"
            action={questionCaseAction}
            hidden={hidden}
            fields={[{ ...words, isRequired: true, maxLength: CASE_WORDS_MAX }]}
            send={t("questionSend")}
          />
        </Panel>
      )}
      <ProposePanel one={one} end={end} />
      <Panel title={t("decline")} id="decline">
        <ActionForm
          id="decline"
          action={proposeDeclineAction}
          hidden={hidden}
          fields={[
            {
              ...{ kind: "area", name: "reason", label: t("declineReason"), help: t("declineHelp") },
              ...{ isRequired: true, maxLength: REASON_MAX },
            },
          ]}
          send={t("decline")}
          variant="danger"
        />
      </Panel>
    </>
  );
}

async function ProposePanel({ one, end }: CaseProps & { readonly end: string | null }) {
  const t = await getTranslations("accounts.check");
  return (
    <Panel title={t("send")} id="propose">
      {end && <p className="pb-3">{t("queue.papersEnd", { day: end })}</p>}
      <CheckForm action={proposeCheckAction} organisationId={one.organisationId} registerMax={REGISTER_MAX} />
    </Panel>
  );
}

type PageProps = { readonly params: Promise<{ caseId: string }> };

export default async function CasePage({ params }: PageProps) {
  const { caseId } = await params;
  const { actor, timeZone } = await requireAdministrator("organisations.review", `/admin/checks/${caseId}`);
  const { database, clock } = platform();
  const one = await caseToReview(database.read, actor, { caseId, now: clock() });
  if (!one) notFound();
  const subject = { kind: "check", id: one.organisationId } as const;
  const files = await filesOn(database.read, subject, { viewer: actor, now: clock() });
  const readable = new Map(files.filter(({ mayRead }) => mayRead).map(({ id, name }) => [id, name]));
  const [t, locale] = await Promise.all([getTranslations("accounts.check"), getLocale()]);
  const facts = { ...one, country: regionNames(locale).of(one.country) ?? one.country, description: "" };
  return (
    <PageWrap>
      <PageHead
        title={one.nameLatin}
        sub={`${t(`queue.state.${one.state}`)} · ${t(`state.${one.standing}`)}`}
        crumb={[{ label: t("queue.title"), href: `/${locale}/admin/checks` }, { label: one.nameLatin }]}
        actions={
          <ButtonLink href={`/${locale}/admin/organisations/${one.organisationId}`}>
            {t("queue.toOrganisation")}
          </ButtonLink>
        }
      />
      <ClientWords>
        <div className="stack">
          <Decision one={one} />
          <Panel>
            <OrganisationFacts values={facts} />
            <p className="pt-3">
              <CheckText check={one.current} zone={timeZone} />
            </p>
          </Panel>
          <Panel title={t("papers.title")} id="papers" isFlush>
            {one.papers.length > 0 ? (
              <PaperTable papers={one.papers} fileName={(id) => readable.get(id) ?? null} remove={null} />
            ) : (
              <p className="p-4">{t("papers.none")}</p>
            )}
          </Panel>
          {one.entries.length > 0 && <CaseTalk entries={one.entries} zone={timeZone} />}
          <Handling one={one} />
          {one.checks.length > 0 && (
            <Panel title={t("history")} isFlush>
              <CheckHistory entries={one.checks} zone={timeZone} />
            </Panel>
          )}
        </div>
      </ClientWords>
    </PageWrap>
  );
}
