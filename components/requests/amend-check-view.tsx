import { useTranslations } from "next-intl";
import { KeptFields } from "@/components/ui/form/kept-fields";
import { ActionBar } from "@/components/ui/form/form-actions";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { AmendCheck } from "@/domain/requests/amend-form";
import type { FormValues } from "@/domain/shared/form-state";
import { ChangeList } from "./amendment-changes";

type AmendCheckViewProps = {
  readonly check: AmendCheck;
  readonly values: FormValues;
  readonly isDraft: boolean;
  readonly isSending: boolean;
};

const OWN = new Set(["requestId", "service", "isDraft", "seen", "zone", "intent"]);

/** The second step: what was and what will be, what it means for bids and times, and the button that does it. */
export function AmendCheckView({ check, values, isDraft, isSending }: AmendCheckViewProps) {
  const t = useTranslations("requests.amend");
  return (
    <>
      <KeptFields values={values} except={OWN} />
      <Panel title={t("checkTitle")} isFlush>
        <ChangeList changes={check.changes} />
        <ul className="change-consequences">
          {check.consequences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Panel>
      <ActionBar
        label={t("secondStep")}
        sum={t("changes", { count: check.changes.length })}
        consequence={isDraft ? undefined : t("sendConsequence")}
      >
        <Button name="intent" value="edit" variant="quiet">
          {t("edit")}
        </Button>
        <Button variant="primary" name="intent" value="send" disabled={isSending}>
          {t(isDraft ? "sendDraft" : "send")}
        </Button>
      </ActionBar>
    </>
  );
}
