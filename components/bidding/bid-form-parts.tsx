import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { useRef } from "react";
import { FormProgress } from "@/components/ui/form/form-progress";
import { useTypedValues } from "@/components/ui/form/typed-values";
import { type BidProgressAsked, bidProgress } from "@/domain/bidding/bid-progress";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { bidFieldId, bidPartId } from "./bid-fields";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/inputs";
import { Fold } from "@/components/ui/form/fold";
import { BID_TEMPLATE_NAME_MAX, TEMPLATE_NAME_FIELD } from "@/domain/bidding/bid-form-limits";

type DraftConflictProps = {
  readonly words: string;
  /** Where the form is drawn from what is kept. */
  readonly keptHref: string;
};

/** Another window has saved, sent or discarded the draft: says so and asks whose text is to stay. Nothing is lost until then. */
export function DraftConflict({ words, keptHref }: DraftConflictProps) {
  const t = useTranslations("bidding.draft");
  return (
    <div className="p-4" id="draft-conflict">
      <Note tone="warn" isLive>
        <p>{words}</p>
        <p className="flow pt-2">
          <Button size="small" name="intent" value="save-draft-over" formNoValidate>
            {t("keepThis")}
          </Button>
          <ButtonLink size="small" variant="quiet" href={keptHref}>
            {t("readOther")}
          </ButtonLink>
        </p>
      </Note>
    </div>
  );
}

type BidProgressProps = BidProgressAsked & { readonly values: FormValues };

/** The parts of the bid with what each lacks, kept up while typing; without a script as of the last answer. */
export function BidProgress({ values, ...asked }: BidProgressProps) {
  const t = useTranslations("bidding.form");
  const place = useRef<HTMLDivElement>(null);
  const typed = useTypedValues(place, values);
  const titles = {
    lines: t("lines"),
    days: t("part.days"),
    terms: t("part.terms"),
    gates: t("part.gates"),
    rest: t("part.rest"),
  };
  return (
    <div ref={place}>
      <FormProgress
        parts={bidProgress(typed, asked).map((part) => ({
          ...part,
          key: part.part,
          title: titles[part.part],
          href: `#${bidPartId(part.part)}`,
        }))}
      />
    </div>
  );
}

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
