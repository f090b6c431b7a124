"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/blocks";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { Field, Select, TextArea } from "@/components/ui/form/inputs";
import { type RadioCard, RadioCards } from "@/components/ui/form/radio-cards";
import { clockText } from "@/components/ui/time/follow-clock";
import { useNowField } from "@/components/ui/time/now-input";
import type { FieldLateReason } from "@/domain/orders/late-reasons";
import { typedOf } from "@/domain/orders/typed-evidence";
import { EARLY_REASON_MAX } from "@/domain/services/earliest";
import { NOTE_MAX } from "@/domain/orders/order";
import type { EvidenceField } from "@/domain/services/evidence";
import type { NewPhoto } from "./entry-store";
import { FieldGrid } from "@/components/ui/form/action-form";
import type { DeclaredIn } from "@/domain/orders/document-numbers";
import { useNumberFields } from "./number-fields";
import { type Problems, type ReportField, readReport } from "./read-report";
import type { ReportBody } from "./field-outbox";
import { useFocusAgain } from "./use-focus-again";
import { PHOTOS_PER_REPORT_MAX } from "@/domain/field/link";
import { PlaceText } from "./place-text";
import type { Position } from "@/domain/orders/evidence";

const PATIENCE_MS = 20_000;
const E6 = 1_000_000;

/** Undefined while nothing was said, null where the place is not to be told. */
type Place = {
  readonly said: Position | null | undefined;
  readonly state: "idle" | "looking" | "found" | "failed" | "refused";
  readonly look: () => void;
  readonly refuse: () => void;
  readonly forget: () => void;
};

/** Where this phone is, once its holder says that it may be told. Works without a connection where the phone has a satellite receiver. */
function usePlace(): Place {
  const [said, setSaid] = useState<Position | null | undefined>(undefined);
  const [state, setState] = useState<Place["state"]>("idle");
  const look = () => {
    setState("looking");
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        const accuracyM = Math.min(Math.round(accuracy), E6);
        setSaid({ latE6: Math.round(latitude * E6), lonE6: Math.round(longitude * E6), accuracyM });
        setState("found");
      },
      () => {
        setSaid(undefined);
        setState("failed");
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  };
  const settle = (value: null | undefined, next: Place["state"]) => {
    setSaid(value);
    setState(next);
  };
  return { said, state, look, refuse: () => settle(null, "refused"), forget: () => settle(undefined, "idle") };
}

/** Whether one's place goes with a report: two buttons, since a phone asks its holder only when it is pressed. */
function PlaceChoice({ place }: { readonly place: Place }) {
  const t = useTranslations("field.place");
  return (
    <fieldset className="field">
      <legend className="field-label">{t("legend")}</legend>
      <div className="field-choices">
        <Button type="button" icon="map-pin" aria-pressed={place.state === "found"} onClick={place.look}>
          {t("tell")}
        </Button>
        <Button type="button" aria-pressed={place.state === "refused"} onClick={place.refuse}>
          {t("doNotTell")}
        </Button>
      </div>
      <p className="field-help" role="status">
        {place.state === "looking" && t("looking")}
        {place.state === "failed" && t("failed")}
        {place.state === "refused" && t("refusedHelp")}
        {place.state === "found" && place.said && <PlaceText {...place.said} />}
      </p>
    </fieldset>
  );
}

type PhotoFieldProps = { readonly id: string; readonly error: string | undefined };

/** Pictures from the camera or the phone's album, as the camera made them: what is drawn anew on the way loses its time and place. */
function PhotoField({ id, error }: PhotoFieldProps) {
  const t = useTranslations("field.report");
  return (
    <Field id={id} label={t("photos")} help={t("photosHelp", { maximum: PHOTOS_PER_REPORT_MAX })} error={error}>
      {(wired) => (
        <input
          {...wired}
          className="input field-photos"
          type="file"
          name="photos"
          accept="image/jpeg,image/png,image/webp"
          multiple
        />
      )}
    </Field>
  );
}

type WhyFieldsProps = Pick<FieldReportFormProps, "lateReasons" | "corrected"> & { readonly prefix: string };

/** Why a step came late, or sooner than it can have: a phone without a connection cannot be asked, so it is offered before. */
function WhyFields({ prefix, lateReasons, corrected }: WhyFieldsProps) {
  const t = useTranslations("field.report");
  return (
    <>
      <Field id={`${prefix}-lateReason`} label={t("late.label")} help={t("late.help")}>
        {(wired) => (
          <Select
            {...wired}
            name="lateReason"
            options={lateReasons.map((value) => ({ value, label: t(`late.reason.${value}`) }))}
            placeholder={t("late.none")}
            defaultValue={corrected?.lateReason}
          />
        )}
      </Field>
      <Field id={`${prefix}-earlyReason`} label={t("early.label")} help={t("early.help")}>
        {(wired) => (
          <input
            {...wired}
            className="input"
            name="earlyReason"
            maxLength={EARLY_REASON_MAX}
            defaultValue={corrected?.earlyReason}
          />
        )}
      </Field>
    </>
  );
}

/** What the number fields of a report held, as it was typed. */
const typedValues = (corrected: ReportBody | null): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(corrected ? typedOf(corrected.evidence) : {}).flatMap(([field, typed]) =>
      typed === undefined ? [] : [[field, typed]],
    ),
  );

type FieldReportFormProps = {
  /** The steps that may be told, the next one first chosen. */
  readonly steps: readonly RadioCard[];
  readonly nextCode: string | undefined;
  readonly fields: readonly EvidenceField[];
  readonly declaredIn: readonly DeclaredIn[];
  /** Why a step of the order can be late. */
  readonly lateReasons: readonly FieldLateReason[];
  /** A report of this phone that was refused, to be corrected; null where a new one is written. Its pictures stay with it. */
  readonly corrected: ReportBody | null;
  /** Keeps the report on this phone; rejects where the phone cannot. */
  readonly keep: (body: ReportBody, photos: readonly NewPhoto[]) => Promise<void>;
};

/** The name of each field as its label has it, for the list of what is wrong. */
export function useReportFieldName(): (field: ReportField) => string {
  const own = useTranslations("field.report.name");
  const numbers = useTranslations("field.number");
  return (field) => (own.has(field) ? own(field) : numbers(field));
}

/** What somebody in the field fills in: what happened and when, pictures, numbers, place. Nothing leaves the phone but through the outbox. */
export function FieldReportForm(props: FieldReportFormProps) {
  const { steps, nextCode, fields, declaredIn, lateReasons, corrected, keep } = props;
  const t = useTranslations("field.report");
  const nameOf = useReportFieldName();
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
  const worded = Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, words(problem)]));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const position = place.said === undefined ? corrected?.evidence.position : place.said;
    const read = readReport(new FormData(element), position, Date.now());
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
              message: `${nameOf(field)}: ${errorOf(field)}`,
            }))}
          />
        )}
        <RadioCards
          key={round}
          id={idOf("code")}
          name="code"
          legend={t("code")}
          cards={steps}
          defaultValue={corrected?.code ?? nextCode}
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
          {(wired) => (
            <input
              {...wired}
              ref={when}
              className="input"
              type="datetime-local"
              name="occurredAt"
              defaultValue={corrected ? (clockText(Date.parse(corrected.occurredAt)) ?? "") : undefined}
            />
          )}
        </Field>
        {!corrected && <PhotoField id={idOf("photos")} error={errorOf("photos")} />}
        <FieldGrid
          formId={prefix}
          fields={[
            ...useNumberFields(fields, declaredIn),
            ...(corrected ? [{ kind: "tick" as const, name: "isConfirmed", label: t("confirm") }] : []),
          ]}
          state={{ values: typedValues(corrected), fieldErrors: worded }}
        />
        <Field id={`${prefix}-note`} label={t("note")}>
          {(wired) => <TextArea {...wired} name="note" maxLength={NOTE_MAX} defaultValue={corrected?.note} />}
        </Field>
        <WhyFields prefix={prefix} lateReasons={lateReasons} corrected={corrected} />
        <PlaceChoice place={place} />
        <Button variant="primary" icon="send" isWide>
          {t("send")}
        </Button>
      </fieldset>
    </form>
  );
}
