import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/party-name";
import { FieldError } from "@/components/ui/form/field";
import { ServiceSlots } from "@/components/services/face/service-slots";
import type { PostingOptions } from "@/domain/deals/posting/posting-view";
import { valuesOf } from "@/domain/shared/form-state";
import type { Typed } from "./posting-fields";

type InvitedChoiceProps = Typed & { readonly providers: PostingOptions["providers"] };

/** Providers asked by name; each is told of the services that it offers. */
export function InvitedChoice({ providers, values, errors }: InvitedChoiceProps) {
  const t = useTranslations("deals.form");
  const locale = useLocale();
  const invited = valuesOf(values, "invited");
  return (
    <details className="span-12" open={invited.length > 0 || errors.invited !== undefined}>
      <summary className="w-fit cursor-pointer py-1 font-medium text-link">
        {t("invite", { count: invited.length })}
      </summary>
      <fieldset>
        <legend className="field-help">{t("inviteHelp")}</legend>
        <div
          id="invited"
          className="grid max-h-80 gap-x-4 overflow-y-auto desk:grid-cols-2"
          tabIndex={-1}
          aria-describedby={errors.invited ? "invited-error" : undefined}
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
      <FieldError id="invited-error">{errors.invited}</FieldError>
    </details>
  );
}
