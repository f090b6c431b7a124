import { useTranslations } from "next-intl";
import type { DeclaredIn } from "@/domain/orders/document-numbers";
import { useNumberFields } from "@/components/field/number-fields";
import { useMilestoneFiles } from "@/components/files/milestone-files";
import { FUNDS_STEP } from "@/domain/services/payment/funds";
import { useFundsFields } from "@/components/remittance/funds-fields";
import { useEarlyField, useLateFields } from "@/components/services/late-fields";
import type { ActionField } from "@/components/ui/form/action-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Option } from "@/components/ui/form/inputs";
import { Panel } from "@/components/ui/blocks";
import { PAPERS_REASON_MAX } from "@/domain/documents/missing-papers";
import type { OfferedLate } from "@/domain/orders/delay/announced-reason";
import type { LateReason } from "@/domain/services/work-reasons";
import { fieldsBrought, PASSED_REASON_MAX } from "@/domain/orders/expected-evidence";
import type { EvidenceField } from "@/domain/services/evidence";
import type { FormAction } from "@/domain/shared/form-state";
import type { Service } from "@/domain/shared/vocabulary";

type ConfirmFormProps = {
  readonly kind: "accept" | "cancel" | "changes";
  readonly action: FormAction;
  readonly orderId: string;
  readonly idempotencyKey: string;
  /** With the amount in it: what is bound by the press. */
  readonly consequence: string;
  readonly buttonWords: string;
  readonly backHref: string;
};

/** The second of two steps: says what follows, then sends. */
export function ConfirmForm({ kind, action, consequence, buttonWords, backHref, ...hidden }: ConfirmFormProps) {
  const t = useTranslations("orders.confirm");
  const asked: Readonly<Record<ConfirmFormProps["kind"], readonly ActionField[]>> = {
    accept: [],
    cancel: [
      { kind: "area", name: "reason", label: t("reason"), help: t("reasonHelp"), maxLength: 500, isRequired: true },
    ],
    changes: [
      { kind: "area", name: "words", label: t("words"), help: t("wordsHelp"), maxLength: 1_000, isRequired: true },
    ],
  };
  const title = useTranslations(`orders.${kind}`)("title");
  return (
    <Panel title={title} id={kind}>
      <ActionForm
        id="confirm"
        action={action}
        hidden={hidden}
        lead={consequence}
        fields={asked[kind]}
        send={buttonWords}
        variant={kind === "cancel" ? "danger" : "primary"}
        back={{ href: backHref, words: t("back") }}
        isBinding
      />
    </Panel>
  );
}

type ReportFormProps = {
  readonly action: FormAction;
  readonly service: Service;
  readonly orderId: string;
  readonly idempotencyKey: string;
  /** Only what may be reported now. */
  readonly codes: readonly Option[];
  /** Whether the next step is among them; else none is chosen before the reader does. */
  readonly isNextHere: boolean;
  /** Why a step of this order can be late. */
  readonly lateReasons: readonly LateReason[];
  /** What was announced of the delay before. */
  readonly announcedLate: OfferedLate | null;
  /** The numbers and weights that go with this order's steps. */
  readonly evidence: readonly EvidenceField[];
  /** The countries whose declarations a step can be told with. */
  readonly declaredIn: readonly DeclaredIn[];
  /** Those that may be put to the step. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
  /** The wall clock of the reader, and the zone it is meant in. */
  readonly nowLocal: string;
  readonly zone: string;
  readonly zoneName: string;
  /** Something else is the reader's turn. */
  readonly isAside: boolean;
};

type Asked = Pick<ReportFormProps, "service" | "codes" | "isNextHere" | "evidence" | "declaredIn">;

/** The numbers that the next step brings stand open; what may go with it too is folded. */
function useNumbers({ service, codes, isNextHere, evidence, declaredIn }: Asked): readonly ActionField[] {
  const t = useTranslations("orders.report");
  const all = useNumberFields(evidence, declaredIn);
  const brought = new Set<string>(isNextHere && codes[0] ? fieldsBrought(service, codes[0].value) : []);
  const others = all.filter(({ name }) => !brought.has(name));
  const folded: ActionField = {
    ...{ kind: "group", name: "numbers", label: t("numbers"), isFolded: true },
    fields: others,
  };
  return [...all.filter(({ name }) => brought.has(name)), ...(others.length > 0 ? [folded] : [])];
}

/** Reports a step: which and when; why it is early, without its papers or past other steps only where that was asked. */
export function ReportForm({ action, orderId, idempotencyKey, zone, ...props }: ReportFormProps) {
  const { service, codes, isNextHere, lateReasons, announcedLate, files, nowLocal, zoneName, isAside } = props;
  const t = useTranslations("orders.report");
  const onDemand = { kind: "area", isOnDemand: true, isRequired: true } as const;
  const funds = useFundsFields(isNextHere && codes[0]?.value === FUNDS_STEP);
  const fields: readonly ActionField[] = [
    {
      ...{ kind: "select", name: "code", label: t("code"), help: t("codeHelp"), isRequired: true, options: codes },
      ...(isNextHere ? { initial: codes[0]?.value } : { placeholder: t("choose") }),
    },
    {
      ...{ kind: "time", name: "occurredAt", label: t("occurredAt"), isRequired: true },
      ...{ zoneName, initial: nowLocal },
    },
    useEarlyField(),
    {
      ...{ ...onDemand, name: "papersReason", label: t("papersReason"), help: t("papersReasonHelp") },
      maxLength: PAPERS_REASON_MAX,
    },
    {
      ...{ ...onDemand, name: "passedReason", label: t("passedReason"), help: t("passedReasonHelp") },
      maxLength: PASSED_REASON_MAX,
    },
    ...(codes.some(({ value }) => value === FUNDS_STEP) ? [funds] : []),
    ...useLateFields(lateReasons, announcedLate),
    ...useNumbers(props),
    {
      ...{ kind: "tick", name: "isConfirmed", label: t("confirm"), detail: t("confirmDetail"), isOnDemand: true },
    },
    { kind: "area", name: "note", label: t("note"), help: t(`noteHelp.${service}`), maxLength: 500 },
    ...useMilestoneFiles(
      files,
      files.map(({ id }) => id),
    ),
  ];
  return (
    <Panel title={t("title")} id="report" fold={isAside ? "closed" : undefined}>
      <ActionForm
        id="report"
        action={action}
        hidden={{ orderId, idempotencyKey, zone }}
        fields={fields}
        send={t("send")}
        icon="send"
      />
    </Panel>
  );
}
