import { useTranslations } from "next-intl";
import type { ActionField } from "@/components/ui/form/action-field";
import { ActionForm } from "@/components/ui/form/action-form";
import { Panel } from "@/components/ui/blocks";
import type { Option } from "@/components/ui/form/inputs";
import { DISPUTE_CODES, disputedSumOf, ORDER_EFFECTS, OUTCOMES } from "@/domain/disputes/dispute";
import { DISPUTE_WORDS_MAX, OTHER_CHARGE } from "@/domain/disputes/dispute-schema";
import type { DisputedSum } from "@/domain/orders/dispute-ruling";
import type { Currency } from "@/domain/shared/money";
import type { Service } from "@/domain/shared/vocabulary";
import type { FormAction } from "@/domain/shared/form-state";

type DisputeFormProps = {
  /** `settle` is an entry that has to offer an end: what may still be said once the time for evidence is over. */
  readonly kind: "open" | "entry" | "settle" | "decide";
  readonly action: FormAction;
  /** What the form is about: `orderId` or `disputeId`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
  /** What an ending shares; and of a dispute that is opened the order's service, by which it can be about a waiting charge. */
  readonly about?: DisputedSum;
  readonly service?: Service;
  /** In which a charge that was not agreed is named, when a dispute is opened. */
  readonly currency?: Currency;
  /** Charges that earlier disputes have divided, in words, by the dispute: one of them may be in dispute again. */
  readonly divided?: readonly Option[];
  readonly files?: readonly { readonly id: string; readonly name: string }[];
};

/** What an order of that service can be in dispute about: a waiting charge has a haul alone. */
const codesOf = (service: Service | undefined) =>
  DISPUTE_CODES.filter(
    (code) =>
      code !== "waiting_charge" ||
      (service !== undefined && disputedSumOf({ code, charge: null }, service) === "waiting"),
  );

/** How a dispute would end: who is right, what share of the sum in dispute the provider gets, what becomes of the order. A decision has to say it, an entry may. */
function useEndingFields(about: DisputedSum, isRequired: boolean): readonly ActionField[] {
  const t = useTranslations("disputes");
  const common = { isRequired, span: "span-4" } as const;
  return [
    {
      ...{ ...common, kind: "select", name: "outcome", label: t("form.outcome") },
      options: OUTCOMES.map((value) => ({ value, label: t(`ending.outcome.${value}`) })),
      placeholder: isRequired ? undefined : t("form.noOffer"),
    },
    {
      ...{ kind: "text", name: "sharePercent", label: t(`form.share.${about}`), help: t(`form.shareHelp.${about}`) },
      ...{ input: { inputMode: "decimal" }, span: "span-4" },
    },
    {
      ...{ ...common, kind: "select", name: "effect", label: t("form.effect") },
      options: ORDER_EFFECTS.map((value) => ({ value, label: t(`ending.effect.${value}`) })),
    },
  ];
}

/** Opens a dispute, says something in it, offers its end, or decides it: the words, and where it belongs how it would end. */
export function DisputeForm({ kind, action, fields, idempotencyKey, ...props }: DisputeFormProps) {
  const { about = "price", service, currency, divided = [], files = [] } = props;
  const t = useTranslations("disputes");
  const ending = useEndingFields(about, kind !== "entry");
  const code: ActionField = {
    ...{ kind: "select", name: "code", label: t("form.code"), isRequired: true },
    options: codesOf(service).map((value) => ({ value, label: t(`code.${value}`) })),
  };
  const charge: ActionField = {
    ...{ kind: "amount", name: "charge", label: t("form.charge"), help: t("form.chargeHelp"), unit: currency },
  };
  const earlier: ActionField = {
    ...{ kind: "select", name: "earlier", label: t("form.earlier"), help: t("form.earlierHelp") },
    options: [...divided, { value: OTHER_CHARGE, label: t("form.earlierOther") }],
    placeholder: t("form.earlierChoose"),
  };
  const evidence: ActionField = {
    ...{ kind: "checks", name: "fileIds", label: t("form.files"), chosen: [] },
    options: files.map(({ id, name }) => ({ value: id, label: name })),
  };
  return (
    <Panel title={t(`form.${kind}.title`)} id={kind}>
      <ActionForm
        id={kind}
        action={action}
        hidden={{ ...fields, idempotencyKey }}
        lead={t(`form.${kind}.lead`)}
        fields={[
          ...(kind === "open" ? [code, ...(divided.length > 0 ? [earlier] : []), charge] : []),
          ...(kind === "settle" || kind === "decide" ? ending : []),
          {
            ...{ kind: "area", name: "words", label: t(`form.${kind}.words`), help: t(`form.${kind}.wordsHelp`) },
            ...{ maxLength: DISPUTE_WORDS_MAX, isRequired: true },
          },
          ...(kind === "entry" && files.length > 0 ? [evidence] : []),
          ...(kind === "entry"
            ? [{ kind: "group", name: "offer", label: t("form.offer"), fields: ending } as const]
            : []),
        ]}
        send={
          // What cannot be taken back is checked first; the button that decides comes with what was found.
          kind === "decide"
            ? [{ words: t("form.decide.check"), name: "intent", value: "check", variant: "primary" }]
            : t(`form.${kind}.send`)
        }
        variant={kind === "entry" || kind === "settle" ? "primary" : "danger"}
      />
    </Panel>
  );
}
