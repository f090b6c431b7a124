import { useTranslations } from "next-intl";
import { useMilestoneFiles } from "@/components/files/milestone-files";
import { useLateFields } from "@/components/services/late-fields";
import type { ActionField } from "@/components/ui/form/action-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Option } from "@/components/ui/form/inputs";
import { Panel } from "@/components/ui/blocks";
import { lateReasonsOf } from "@/domain/orders/late-reasons";
import { REFERENCE_KINDS } from "@/domain/remittance/payment-reference";
import type { PaymentTransition } from "@/domain/remittance/transitions";
import { CHANNELS, RELATIONSHIPS, RETURN_COST_BEARERS } from "@/domain/services/payment/choices";
import { SURPLUS_ANSWERS } from "@/domain/services/payment/surplus";
import { payeeFields } from "@/domain/services/payment/spec";
import { DOCUMENT_MAX, EXPLANATION_MAX, QUESTION_MAX } from "@/domain/services/payment/third-party";
import type { FormAction } from "@/domain/shared/form-state";
import { PAYMENT_FIELDS, REASONS_OF } from "./payment-transitions";

const TIMES = ["occurredAt", "lockedAt", "expiresAt"];
const AMOUNTS = ["amount", "amountReturned", "cost", "rate"];
/** Fields of several lines, and the most that each takes. */
const AREAS: Readonly<Record<string, number>> = {
  ...{ words: 500, explanation: EXPLANATION_MAX, question: QUESTION_MAX },
};
/** The most that a line of text takes, where that is another than of most. */
const LINES: Readonly<Record<string, number>> = {
  document: DOCUMENT_MAX,
  ...Object.fromEntries(payeeFields.flatMap((field) => ("max" in field ? [[field.name, field.max]] : []))),
};
const LINE_MAX = 80;
const CURRENCY_FIELDS = ["base", "amountCurrency", "amountReturnedCurrency", "costCurrency"];
const OPTIONAL = ["payeeBik", "expiresAt", "words", "channel", "cost", "costBorneBy"];

export type PaymentFormProps = {
  readonly kind: PaymentTransition;
  readonly action: FormAction;
  /** What is acted on. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string | number>>;
  /** What fields begin with. */
  readonly initial: Readonly<Record<string, string>>;
  readonly currencies: readonly string[];
  /** Who bears a return is asked only where the bid does not say. */
  readonly asksBearer: boolean;
  readonly zoneName: string;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly backHref: string;
};

/** What a field may be chosen from, by its name; null where it is typed. */
function useOptions({ kind, currencies }: PaymentFormProps): (name: string) => readonly Option[] | null {
  const t = useTranslations();
  const named = (values: readonly string[], key: string) =>
    values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (name) => {
    if (CURRENCY_FIELDS.includes(name)) return currencies.map((value) => ({ value, label: value }));
    switch (name) {
      case "reason":
        return named(REASONS_OF[kind] ?? [], `remittance.reason.${kind}`);
      case "relationship":
        return named(RELATIONSHIPS, "remittance.relationship");
      case "answer":
        return named(SURPLUS_ANSWERS, "remittance.surplusAnswer");
      case "channel":
        return named(CHANNELS, "service-payment.option.channel");
      case "referenceKind":
        return named(REFERENCE_KINDS, "remittance.referenceKind");
      case "costBorneBy":
        return named(RETURN_COST_BEARERS, "remittance.bearer");
      default:
        return null;
    }
  };
}

/** The label and the help of a field, by the transition's own words where it has some. */
function useFieldWords() {
  const t = useTranslations("remittance");
  return (kind: PaymentTransition, name: string) => {
    const key = t.has(`fieldOf.${kind}.${name}.label`) ? `fieldOf.${kind}.${name}` : `field.${name}`;
    return { label: t(`${key}.label`), help: t.has(`${key}.help`) ? t(`${key}.help`) : undefined };
  };
}

/** The fields of a transition of a payment, each drawn as its name asks. */
function usePaymentFields(props: PaymentFormProps): readonly ActionField[] {
  const { kind, initial, asksBearer, zoneName } = props;
  const t = useTranslations("remittance.field");
  const choose = t("choose");
  const wordsOf = useFieldWords();
  const optionsOf = useOptions(props);
  const names = PAYMENT_FIELDS[kind].filter((name) => name !== "fileIds" && (name !== "costBorneBy" || asksBearer));
  return names.map((name): ActionField => {
    if (name === "isCostApart" || name === "isPayeeAccountChecked")
      return { kind: "tick", name, label: t(`${name}.label`), isOnDemand: true };
    const isRequired = !OPTIONAL.includes(name);
    const common = { name, ...wordsOf(kind, name), isRequired, initial: initial[name] };
    const options = optionsOf(name);
    if (options) {
      const placeholder = isRequired && name !== "reason" ? undefined : choose;
      return { ...common, kind: "select", options, placeholder };
    }
    if (name === "valueDate") return { ...common, kind: "day" };
    if (TIMES.includes(name)) return { ...common, kind: "time", zoneName };
    if (AMOUNTS.includes(name)) return { ...common, kind: "amount" };
    const longest = AREAS[name];
    if (longest !== undefined) return { ...common, kind: "area", maxLength: longest };
    return {
      ...common,
      kind: "text",
      maxLength: LINES[name] ?? LINE_MAX,
      input: { autoComplete: "off" },
    };
  });
}

const ENDS: readonly PaymentTransition[] = ["return", "freeze", "recall"];

/** The second of two steps of a transition of a payment: says what follows, takes what is reported, then does it. */
export function PaymentForm(props: PaymentFormProps) {
  const { kind, action, hidden, values, files, backHref } = props;
  const t = useTranslations("remittance.form");
  const fields = usePaymentFields(props);
  const late = useLateFields(lateReasonsOf("payment"));
  const own = useMilestoneFiles(files);
  return (
    <Panel title={t(`${kind}.title`, values)} id="remittance-form">
      <ActionForm
        id="remittance"
        action={action}
        hidden={hidden}
        lead={t(`${kind}.consequence`, values)}
        fields={[
          ...fields,
          ...(kind === "send" || kind === "receive" ? late : []),
          ...(PAYMENT_FIELDS[kind].includes("fileIds") ? own : []),
        ]}
        send={t(`${kind}.send`, values)}
        variant={ENDS.includes(kind) ? "danger" : "primary"}
        back={{ href: backHref, words: t("back") }}
      />
    </Panel>
  );
}
