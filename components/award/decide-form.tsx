import { useTranslations } from "next-intl";
import type { ActionField } from "@/components/ui/form/action-field";
import { ActionFormOnDemand } from "@/components/ui/form/action-form-on-demand";
import type { Option } from "@/components/ui/form/inputs";
import { Panel } from "@/components/ui/blocks";
import { REASON_MAX } from "@/domain/requests/reasons";
import type { FormAction } from "@/domain/shared/form-state";

/** The forms of a decision, each the second of two steps. */
export const DECIDE_FORMS = ["disqualify", "accept", "uphold", "cure", "reject", "extend", "prolong"] as const;
export type DecideFormKind = (typeof DECIDE_FORMS)[number];

type DecideFormProps = {
  readonly kind: DecideFormKind;
  readonly action: FormAction;
  /** What is acted on. */
  readonly fields: Readonly<Record<string, string>>;
  /** What its words are filled with. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly codes?: readonly Option[];
  /** A clock time in the reader's zone, which is named in the field. */
  readonly time?: { readonly name: "decideBy" | "validUntil"; readonly initial: string; readonly zoneName: string };
  readonly backHref: string;
};

const ENDS: readonly DecideFormKind[] = ["disqualify", "uphold", "reject"];
const WORDLESS: readonly DecideFormKind[] = ["accept", "prolong"];

/** The second of two steps of a decision: says what follows, takes the reason or the time, then does it. */
export function DecideForm({ kind, action, fields, values = {}, codes, time, backHref }: DecideFormProps) {
  const t = useTranslations("decide.form");
  const asked: ActionField[] = [];
  if (codes)
    asked.push({
      ...{ kind: "select", name: "code", label: t("code"), isRequired: true },
      ...{ options: codes, placeholder: t("choose") },
    });
  if (time) asked.push({ ...time, kind: "time", label: t(time.name), isRequired: true });
  if (!WORDLESS.includes(kind))
    asked.push({
      ...{ kind: "area", name: "words", label: t("words"), help: t(`${kind}.help`), isRequired: true },
      maxLength: REASON_MAX,
    });
  return (
    <Panel title={t(`${kind}.title`, values)} id="decide-form">
      <ActionFormOnDemand
        id="decide"
        action={action}
        hidden={fields}
        lead={t(`${kind}.consequence`, values)}
        fields={asked}
        send={t(`${kind}.send`)}
        variant={ENDS.includes(kind) ? "danger" : "primary"}
        back={{ href: backHref, words: t("back") }}
      />
    </Panel>
  );
}
