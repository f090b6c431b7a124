"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useEarlyField, useLateFields } from "@/components/services/late-fields";
import { FieldGrid } from "@/components/ui/form/action-form";
import { FormProblems, SendBar } from "@/components/ui/form/form-actions";
import { Field } from "@/components/ui/form/inputs";
import type { LateReason } from "@/domain/services/work-reasons";
import { type FormAction, valueOf } from "@/domain/shared/form-state";
import { Button, Note } from "@/components/ui/blocks";
import { NowInput } from "@/components/ui/time/now-input";
import { Counter } from "./counter";
import { NotTaken, useKeptForm, useSiteOutbox } from "./kept-forms";
import { PhoneFull } from "./site-outbox";

type Found = { readonly latE6: number; readonly lonE6: number; readonly accuracyM: number } | "untold" | null;

const MILLION = 1_000_000;
const PATIENCE_MS = 20_000;

/** Asks the telephone where it is, if its owner lets it; without a script, and without that leave, nothing is sent. */
function LocateField() {
  const t = useTranslations("inspections.checkIn");
  const [found, setFound] = useState<Found>(null);
  const locate = () => {
    if (!("geolocation" in navigator)) return setFound("untold");
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        setFound({
          latE6: Math.round(latitude * MILLION),
          lonE6: Math.round(longitude * MILLION),
          accuracyM: Math.round(accuracy),
        }),
      () => setFound("untold"),
      { enableHighAccuracy: true, timeout: PATIENCE_MS },
    );
  };
  const isFound = found !== null && found !== "untold";
  return (
    <div className="field">
      <span className="field-label">{t("position")}</span>
      <div className="flow">
        <Button type="button" size="tall" icon="map-pin" onClick={locate}>
          {t("locate")}
        </Button>
        <span role="status">
          {isFound ? t("located", { metres: found.accuracyM }) : found === "untold" ? t("notLocated") : ""}
        </span>
      </div>
      <p className="field-help">{t("positionHelp")}</p>
      {isFound &&
        (["latE6", "lonE6", "accuracyM"] as const).map((part) => (
          <input key={part} type="hidden" name={`position.${part}`} value={found[part]} />
        ))}
    </div>
  );
}

type CheckInFormProps = {
  readonly action: FormAction;
  readonly orderId: string;
  readonly roundId: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** The zone that the time of arrival is meant in, IANA name. */
  readonly zone: string;
  /** Its time when the page was drawn. */
  readonly nowLocal: string;
  readonly zoneName: string;
  /** Whether the visit draws cartons, and so needs their number. */
  readonly draws: boolean;
  /** How the goods are packed, in the reader's words; `none` where nobody says. */
  readonly kinds: string;
  /** What a visit can be late for. */
  readonly lateReasons: readonly LateReason[];
};

const checkInFieldId = (name: string) => `check-in-${name}`;

/** The inspector is there: when, where, and how many packages there are. With the number the draw is made, once. */
export function CheckInForm({
  action,
  orderId,
  roundId,
  hidden,
  zone,
  nowLocal,
  zoneName,
  draws,
  kinds,
  lateReasons,
}: CheckInFormProps) {
  const t = useTranslations("inspections.checkIn");
  const site = useTranslations("inspections.site");
  const outbox = useSiteOutbox({ orderId, roundId, actions: { checkIn: action } });
  const { state, typed, key, submit, onSubmit, isSending, isKept, isFull } = useKeptForm("checkIn", action, outbox);
  const errors = state?.fieldErrors ?? {};
  return (
    <form key={key} action={submit} onSubmit={onSubmit} className="form-stack site-form" noValidate>
      <FormProblems
        state={state}
        fieldId={checkInFieldId}
        shows={["occurredAt", "cartons", "isConfirmed", "earlyReason", "lateReason", "lateWords"]}
      />
      {isFull && <PhoneFull />}
      <NotTaken entries={outbox.shown.waiting} onDiscard={(entry) => void outbox.discard(entry)} />
      {isKept && (
        <Note tone="warn" isLive>
          {site("kept")}
        </Note>
      )}
      <input type="hidden" name="zone" value={zone} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {draws && (
        <Field
          id={checkInFieldId("cartons")}
          label={t("cartons")}
          help={t("cartonsHelp", { kinds })}
          error={errors.cartons}
          isRequired
        >
          {(wired) => (
            <Counter
              {...wired}
              name="cartons"
              defaultValue={typed ? valueOf(typed, "cartons") : ""}
              moreLabel={site("more")}
              lessLabel={site("less")}
            />
          )}
        </Field>
      )}
      <FieldGrid
        formId="check-in"
        fields={[
          { kind: "tick", name: "isConfirmed", label: t("confirm"), detail: t("confirmDetail"), isOnDemand: true },
        ]}
        state={typed && { values: typed, fieldErrors: errors }}
      />
      <Field id={checkInFieldId("occurredAt")} label={t("occurredAt")} error={errors.occurredAt} isRequired>
        {(wired) => (
          <NowInput
            {...wired}
            name="occurredAt"
            clock={zone}
            zone={zoneName}
            initial={nowLocal}
            typed={typed && valueOf(typed, "occurredAt")}
          />
        )}
      </Field>
      <FieldGrid
        formId="check-in"
        fields={[useEarlyField(), ...useLateFields(lateReasons)]}
        state={typed && { values: typed, fieldErrors: errors }}
      />
      <LocateField />
      <SendBar send={t(draws ? "send" : "sendPlain")} icon="map-pin" isSending={isSending} />
    </form>
  );
}
