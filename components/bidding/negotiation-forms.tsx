import { useTranslations } from "next-intl";
import type { ActionField } from "@/components/ui/form/action-field";
import { ActionFormOnDemand } from "@/components/ui/form/action-form-on-demand";
import { Panel } from "@/components/ui/blocks";
import type { FormAction } from "@/domain/shared/form-state";

type AnswerFormProps = {
  readonly action: FormAction;
  readonly answer: "accept" | "decline";
  readonly ids: { readonly requestId: string; readonly bidId: string; readonly counterOfferId: string };
  readonly total: string;
  readonly backHref: string;
  readonly idempotencyKey: string;
};

/** The second of two steps to a yes or no: says what it binds to, then does it. */
export function AnswerForm({ action, answer, ids, total, backHref, idempotencyKey }: AnswerFormProps) {
  const t = useTranslations("negotiation.answer");
  return (
    <Panel title={t(`${answer}.title`, { total })} id={answer}>
      <ActionFormOnDemand
        id={answer}
        action={action}
        hidden={{ ...ids, answer, idempotencyKey }}
        lead={t(`${answer}.consequence`)}
        send={t(`${answer}.send`)}
        variant={answer === "decline" ? "danger" : "primary"}
        back={{ href: backHref, words: t("back") }}
      />
    </Panel>
  );
}

/** A line of the last offer: what it is, and what stands in its field. */
export type CounterLine = {
  readonly name: string;
  readonly basis: string;
  readonly basisWords: string;
  readonly quantity: string;
  readonly price: string;
  /** In the field: the currency, or a percent sign. */
  readonly unit: string;
};

type CounterFormProps = {
  readonly action: FormAction;
  readonly ids: { readonly requestId: string; readonly bidId: string; readonly counterOfferId: string | null };
  readonly currency: string;
  readonly lines: readonly CounterLine[];
  readonly days: { readonly min: number; readonly max: number };
  /** Who writes: the buyer's counter-offer or the bidder's answer. */
  readonly side: "buyer" | "provider";
  readonly idempotencyKey: string;
};

/** An offer across the table: every line with its price as it stands, to be changed where it should be another. */
export function CounterForm({ action, ids, currency, lines, days, side, idempotencyKey }: CounterFormProps) {
  const t = useTranslations("negotiation.form");
  const { counterOfferId, ...bid } = ids;
  const bases = Object.fromEntries(lines.map(({ basis }, at) => [`charges[${at}].basis`, basis]));
  const prices = lines.map(
    ({ name, basisWords, quantity, price, unit }, at): ActionField => ({
      ...{ kind: "amount", name: `charges[${at}].price`, label: name, unit, initial: price },
      help: quantity === "" ? basisWords : `${quantity} × ${basisWords}`,
    }),
  );
  const ends = (["min", "max"] as const).map(
    (end): ActionField => ({
      ...{ kind: "text", name: `transitDays.${end}`, label: t(`days.${end}`), initial: String(days[end]) },
      ...{ input: { inputMode: "numeric" }, span: "span-3" },
    }),
  );
  return (
    <Panel title={t(`${side}.title`)} id="counter">
      <ActionFormOnDemand
        id="counter"
        action={action}
        hidden={{
          ...{ ...bid, answer: "answer", currency, idempotencyKey },
          ...(counterOfferId && { counterOfferId }),
          ...bases,
        }}
        lead={<p className="text-ink-2">{t(`${side}.lead`)}</p>}
        fields={[
          ...prices,
          ...ends,
          { kind: "area", name: "note", label: t("note"), help: t("noteHelp"), maxLength: 500 },
        ]}
        send={t(`${side}.send`)}
        icon="send"
      />
    </Panel>
  );
}
