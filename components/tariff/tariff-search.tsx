import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/text-input";
import { QUESTION_LETTERS_MAX } from "@/domain/tariff/hs-question";

type TariffSearchProps = {
  /** The page's own address; the form is sent there by GET, so a search can be sent to a colleague. */
  readonly action: string;
  readonly q: string;
};

export function TariffSearch({ action, q }: TariffSearchProps) {
  const t = useTranslations("tariff.search");
  return (
    <form method="get" action={action} className="grid gap-3">
      <Field id="tariff-q" label={t("label")} help={t("help")} isRequired>
        {(wiring) => <TextInput {...wiring} type="search" name="q" maxLength={QUESTION_LETTERS_MAX} defaultValue={q} />}
      </Field>
      <div>
        <Button variant="primary">{t("do")}</Button>
      </div>
    </form>
  );
}
