import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Anchor, Note } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { mailStopState } from "@/server/notices/choices";
import { platform } from "@/server/platform/platform";
import { EntryFrame } from "../../entry-frame";
import { resumeMailsAction, stopMailsAction } from "../actions";

type PageProps = { readonly params: Promise<{ readonly token: string }> };

export const metadata: Metadata = { referrer: "same-origin" };

/** Where the link of a mail leads that stops its like: one button, and once it is pressed what was stopped, with its undoing. Opening it changes nothing. */
export default async function StopMailsPage({ params }: PageProps) {
  const token = decodeURIComponent((await params).token);
  const [t, topic, locale] = [
    await getTranslations("notices.stop"),
    await getTranslations("notices"),
    await getLocale(),
  ];
  const state = await mailStopState(platform().database.read, token);
  const name = state && (state.what === "digest" ? t("digest") : topic(`topic.${state.what}`));
  return (
    <EntryFrame
      path={`/stop-mails/${encodeURIComponent(token)}`}
      title={t("title")}
      lead={name === null ? t("unknownLead") : t(state?.isStopped ? "stoppedLead" : "lead", { name })}
    >
      {state && !state.isStopped && (
        <OneButtonForm action={stopMailsAction} fields={{ token }} variant="primary" isWide>
          {t("send")}
        </OneButtonForm>
      )}
      {state?.isStopped && (
        <>
          <Note tone="ok">
            <p>{t("stopped", { name: name ?? "" })}</p>
          </Note>
          <OneButtonForm action={resumeMailsAction} fields={{ token }} isWide>
            {t("undo")}
          </OneButtonForm>
        </>
      )}
      {!state && <Note tone="warn">{t("unknown")}</Note>}
      {state && <p className="mt-4 text-ink-2">{t("always")}</p>}
      <p className="mt-4">
        <Anchor href={`/${locale}/account#notices`}>{t("settings")}</Anchor>
      </p>
    </EntryFrame>
  );
}
