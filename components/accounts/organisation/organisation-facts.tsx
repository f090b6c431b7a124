import { useTranslations } from "next-intl";
import type { OrganisationValues } from "./organisation-form";

const SHOWN = ["nameOwn", "nameLatin", "country", "city", "registrationNumber", "description"] as const;

/** The organisation for those who may only read it. */
export function OrganisationFacts({ values }: { readonly values: OrganisationValues }) {
  const t = useTranslations("accounts.organisation");
  return (
    <dl className="form-grid">
      {SHOWN.filter((name) => values[name] !== "").map((name) => (
        <div key={name}>
          <dt className="field-label">{t(name)}</dt>
          <dd>{values[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
