import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { removeFileAction } from "@/app/files/actions";
import { CaseTalk, PaperTable } from "@/components/accounts/check-case";
import { CheckDetails, CheckText } from "@/components/accounts/check-text";
import { FilePanel } from "@/components/files/file-panel";
import { Note, Panel } from "@/components/ui/blocks";
import { ActionForm } from "@/components/ui/form/action-form";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { formatTime } from "@/components/ui/time/format-time";
import { type Actor, mayEver } from "@/domain/access/policy";
import { ISSUER_MAX, neededPaper, PAPER_NUMBER_MAX, papersOf } from "@/domain/accounts/check-papers";
import { CHECK_ENDING_DAYS } from "@/domain/accounts/organisation-check";
import { CASE_WORDS_MAX } from "@/domain/accounts/check-case";
import type { ShownFile } from "@/domain/files/file";
import { ownStanding } from "@/server/accounts/checks/queries";
import { filesOn } from "@/server/files/queries";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import type { OwnStanding } from "@/views/checks";
import { OrganisationFrame } from "../organisation-frame";
import { addPaperAction, answerCheckAction, askCheckAction, removePaperAction, withdrawCheckAction } from "./actions";

type PartProps = { readonly of: OwnStanding; readonly mayChange: boolean; readonly zone: string };

/** What may be asked now: the first check, the next one, or to take the asking back. */
async function Asking({ of }: Pick<PartProps, "of">) {
  const t = await getTranslations("accounts");
  const state = of.latest?.state;
  if (state === "asked" || state === "taken" || state === "questioned")
    return (
      <OneButtonForm action={withdrawCheckAction} fields={{}}>
        {t("check.withdraw")}
      </OneButtonForm>
    );
  if (state === "proposed") return null;
  if (!of.mayAsk) return <p className="text-sm text-ink-2">{t("check.notYet", { days: CHECK_ENDING_DAYS })}</p>;
  const isNext = of.check?.standing === "holds" || of.check?.standing === "expired";
  return (
    <OneButtonForm action={askCheckAction} fields={{}} variant="primary">
      {t(isNext ? "check.renew" : "organisation.askCheck")}
    </OneButtonForm>
  );
}

/** Where the organisation stands, what follows from that, and what it may ask. */
async function StandingPanel({ of, mayChange, zone }: PartProps) {
  const [t, own, locale] = await Promise.all([
    getTranslations("accounts.check"),
    getTranslations("accounts.organisation"),
    getLocale(),
  ]);
  const { restriction, latest } = of;
  const since = restriction && formatTime(restriction.since, { locale, zone, shape: "full", hasYear: true });
  return (
    <Panel title={t(`state.${of.standing}`)} id="check">
      <div className="form-stack">
        {restriction && since && (
          <Note tone="warn">{t("restrictedSince", { time: since, reason: restriction.reason })}</Note>
        )}
        <p>{t(`effect.${of.standing}`)}</p>
        <div>
          <CheckText check={of.check} zone={zone} />
          <CheckDetails check={of.check} />
        </div>
        {latest && (
          <Note tone={latest.state === "questioned" || latest.state === "declined" ? "warn" : "info"}>
            {t(`case.${latest.state}`)}
          </Note>
        )}
        {mayChange && <Asking of={of} />}
        <p className="text-sm text-ink-2">{own("checkedMeans")}</p>
      </div>
    </Panel>
  );
}

type PapersProps = PartProps & { readonly files: readonly ShownFile[] };

/** The papers of the case, and the form for the next one, once a file of it is attached. */
async function PapersPanel({ of, mayChange, files }: PapersProps) {
  const [t, kind] = await Promise.all([
    getTranslations("accounts.check.papers"),
    getTranslations("accounts.check.paper"),
  ]);
  const papers = of.latest?.papers ?? [];
  const isOpen = mayChange && (isRunning(of) ? of.latest?.isOpenToPapers === true : of.mayAsk);
  const nameOf = (fileId: string) => files.find(({ id }) => id === fileId)?.name ?? null;
  const named = new Set(papers.map(({ fileId }) => fileId));
  const free = files.filter(({ id, state }) => !named.has(id) && state !== "infected");
  return (
    <Panel title={t("title")} id="papers" isFlush>
      {papers.length > 0 ? (
        <PaperTable papers={papers} fileName={nameOf} remove={isOpen && isRunning(of) ? removePaperAction : null} />
      ) : (
        <p className="p-4">{t("none")}</p>
      )}
      {isOpen && (
        <div className="panel-body form-stack">
          <p>{t("needed", { paper: kind(neededPaper(of.country)) })}</p>
          {free.length === 0 ? (
            <Note>{t("noFile")}</Note>
          ) : (
            <ActionForm
              id="paper"
              action={addPaperAction}
              hidden={{ idempotencyKey: newId() }}
              fields={[
                {
                  ...{ kind: "select", name: "kind", label: t("kind"), isRequired: true },
                  options: papersOf(of.country).map((value) => ({ value, label: kind(value) })),
                },
                { kind: "text", name: "number", label: t("number"), isRequired: true, maxLength: PAPER_NUMBER_MAX },
                { kind: "text", name: "issuer", label: t("issuer"), isRequired: true, maxLength: ISSUER_MAX },
                {
                  ...{ kind: "select", name: "fileId", label: t("file"), isRequired: true },
                  options: free.map(({ id, name }) => ({ value: id, label: name })),
                },
                { kind: "day", name: "issuedOn", label: t("issuedOn"), isRequired: true },
                { kind: "day", name: "expiresOn", label: t("expiresOn"), help: t("expiresHelp") },
              ]}
              send={t("add")}
            />
          )}
        </div>
      )}
    </Panel>
  );
}

/** Whether the latest case is not over: papers of one that is stand there, and the next begins with them. */
const isRunning = ({ latest }: OwnStanding): boolean =>
  latest !== null && latest.state !== "granted" && latest.state !== "declined" && latest.state !== "withdrawn";

async function FilesPanel({ of, mayChange, files, zone, outcome }: PapersProps & { readonly outcome: string | null }) {
  const [t, locale] = await Promise.all([getTranslations("accounts.check.papers"), getLocale()]);
  const subject = { subject: "check", subjectId: of.organisationId, language: locale, isSealed: false } as const;
  return (
    <ClientWords rooms={["files.upload"]}>
      <FilePanel
        id="files"
        title={t("files")}
        files={files}
        zone={zone}
        remove={mayChange ? removeFileAction : null}
        upload={mayChange ? { ...subject, idempotencyKey: newId() } : null}
        outcome={outcome}
      >
        <p className="px-4 pt-3 text-sm text-ink-2">{t("filesLead")}</p>
      </FilePanel>
    </ClientWords>
  );
}

/** Questions and answers of the case; the organisation answers where it reads the question. */
async function TalkPanel({ of, mayChange, zone }: PartProps) {
  const t = await getTranslations("accounts.check.talk");
  if (!of.latest || of.latest.entries.length === 0) return null;
  return (
    <CaseTalk entries={of.latest.entries} zone={zone}>
      {mayChange && of.latest.state === "questioned" && (
        <ActionForm
          id="answer"
          action={answerCheckAction}
          fields={[{ kind: "area", name: "words", label: t("answer"), isRequired: true, maxLength: CASE_WORDS_MAX }]}
          send={t("answerSend")}
        />
      )}
    </CaseTalk>
  );
}

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

const filesOf = (actor: Actor, organisationId: string) =>
  filesOn(pageReader(), { kind: "check", id: organisationId }, { viewer: actor, now: platform().clock() });

export default async function OwnCheckPage({ searchParams }: PageProps) {
  const { actor, timeZone } = await requireMember("/organisation/check");
  const of = await ownStanding(pageReader(), actor, platform().clock());
  if (!of) notFound();
  const files = await filesOf(actor, of.organisationId);
  const { files: outcome } = await searchParams;
  const part = { of, files, mayChange: mayEver(actor, "organisation.change"), zone: timeZone };
  return (
    <OrganisationFrame actor={actor} current="check" name={of.name}>
      <StandingPanel {...part} />
      <TalkPanel {...part} />
      <PapersPanel {...part} />
      <FilesPanel {...part} outcome={typeof outcome === "string" ? outcome : null} />
    </OrganisationFrame>
  );
}
