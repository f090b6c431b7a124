import { useTranslations } from "next-intl";
import { DateField, MoneyField, NumberField, TextField } from "@/components/services/text-fields";
import type { FieldsForm, FieldsProps } from "@/components/services/fields-form";
import { FoldedFields } from "@/components/services/folded-fields";
import { RowsField } from "@/components/services/rows-field";
import { Button, Note } from "@/components/ui/blocks";
import {
  ALTERNATIVES_MAX,
  ALTERNATIVE_NOTE_MAX,
  ALTERNATIVE_TITLE_MAX,
  PACKAGES_MAX,
  REGISTRATION_NUMBER_MAX,
  RELATED_WORDS_MAX,
  SUBCONTRACTORS_MAX,
  SUBCONTRACTOR_NAME_MAX,
} from "@/domain/bidding/bid-form-limits";
import type { ReactNode } from "react";
import { AnswerField, CheckListField, SelectField, optionsOf } from "@/components/services/choice-fields";
import { useCountryName } from "@/components/services/country-name";
import { useServiceName } from "@/components/services/service-name";
import type { Option } from "@/components/ui/form/inputs";
import { CONDITION_TYPES, isRowDue } from "@/domain/bidding/offer/commercial-terms-fields";
import { COUNTRIES } from "@/domain/services/country";
import type { LocalPart } from "@/domain/services/kind";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";
import { rowCount } from "@/domain/services/form-field";

/** Up to three other offers: what each is called and how long it takes. Their charge lines stand among the others, and may begin as a copy. */
function AlternativeFields({ form }: { readonly form: FieldsForm }) {
  const t = useTranslations("bidding.beside");
  const rows = form.rowsOf("alternatives", ALTERNATIVES_MAX);
  return (
    <FoldedFields form={{ ...form, foldTitle: form.label }} fold="alternatives" names={["alternatives"]} isTitleEnough>
      <RowsField form={form} name="alternatives" rowsMax={ALTERNATIVES_MAX}>
        {(row) => (
          <>
            <TextField form={row} name="title" maxLength={ALTERNATIVE_TITLE_MAX} className="span-6" />
            <NumberField form={row} name="daysMin" className="span-3 pair" />
            <NumberField form={row} name="daysMax" className="span-3 pair" />
            <DateField form={row} name="startDate" className="span-3" />
            <TextField form={row} name="note" maxLength={ALTERNATIVE_NOTE_MAX} className="span-9" />
          </>
        )}
      </RowsField>
      <div className="span-12 flow">
        {Array.from({ length: rows }, (_, row) => (
          <Button
            key={`copy-${row.toString()}`}
            size="small"
            variant="quiet"
            name="intent"
            value={`copy-lines:${row + 1}`}
            formNoValidate
          >
            {t("copyLines", { number: row + 1 })}
          </Button>
        ))}
      </div>
    </FoldedFields>
  );
}

/** The fields of what an offer says beside its price, which are the same for every service; their names stand as they are. */
function useCommercialTermsForm({ values, errors = {}, zone }: Omit<FieldsProps, "prefix">): FieldsForm {
  const t = useTranslations("bidding.beside");
  const help = (name: string) => `field.${name}.help`;
  return {
    zone,
    book: [],
    label: (name) => t(`field.${name}.label`),
    help: (name) => (t.has(help(name)) ? t(help(name)) : undefined),
    nameOf: (name) => name,
    valueOf: (name) => valueOf(values, name),
    valuesOf: (name) => valuesOf(values, name),
    errorOf: (name) => errors[name],
    choicesOf: (_, all) => all,
    foldTitle: (fold) => t(`fold.${fold}`),
    emptyChoice: "notStated",
    isRequired: () => false,
    typed: { values, errors },
    rowsOf: (list, rowsMax) => rowCount(values, list, rowsMax),
  };
}

type CommercialTermsFieldsProps = {
  readonly service: Service;
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly codes: readonly Option[];
  readonly zone: string;
  /** Parts that the bidder cannot do itself: the bid names who does. */
  readonly partsToName: readonly LocalPart[];
};

const CONDITION_VALUE_MAX = 40;

/** Who does the parts that the bidder cannot do itself: these a bid has to name, so they stand apart from what it may say. */
export function NamedSubcontractors({ service: _, codes, partsToName, ...typed }: CommercialTermsFieldsProps) {
  return <SubcontractorFields form={useCommercialTermsForm(typed)} codes={codes} partsToName={partsToName} />;
}

/** What a bid may say beside its price, a fold each; what is left empty is not said. */
export function CommercialTermsFields({ service, codes, partsToName, ...typed }: CommercialTermsFieldsProps) {
  const form = useCommercialTermsForm(typed);
  return (
    <>
      <AlternativeFields form={form} />
      <PackageFields form={form} service={service} />
      <ConditionFields form={form} />
      {partsToName.length === 0 && <SubcontractorFields form={form} codes={codes} partsToName={partsToName} />}
      <FoldedFields form={form} fold="late" names={["latePerDay", "lateCap", "lateGraceDays"]}>
        <NumberField form={form} name="latePerDay" className="span-4" />
        <NumberField form={form} name="lateCap" className="span-4" />
        <NumberField form={form} name="lateGraceDays" className="span-4" />
      </FoldedFields>
      <FoldedFields form={form} fold="cover" names={["liabilityCap", "insuranceCover"]}>
        <MoneyField form={form} name="liabilityCap" className="span-6" />
        <MoneyField form={form} name="insuranceCover" className="span-6" />
      </FoldedFields>
      <FoldedFields form={form} fold="closeOut" names={["closeOutDays"]} isTitleEnough>
        <NumberField form={form} name="closeOutDays" className="span-6" />
      </FoldedFields>
      <FoldedFields form={form} fold="related" names={["isRelatedParty", "relatedWords"]} isTitleEnough>
        <AnswerField form={form} name="isRelatedParty" className="span-4" />
        <TextField form={form} name="relatedWords" maxLength={RELATED_WORDS_MAX} className="span-8" />
      </FoldedFields>
    </>
  );
}

function PackageFields({ form, service }: { readonly form: FieldsForm; readonly service: Service }) {
  const nameOf = useServiceName();
  const others = SERVICES.filter((one) => one !== service).map((one) => ({ value: one, label: nameOf(one) }));
  return (
    <Folded form={form} list="packageDiscounts">
      <RowsField form={form} name="packageDiscounts" rowsMax={PACKAGES_MAX}>
        {(row) => (
          <>
            <NumberField form={row} name="discount" className="span-4" />
            <CheckListField form={row} name="services" options={others} className="span-8" />
          </>
        )}
      </RowsField>
    </Folded>
  );
}

function ConditionFields({ form }: { readonly form: FieldsForm }) {
  const t = useTranslations("bidding");
  const types = optionsOf(CONDITION_TYPES, (type) => t(`beside.conditionName.${type}`));
  return (
    <Folded form={form} list="conditions">
      <RowsField form={form} name="conditions" rowsMax={CONDITION_TYPES.length}>
        {(row) => (
          <>
            <SelectField form={row} name="type" options={types} emptyWord={t("form.choose")} className="span-6" />
            <TextField form={row} name="value" maxLength={CONDITION_VALUE_MAX} className="span-6" />
          </>
        )}
      </RowsField>
    </Folded>
  );
}

type SubcontractorFieldsProps = Pick<CommercialTermsFieldsProps, "codes" | "partsToName"> & {
  readonly form: FieldsForm;
};

/** Who does a part of the work for the bidder; where it cannot do one itself, the fold is open and says which. */
function SubcontractorFields({ form, codes, partsToName }: SubcontractorFieldsProps) {
  const t = useTranslations("bidding");
  const countryName = useCountryName();
  const workOf = useTranslations("services.work");
  const works = codes.map(({ value }) => ({ value, label: workOf(value) }));
  const offered = [...new Set<string>([...COUNTRIES, ...partsToName.map(({ country }) => country)])];
  const countries = offered.map((code) => ({ value: code, label: countryName(code) }));
  return (
    <Folded form={form} list="subcontractors" isNeeded={partsToName.length > 0}>
      {partsToName.map(({ code, country }) => (
        <div key={code} className="span-12">
          <Note>{t("beside.toName", { code, country: countryName(country) })}</Note>
        </div>
      ))}
      <RowsField
        form={form}
        name="subcontractors"
        rowsMax={SUBCONTRACTORS_MAX}
        isRowDue={(row) => isRowDue(form.typed.values ?? {}, row, partsToName)}
      >
        {(row) => (
          <>
            <TextField form={row} name="name" maxLength={SUBCONTRACTOR_NAME_MAX} className="span-6" />
            <SelectField
              form={row}
              name="country"
              options={countries}
              emptyWord={t("form.choose")}
              className="span-3"
            />
            <TextField form={row} name="registrationNumber" maxLength={REGISTRATION_NUMBER_MAX} className="span-3" />
            <CheckListField form={row} name="parts" options={works} className="span-12" />
          </>
        )}
      </RowsField>
    </Folded>
  );
}

/** One list under its own name. */
function Folded({
  form,
  list,
  isNeeded = false,
  children,
}: {
  readonly form: FieldsForm;
  readonly list: string;
  readonly isNeeded?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <FoldedFields
      form={{ ...form, foldTitle: form.label }}
      fold={list}
      names={[list]}
      isNeeded={isNeeded}
      isTitleEnough
    >
      {children}
    </FoldedFields>
  );
}
