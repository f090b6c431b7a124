import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Operator } from "@/domain/about/operator";
import { BODY_OF, type Bodies, SITE_TEXT_MAX, type SiteTextKind } from "@/domain/about/site-text";
import type { FormAction } from "@/domain/shared/form-state";

type TextFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly kind: SiteTextKind;
  /** What it goes on from: the latest version, else the template. */
  readonly bodies: Bodies;
};

/** Writes the next version of a text, in its languages. It is published by a press of its own. */
export function TextForm({ action, idempotencyKey, kind, bodies }: TextFormProps) {
  const t = useTranslations("about.texts.form");
  const area = { kind: "area", maxLength: SITE_TEXT_MAX, span: "span-12" } as const;
  return (
    <ActionForm
      id="text"
      action={action}
      hidden={{ idempotencyKey, kind }}
      lead={t("lead")}
      fields={Object.values(BODY_OF).map((name) => ({
        ...{ ...area, name, label: t(name), initial: bodies[name] },
        isRequired: name === "bodyEn" || name === "bodyZh",
      }))}
      send={t("send")}
    />
  );
}

type OperatorFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly initial: Operator | null;
};

/** Says who runs this. Each entry is whole; earlier ones stay on record. */
export function OperatorForm({ action, idempotencyKey, initial }: OperatorFormProps) {
  const t = useTranslations("about.contact");
  const field = (name: keyof Operator, maxLength: number) =>
    ({ kind: "text", name, label: t(`field.${name}`), maxLength, initial: initial?.[name], span: "span-6" }) as const;
  return (
    <ActionForm
      id="operator"
      action={action}
      hidden={{ idempotencyKey }}
      lead={t("form.lead")}
      fields={[
        { ...field("nameEn", 120), isRequired: true },
        { ...field("nameZh", 120), isRequired: true },
        { ...field("registration", 60), isRequired: true },
        { ...field("email", 200), isRequired: true, input: { type: "email" } },
        { ...field("addressEn", 200), isRequired: true },
        { ...field("addressZh", 200), isRequired: true },
        { ...field("phone", 60), input: { type: "tel" } },
      ]}
      send={t("form.send")}
    />
  );
}
