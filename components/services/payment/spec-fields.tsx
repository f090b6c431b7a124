import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/blocks";
import { LOCK_MINUTES, SETTLE_DAYS } from "@/domain/services/payment/choices";
import { paymentRequired, paymentSpecForm } from "@/domain/services/payment/form";
import { paymentFields } from "@/domain/services/payment/spec";
import { optionsOf } from "../choice-fields";
import { type FieldsProps, useSpecForm } from "../fields-form";
import { ListedFields } from "../listed-fields";
import { useDurationWords } from "../service-name";

const RULES = { fields: paymentSpecForm, required: paymentRequired };

export function PaymentSpecFields(props: FieldsProps) {
  const { form, place } = useSpecForm("payment", props, RULES);
  const t = useTranslations("service-payment");
  const duration = useDurationWords();
  const locks = optionsOf(LOCK_MINUTES, (value) => (value === "0" ? t("spot") : duration(Number(value))));
  const days = optionsOf(SETTLE_DAYS, (value) => t("settleDays", { n: value }));
  return (
    <>
      <span ref={place} hidden />
      <div className="span-12">
        <Note>{t("moneyHolder")}</Note>
      </div>
      <ListedFields
        form={form}
        list={paymentFields}
        selects={{ lockMinutes: { options: locks }, settleWithinDays: { options: days } }}
      />
    </>
  );
}
