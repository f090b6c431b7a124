"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button, Panel } from "@/components/ui/blocks";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { Field, type Option, Select, TextArea } from "@/components/ui/form/inputs";
import { STRIKE_REASON_MAX } from "@/domain/field/strike";

type Sent = "done" | "no_line" | { readonly code: string };

/** Tells the market that a report was wrong. Only with a connection: what is struck is open to be told anew at once. */
async function sendStrike(address: string, body: object): Promise<Sent> {
  try {
    const answer = await fetch(address, {
      ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
      ...{ credentials: "omit", cache: "no-store" },
    });
    if (answer.ok) return "done";
    const said = (await answer.json().catch(() => null)) as { code?: unknown } | null;
    return { code: typeof said?.code === "string" ? said.code : "other" };
  } catch {
    return "no_line";
  }
}

type SentReportsProps = {
  /** Where it is sent to. */
  readonly address: string;
  /** What came by this link and stands, each by its step and time. */
  readonly reports: readonly Option[];
};

/** What came by this link, and the form by which its holder strikes a report that was wrong. Nothing where nothing came. */
export function SentReports({ address, reports }: SentReportsProps) {
  const t = useTranslations("field.strike");
  const refusals = useTranslations("field.refusal");
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  if (reports.length === 0) return null;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const [reportId, reason] = [typed.get("reportId"), typed.get("reason")];
    if (!reportId || typeof reason !== "string" || reason.trim() === "") return setProblem(t("needed"));
    setSending(true);
    const sent = await sendStrike(address, { reportId, reason });
    setSending(false);
    if (sent === "done") return window.location.reload();
    const code = sent === "no_line" ? null : sent.code;
    setProblem(code === null ? t("noLine") : refusals(refusals.has(code) ? code : "other"));
  };
  return (
    <Panel title={t("title")} id="strike">
      <form className="field-form" onSubmit={(event) => void submit(event)} noValidate>
        <fieldset className="form-stack min-w-0" disabled={isSending}>
          {problem && <ErrorSummary errors={[]} title={problem} />}
          <p>{t("lead")}</p>
          <Field id={`${id}-report`} label={t("report")} isRequired>
            {(wired) => <Select {...wired} name="reportId" options={reports} placeholder={t("choose")} />}
          </Field>
          <Field id={`${id}-reason`} label={t("reason")} isRequired>
            {(wired) => <TextArea {...wired} name="reason" maxLength={STRIKE_REASON_MAX} />}
          </Field>
          <Button variant="danger" isWide>
            {t("send")}
          </Button>
        </fieldset>
      </form>
    </Panel>
  );
}
