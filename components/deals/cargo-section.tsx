import { useTranslations } from "next-intl";
import { useRef } from "react";
import { HeadingPointers } from "@/components/deals/suggestions";
import { Button } from "@/components/ui/blocks";
import { FormSection } from "@/components/ui/form/inputs";
import { useTypedValues } from "@/components/ui/form/typed-values";
import { CARGO_LINES_MAX } from "@/domain/deals/deal-choices";
import { PACKAGE_TYPES } from "@/domain/deals/package-type";
import { measuresDue } from "@/domain/deals/posting/measures";
import { lineCount, lineField, MORE_LINE_FIELDS } from "@/domain/deals/posting/cargo-lines";
import { valueOf } from "@/domain/shared/form-state";
import type { CodeFinder } from "@/views/tariff";
import { QUESTION_LETTERS_MAX } from "@/domain/tariff/hs-question";
import { FoundCodes } from "@/components/tariff/candidate-lists";
import { HsCodeInput } from "@/components/tariff/hs-code-input";
import {
  ChoiceField,
  NumberField,
  PostingField,
  type PostingFieldProps,
  TextField,
  type Typed,
} from "./posting-fields";
import { Fold } from "@/components/ui/form/fold";
import { HAZARD_CLASSES, PACKING_GROUPS } from "@/domain/services/hazard-classes";
import { MARKS_MAX } from "@/domain/deals/deal-choices";
import { COUNTRIES } from "@/domain/services/country";

const SIDES = ["lengthCm", "widthCm", "heightCm"] as const;

type MoreLineProps = Typed & {
  readonly line: number;
  /** The measures that are still asked for: a volume, or the sides of a package. */
  readonly due: ReturnType<typeof measuresDue>;
};

/** What most cargo lines leave out: sides, value, net weight, origin, stacking, marks, dangerous goods. One filled or to be mended opens it. */
function MoreLineFields({ line, due, values, errors, suggested }: MoreLineProps) {
  const t = useTranslations("deals.form");
  const words = useTranslations("services");
  const hazard = useTranslations("deals.hazard");
  const field = (name: string) => ({
    values,
    errors,
    suggested,
    name: lineField(line, name),
    label: `line.${name}`,
    isOptional: true,
  });
  const answers = ["yes", "no"].map((value) => ({ value, label: words(`answer.${value}`) }));
  return (
    <Fold
      title={t("moreOfLine", { number: line + 1 })}
      names={MORE_LINE_FIELDS.map((name) => lineField(line, name))}
      values={values}
      errors={errors}
    >
      <div className="form-grid">
        {SIDES.map((side) => (
          <NumberField key={side} {...field(side)} unit={t("unit.cm")} isOptional={!due.has(side)} className="span-3" />
        ))}
        <NumberField {...field("value")} unit={valueOf(values, "goodsCurrency")} className="span-3" />
        <NumberField {...field("netWeightKg")} unit={t("unit.kg")} hasHelp className="span-4" />
        <ChoiceField
          {...field("originCountry")}
          options={COUNTRIES.map((value) => ({ value, label: words(`country.${value}`) }))}
          hasEmpty
          className="span-4"
        />
        <ChoiceField {...field("isStackable")} options={answers} hasEmpty className="span-4" />
        <TextField {...field("marks")} maxLength={MARKS_MAX} hasHelp className="span-12" />
        <TextField {...field("unNumber")} maxLength={4} hasHelp className="span-4" />
        <ChoiceField
          {...field("hazardClass")}
          options={HAZARD_CLASSES.map((value) => ({
            value,
            label: hazard("option", { value, name: hazard(`class.${value.replace(".", "-")}`) }),
          }))}
          hasEmpty
          className="span-4"
        />
        <ChoiceField
          {...field("packingGroup")}
          options={PACKING_GROUPS.map((value) => ({ value, label: value }))}
          hasEmpty
          hasHelp
          className="span-4"
        />
      </div>
    </Fold>
  );
}

/** Part 2: what moves, line by line. Lines come and go by buttons that keep everything typed. */
export function CargoSection({ codes, ...typed }: Typed & { readonly codes: CodeFinder }) {
  const t = useTranslations("deals.form");
  const lines = lineCount(typed.values);
  return (
    <FormSection number={2} title={t("section.cargo")} lead={t("lead.cargo")}>
      <div className="span-12 grid gap-4" id="cargo">
        {Array.from({ length: lines }, (_, line) => (
          // Lines have no name of their own: they are their place.
          <CargoLineFields key={`line-${line.toString()}`} {...typed} codes={codes} line={line} isOnly={lines === 1} />
        ))}
        {lines < CARGO_LINES_MAX && (
          <div>
            <Button name="intent" value="add-line" icon="plus">
              {t("addLine")}
            </Button>
          </div>
        )}
      </div>
    </FormSection>
  );
}

type LineProps = Typed & { readonly line: number; readonly isOnly: boolean; readonly codes: CodeFinder };

function CargoLineFields({ line, isOnly, codes, values, errors, suggested }: LineProps) {
  const t = useTranslations("deals.form");
  const packageWord = useTranslations("services.package");
  const field = (name: string) => ({
    values,
    errors,
    suggested,
    name: lineField(line, name),
    label: `line.${name}`,
  });
  const place = useRef<HTMLFieldSetElement>(null);
  const due = measuresDue(useTypedValues(place, values), line);
  const isOpen = valueOf(values, lineField(line, "hsCode")) === "";
  const headings = (suggested?.headings ?? []).filter((heading) => isOpen && heading.line === line);
  const pointers = headings.length > 0 ? <HeadingPointers headings={headings} /> : undefined;
  return (
    <fieldset ref={place} className="min-w-0 border-t border-line pt-3">
      <legend className="float-left font-medium">{t("line", { number: line + 1 })}</legend>
      {!isOnly && (
        <div className="text-right">
          <Button size="small" variant="quiet" name="intent" value={`remove-line:${line}`} icon="trash-2">
            {t("removeLine", { number: line + 1 })}
          </Button>
        </div>
      )}
      <div className="form-grid clear-both">
        <TextField {...field("description")} maxLength={200} className="span-8" />
        <HsCodeField {...field("hsCode")} more={pointers} line={line} codes={codes} />
        <NumberField {...field("packages")} className="span-3 pair" />
        <ChoiceField
          {...field("packageType")}
          options={PACKAGE_TYPES.map((code) => ({ value: code, label: `${packageWord(code)} (${code})` }))}
          hasEmpty
          className="span-3 pair"
        />
        <NumberField {...field("grossWeightKg")} unit={t("unit.kg")} className="span-3 pair" />
        <NumberField
          {...field("volumeCbm")}
          unit={t("unit.cbm")}
          hasHelp
          isOptional={!due.has("volumeCbm")}
          className="span-3 pair"
        />
        <MoreLineFields line={line} due={due} values={values} errors={errors} suggested={suggested} />
      </div>
    </fieldset>
  );
}

type HsCodeFieldProps = PostingFieldProps & { readonly line: number; readonly codes: CodeFinder };

function HsCodeField({ line, codes, ...field }: HsCodeFieldProps) {
  const typed = valueOf(field.values, field.name);
  return (
    <PostingField {...field} hasHelp className="span-4">
      {(wiring) => (
        <>
          <HsCodeInput
            wiring={wiring}
            name={field.name}
            defaultValue={typed}
            maxLength={QUESTION_LETTERS_MAX}
            known={codes.known[typed]}
            goodsName={lineField(line, "description")}
            findIntent={`find-code:${line}`}
          />
          {codes.found?.line === line && <FoundCodes found={codes.found} />}
        </>
      )}
    </PostingField>
  );
}
