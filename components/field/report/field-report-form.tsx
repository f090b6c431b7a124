"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { Field } from "@/components/ui/form/field";
import { type RadioCard, RadioCards } from "@/components/ui/form/choice/radio-cards";
import { TextArea } from "@/components/ui/form/text-area";
import { useNowField } from "@/components/ui/time/now/use-now-field";
import { NOTE_MAX } from "@/domain/orders/order";
import type { EvidenceField } from "@/domain/services/evidence";
import type { NewPhoto } from "../outbox/entry";
import { NumberFields } from "./number-fields";
import { PhotoField } from "./photo-field";
import { PlaceChoice } from "./place-choice";
import { type Problems, type ReportField, readReport } from "./read-report";
import type { ReportBody } from "./report-body";
import { useFocusAgain } from "./use-focus-again";
import { usePlace } from "./use-place";

type FieldReportFormProps = {
  /** The steps that may be told, the next one first chosen. */
  readonly steps: readonly RadioCard[];
  readonly nextCode: string | undefined;
  readonly fields: readonly EvidenceField[];
  /** Keeps the report on this phone; rejects where the phone cannot. */
  readonly keep: (body: ReportBody, photos: readonly NewPhoto[]) => Promise<void>;
};

const NUMBERS = new Set<ReportField>(["code", "occurredAt", "photos"]);

/** What somebody in the field fills in: what happened and when, pictures, numbers, place. Nothing leaves the phone but through the outbox. */
export function FieldReportForm({ steps, nextCode, fields, keep }: FieldReportFormProps) {
  const t = useTranslations("field.report");
  const words = useTranslations("field.problem");
  const [problems, setProblems] = useState<Problems>({});
  const [round, setRound] = useState(0);
  const [isFull, setIsFull] = useState(false);
  // What is being kept is cleared a moment later: nobody types the next report into that, nor sends the same one twice.
  const [isKeeping, setIsKeeping] = useState(false);
  const form = useFocusAgain(isKeeping);
  const place = usePlace();
  const when = useNowField();
  const prefix = useId();
  const idOf = (field: ReportField) => `${prefix}-${field}`;
  const errorOf = (field: ReportField) => {
    const problem = problems[field];
    return problem && words(problem);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const read = readReport(new FormData(element), place.said, Date.now());
    setProblems(read.problems ?? {});
    if (read.body === null) return;
    setIsKeeping(true);
    try {
      await keep(read.body, await read.photos());
    } catch {
      // The phone has no room, or keeps nothing in a private window: what was typed stands as it was.
      setIsFull(true);
      return;
    } finally {
      setIsKeeping(false);
    }
    setIsFull(false);
    element.reset();
    place.forget();
    setRound((count) => count + 1);
  };
  const named = Object.keys(problems) as ReportField[];
  return (
    <form ref={form} className="field-form" onSubmit={(event) => void submit(event)} noValidate>
      <fieldset className="form-stack min-w-0" disabled={isKeeping}>
        {isFull && <ErrorSummary errors={[]} title={t("phoneFull")} />}
        {named.length > 0 && (
          <ErrorSummary
            key={named.join()}
            errors={named.map((field) => ({
              fieldId: idOf(field),
              message: `${t(`name.${NUMBERS.has(field) ? field : "numbers"}`)}: ${errorOf(field)}`,
            }))}
          />
        )}
        <RadioCards
          key={round}
          id={idOf("code")}
          name="code"
          legend={t("code")}
          cards={steps}
          defaultValue={nextCode}
          error={errorOf("code")}
          isRequired
        />
        <Field
          id={idOf("occurredAt")}
          label={t("occurredAt")}
          help={t("occurredAtHelp")}
          error={errorOf("occurredAt")}
          isRequired
        >
          {(wired) => <input {...wired} ref={when} className="input" type="datetime-local" name="occurredAt" />}
        </Field>
        <PhotoField id={idOf("photos")} error={errorOf("photos")} />
        <NumberFields fields={fields} nameOf={(field) => field} idOf={idOf} kept={() => ""} errorOf={errorOf} />
        <Field id={`${prefix}-note`} label={t("note")}>
          {(wired) => <TextArea {...wired} name="note" maxLength={NOTE_MAX} />}
        </Field>
        <PlaceChoice place={place} />
        <Button variant="primary" icon="send" isWide>
          {t("send")}
        </Button>
      </fieldset>
    </form>
  );
}
