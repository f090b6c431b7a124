"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SendBar } from "@/components/ui/actions/send-bar";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Panel } from "@/components/ui/page/panel";
import type { FormAction } from "@/domain/shared/form-state";

type WithdrawFormProps = {
  readonly action: FormAction;
  readonly title: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly backHref: string;
};

/** The second of two steps: says what follows, then takes the paper back. */
export function WithdrawForm({ action, title, hidden, backHref }: WithdrawFormProps) {
  const t = useTranslations("documents.withdraw");
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <Panel title={title} id="withdraw">
      <form key={state?.key} action={submit} className="form-stack">
        <FormProblems state={state} fieldId={() => null} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{t("consequence")}</p>
        <SendBar send={t("send")} variant="danger" isSending={isSending} back={{ href: backHref, words: t("back") }} />
      </form>
    </Panel>
  );
}
