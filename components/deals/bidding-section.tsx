import { useTranslations } from "next-intl";
import { useDrawnLate } from "@/components/ui/form/drawn-late";
import { Button } from "@/components/ui/blocks";
import { Checkbox, DateTimeInput, Field, FieldError, FormSection } from "@/components/ui/form/inputs";
import { RadioCards } from "@/components/ui/form/radio-cards";
import type { PostingOptions } from "@/views/postings";
import type { IconName } from "@/components/ui/icons/icon";
import { BID_MODES, VISIBILITIES } from "@/domain/requests/request";
import { valueOf } from "@/domain/shared/form-state";
import { CURRENCIES } from "@/domain/shared/money";
import { MoreTerms } from "./bidding-terms";
import { ChoiceField, type Typed } from "./posting-fields";
import { useLocale } from "next-intl";
import { partyName } from "@/components/ui/words";
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
};

const CURRENCY_OPTIONS = CURRENCIES.map((code) => ({ value: code, label: code }));

/** Part 4: how bids are taken, until when, and who may send them. */
export function BiddingSection({ providers, areProvidersShown, zone, minOpen, ...typed }: BiddingSectionProps) {
  const t = useTranslations("deals.form");
  const { values, errors } = typed;
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
  return (
    <FormSection number={4} title={t("section.bidding")} lead={t("lead.bidding")}>
      <RadioCards
        id="bidMode"
        name="bidMode"
        legend={t("field.bidMode.label")}
        cards={cards("bidMode", BID_MODES, { sealed: "lock-keyhole", open: "eye" })}
        defaultValue={valueOf(values, "bidMode")}
        error={errors.bidMode}
        className="span-12"
      />
      <BiddingTimes zone={zone} minOpen={minOpen} {...typed} />
      <BiddingPromises {...typed} />
      <RadioCards
        id="visibility"
        name="visibility"
        legend={t("field.visibility.label")}
        cards={cards("visibility", VISIBILITIES, { open: "users", checked: "badge-check", invited: "user" })}
        defaultValue={valueOf(values, "visibility")}
        error={errors.visibility}
        className="span-12"
      />
      <InvitedChoice {...{ providers, areProvidersShown }} {...typed} />
      <MoreTerms zone={zone} {...typed} />
    </FormSection>
  );
}

type BiddingTimesProps = Typed & Pick<BiddingSectionProps, "zone" | "minOpen">;

function BiddingTimes({ zone, minOpen, ...typed }: BiddingTimesProps) {
  const t = useTranslations("deals.form");
  const { values, errors } = typed;
  return (
    <>
      <Field
        id="closesAt"
        label={t("field.closesAt.label")}
        help={minOpen}
        error={errors.closesAt}
        isRequired
        className="span-4"
      >
        {(wiring) => (
          <DateTimeInput {...wiring} name="closesAt" zone={zone} defaultValue={valueOf(values, "closesAt")} />
        )}
      </Field>
      <Field
        id="decideBy"
        label={t("field.decideBy.label")}
        help={t("field.decideBy.help")}
        error={errors.decideBy}
        isRequired
        className="span-4"
      >
        {(wiring) => (
          <DateTimeInput {...wiring} name="decideBy" zone={zone} defaultValue={valueOf(values, "decideBy")} />
        )}
      </Field>
      <ChoiceField {...typed} name="comparisonCurrency" options={CURRENCY_OPTIONS} hasHelp className="span-4" />
    </>
  );
}

function BiddingPromises({ values, errors }: Typed) {
  const t = useTranslations("deals.form");
  return (
    <div className="span-12">
      <Checkbox
        id="mayCloseEarly"
        name="mayCloseEarly"
        label={t("field.mayCloseEarly.label")}
        detail={t("field.mayCloseEarly.help")}
        defaultChecked={valueOf(values, "mayCloseEarly") !== ""}
      />
      <Checkbox
        id="twoPersonOpening"
        name="twoPersonOpening"
        label={t("field.twoPersonOpening.label")}
        detail={t("field.twoPersonOpening.help")}
        defaultChecked={valueOf(values, "twoPersonOpening") !== ""}
      />
      <FieldError id="twoPersonOpening-error">{errors.twoPersonOpening}</FieldError>
    </div>
  );
}
