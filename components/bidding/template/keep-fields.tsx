import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/text-input";
import { Fold } from "@/components/ui/long-form/fold";
import { BID_TEMPLATE_NAME_MAX, TEMPLATE_NAME_FIELD } from "@/domain/bidding/offer/template/template-limits";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { bidFieldId } from "../form/bid-field-id";

type KeepFieldsProps = { readonly values: FormValues; readonly errors: Readonly<Record<string, string>> };

/** Under the bid form: what is typed is kept under a name, right or wrong. */
export function KeepFields({ values, errors }: KeepFieldsProps) {
  const t = useTranslations("bidding.template");
  return (
    <div className="px-4 pb-2">
      <Fold title={t("keepTitle")} names={[TEMPLATE_NAME_FIELD]} values={values} errors={errors}>
        <div className="form-grid">
          <Field
            id={bidFieldId(TEMPLATE_NAME_FIELD)}
            className="span-8"
            label={t("keepName")}
            help={t("keepHelp")}
            error={errors[TEMPLATE_NAME_FIELD]}
          >
            {(wired) => (
              <TextInput
                {...wired}
                name={TEMPLATE_NAME_FIELD}
                maxLength={BID_TEMPLATE_NAME_MAX}
                defaultValue={valueOf(values, TEMPLATE_NAME_FIELD)}
              />
            )}
          </Field>
          <div className="span-4 self-end">
            <Button name="intent" value="keep-template" formNoValidate>
              {t("keep")}
            </Button>
          </div>
        </div>
      </Fold>
    </div>
  );
}
