import { useTranslations } from "next-intl";
import { useMilestoneFiles } from "@/components/files/milestone-files";
import { useEarlyField, useLateFields } from "@/components/services/late-fields";
import type { ActionField } from "@/components/ui/form/action-field";
import { ActionForm } from "@/components/ui/form/action-form";
import { Panel } from "@/components/ui/blocks";
import { ANSWERERS } from "@/domain/clearance/declaration";
import { lateReasonsOf } from "@/domain/orders/late-reasons";
import type { FormAction } from "@/domain/shared/form-state";
import { TRANSITION_FIELDS, type TransitionKind } from "./transition-kind";

export type FormFrame = {
  readonly action: FormAction;
  /** What is acted on. */
  readonly hidden: Readonly<Record<string, string>>;
  /** What the words are filled with: number, side and country of the declaration. */
  readonly values: Readonly<Record<string, string | number>>;
  /** The wall clock of the reader, and the zone that it is meant in. */
  readonly nowLocal: string;
  readonly zoneName: string;
  /** One's own that belong to no step yet. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly backHref: string;
};

type TransitionFormProps = FormFrame & { readonly kind: TransitionKind };

/** What a step is told by in words: a number, or what is asked, answered or refused. */
function useTextField({ kind, values }: TransitionFormProps): readonly ActionField[] {
  const t = useTranslations("clearance.form");
  const { text } = TRANSITION_FIELDS[kind];
  if (!text) return [];
  const { name, isRequired } = text;
  const common = { name, isRequired, label: t(`${kind}.text`), help: t(`${kind}.help`, values) };
  if (text.isLong) return [{ ...common, kind: "area", maxLength: 1_000 }];
  return [{ ...common, kind: "text", maxLength: 80, input: { autoComplete: "off" }, span: "span-12" }];
}

/** Who answers a question of the customs, and until when. */
function useQuestionFields(zoneName: string): readonly ActionField[] {
  const t = useTranslations("clearance.form");
  return [
    {
      ...{ kind: "select", name: "answersBy", label: t("answersBy"), isRequired: true, initial: "buyer" },
      options: ANSWERERS.map((one) => ({ value: one, label: t(`answerer.${one}`) })),
    },
    { kind: "time", name: "answerBy", label: t("answerBy"), zoneName },
  ];
}

/** The second of two steps of a transition of a declaration: says what follows, takes what is reported, then does it. */
export function TransitionForm(props: TransitionFormProps) {
  const { kind, action, hidden, values, nowLocal, zoneName, files, backHref } = props;
  const t = useTranslations("clearance.form");
  const { hasTime, hasFiles } = TRANSITION_FIELDS[kind];
  const early = useEarlyField();
  const late = useLateFields(lateReasonsOf("customs"));
  const question = useQuestionFields(zoneName);
  const own = useMilestoneFiles(files);
  const confirm: ActionField = {
    ...{ kind: "tick", name: "isConfirmed", label: t("confirmOffice"), detail: t("confirmOfficeDetail") },
    isOnDemand: true,
  };
  const time: ActionField = {
    ...{ kind: "time", name: "occurredAt", label: t("occurredAt"), isRequired: true },
    ...{ zoneName, initial: nowLocal },
  };
  return (
    <Panel title={t(`${kind}.title`, values)} id="clearance-form">
      <ActionForm
        id="clearance"
        action={action}
        hidden={hidden}
        lead={t(`${kind}.consequence`, values)}
        fields={[
          ...useTextField(props),
          ...(kind === "question" ? question : []),
          ...(kind === "file" ? [confirm] : []),
          ...(hasTime ? [time] : []),
          ...(kind === "question" || kind === "inspect" || kind === "release" ? [early] : []),
          ...(kind === "file" || kind === "release" ? late : []),
          ...(hasFiles ? own : []),
        ]}
        send={t(`${kind}.send`)}
        variant={kind === "refuse" || kind === "send_back" ? "danger" : "primary"}
        back={{ href: backHref, words: t("back") }}
      />
    </Panel>
  );
}
