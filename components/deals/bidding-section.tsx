import { useTranslations } from "next-intl";
import { useDrawnLate } from "@/components/ui/form/drawn-late";
import { Button } from "@/components/ui/blocks";
import { DateTimeInput, Field, FieldError, FormSection } from "@/components/ui/form/inputs";
import { Fold } from "@/components/ui/form/fold";
import { RadioCards } from "@/components/ui/form/radio-cards";
import type { PostingOptions } from "@/views/postings";
import type { IconName } from "@/components/ui/icons/icon";
import { BID_MODES, VISIBILITIES } from "@/domain/requests/request-choices";
import { unusual } from "@/domain/deals/posting/new-posting";
import { valueOf } from "@/domain/shared/form-state";
import { MoreTerms } from "./bidding-terms";
import type { Typed } from "./posting-fields";
import { useLocale } from "next-intl";
import { partyName, Sentences } from "@/components/ui/words";
import { useTypedValues } from "@/components/ui/form/typed-values";
import { useRef } from "react";
import { ServiceSlots } from "@/components/services/service-name";
import { valuesOf } from "@/domain/shared/form-state";

type InvitedChoiceProps = Typed & {
  readonly providers: PostingOptions["providers"];
  /** Whether they were asked for, by a button that stands in place of a script. */
  readonly areProvidersShown: boolean;
};

/** Providers asked by name; each is told of the services that it offers. There are many, so they are drawn once it is opened. */
function InvitedChoice({ areProvidersShown, values, errors, ...rest }: InvitedChoiceProps) {
  const t = useTranslations("deals.form");
  const invited = valuesOf(values, "invited");
  const isOpen = areProvidersShown || invited.length > 0 || errors.invited !== undefined;
  const { isDrawn, draw, place } = useDrawnLate<HTMLDetailsElement>(isOpen);
  return (
    <details ref={place} className="span-12" open={isOpen} onToggle={draw}>
      <summary className="w-fit cursor-pointer py-1 font-medium text-link">
        {t("invite", { count: invited.length })}
      </summary>
      {isDrawn ? (
        <InvitedBoxes invited={invited} error={errors.invited} {...rest} />
      ) : (
        <noscript>
          <Button name="intent" value="show-providers">
            {t("showProviders")}
          </Button>
        </noscript>
      )}
    </details>
  );
}

type InvitedBoxesProps = Pick<InvitedChoiceProps, "providers"> & {
  readonly invited: readonly string[];
  readonly error: string | undefined;
};

function InvitedBoxes({ providers, invited, error }: InvitedBoxesProps) {
  const t = useTranslations("deals.form");
  const locale = useLocale();
  return (
    <>
      <fieldset>
        <legend className="field-help">{t("inviteHelp")}</legend>
        <div
          id="invited"
          className="grid max-h-80 gap-x-4 overflow-y-auto desk:grid-cols-2"
          tabIndex={-1}
          aria-describedby={error ? "invited-error" : undefined}
        >
          {providers.map((provider) => (
            <label key={provider.id} className="check">
              <input
                type="checkbox"
                name="invited"
                value={provider.id}
                defaultChecked={invited.includes(provider.id)}
              />
              <span className="flow">
                {partyName(provider, locale)} <ServiceSlots services={provider.services} />
              </span>
            </label>
          ))}
        </div>
        {providers.length === 0 && <p>{t("inviteNone")}</p>}
      </fieldset>
      <FieldError id="invited-error">{error}</FieldError>
    </>
  );
}

type BiddingSectionProps = InvitedChoiceProps & {
  /** The zone that clock times are typed in, as its short name. */
  readonly zone: string;
  readonly minOpen: string;
  /** The kept times on the clock at the other end of the way, in words. */
  readonly alsoAt: AlsoAt;
};

export type AlsoAt = Readonly<Record<"closesAt" | "decideBy", string | null>>;

const HOW = ["bidMode", "visibility", "invited"] as const;

/** How bids are taken and who may send them. Most leave both as they are, so the title says what holds and the choices lie beneath. */
function HowBidsAreTaken({ providers, areProvidersShown, ...typed }: InvitedChoiceProps) {
  const t = useTranslations("deals.form");
  const { values, errors } = typed;
  const [bidMode, visibility] = [valueOf(values, "bidMode"), valueOf(values, "visibility")];
  const cards = (
    group: "bidMode" | "visibility",
    options: readonly string[],
    icons: Readonly<Record<string, IconName>>,
  ) =>
    options.map((value) => ({
      value,
      title: t(`${group}.${value}.title`),
      detail: t(`${group}.${value}.detail`),
      icon: icons[value] ?? "eye",
    }));
  const said = [
    BID_MODES.some((one) => one === bidMode) && t(`bidMode.${bidMode}.title`),
    VISIBILITIES.some((one) => one === visibility) && t(`visibility.${visibility}.title`),
    valueOf(values, "comparisonCurrency"),
  ];
  return (
    <Fold
      title={said.filter(Boolean).join(" · ") || t("field.bidMode.label")}
      names={HOW}
      values={unusual(values)}
      errors={errors}
      isNeeded={areProvidersShown}
    >
      <div className="form-grid">
        <RadioCards
          id="bidMode"
          name="bidMode"
          legend={t("field.bidMode.label")}
          cards={cards("bidMode", BID_MODES, { sealed: "lock-keyhole", open: "eye" })}
          defaultValue={bidMode}
          error={errors.bidMode}
          className="span-12"
        />
        <RadioCards
          id="visibility"
          name="visibility"
          legend={t("field.visibility.label")}
          cards={cards("visibility", VISIBILITIES, { open: "users", checked: "badge-check", invited: "user" })}
          defaultValue={visibility}
          error={errors.visibility}
          className="span-12"
        />
        <InvitedChoice {...{ providers, areProvidersShown }} {...typed} />
      </div>
    </Fold>
  );
}

/** Part 4: how bids are taken, until when, and who may send them. */
export function BiddingSection({ providers, areProvidersShown, zone, minOpen, alsoAt, ...typed }: BiddingSectionProps) {
  const t = useTranslations("deals.form");
  return (
    <FormSection number={4} title={t("section.bidding")} lead={t("lead.bidding")}>
      <HowBidsAreTaken {...{ providers, areProvidersShown }} {...typed} />
      <BiddingTimes zone={zone} minOpen={minOpen} alsoAt={alsoAt} {...typed} />
      <MoreTerms zone={zone} {...typed} />
    </FormSection>
  );
}

type BiddingTimesProps = Typed & Pick<BiddingSectionProps, "zone" | "minOpen" | "alsoAt">;

function BiddingTimes({ zone, minOpen, alsoAt, ...typed }: BiddingTimesProps) {
  const t = useTranslations("deals.form");
  const { values, errors } = typed;
  const place = useRef<HTMLSpanElement>(null);
  const now = useTypedValues(place, values);
  // A time that is being changed is no longer the one whose other clock is known.
  const also = (name: keyof AlsoAt) => (valueOf(now, name) === valueOf(values, name) ? alsoAt[name] : null);
  return (
    <>
      <span ref={place} hidden />
      <Field
        id="closesAt"
        label={t("field.closesAt.label")}
        help={<Sentences>{[also("closesAt"), minOpen]}</Sentences>}
        error={errors.closesAt}
        isRequired
        className="span-6"
      >
        {(wiring) => (
          <DateTimeInput {...wiring} name="closesAt" zone={zone} defaultValue={valueOf(values, "closesAt")} />
        )}
      </Field>
      <Field
        id="decideBy"
        label={t("field.decideBy.label")}
        help={<Sentences>{[also("decideBy"), t("field.decideBy.help")]}</Sentences>}
        error={errors.decideBy}
        isRequired
        className="span-6"
      >
        {(wiring) => (
          <DateTimeInput {...wiring} name="decideBy" zone={zone} defaultValue={valueOf(values, "decideBy")} />
        )}
      </Field>
    </>
  );
}
