import { useTranslations } from "next-intl";
import { useCountryName } from "@/components/services/country-name";
import { Button } from "@/components/ui/blocks";
import { ActionForm } from "@/components/ui/form/action-form";
import type { ActionField } from "@/components/ui/form/action-field";
import { Field, type Option, TextInput } from "@/components/ui/form/inputs";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import { FIELD_ROLES, type FieldRole } from "@/domain/access/field-role";
import { BOOK_PARTS, type BookPart, PARTS_OF_KIND, titleOfEntry } from "@/domain/services/address-book";
import { COUNTRIES } from "@/domain/services/country";
import type { FormAction } from "@/domain/shared/form-state";
import type { BookRow } from "@/views/postings";

/** Letters of what is looked for. */
const Q_MAX = 100;

/** Looks for entries by any of their words: a GET form, so that what was found is an address. */
export function BookSearch({ action, q }: { readonly action: string; readonly q: string }) {
  const t = useTranslations("accounts.book");
  return (
    <form method="get" action={action} role="search" className="flex flex-wrap items-end gap-2">
      <Field id="book-q" label={t("search")} isRequired className="min-w-0 flex-1">
        {(wiring) => (
          <TextInput {...wiring} required={false} type="search" name="q" maxLength={Q_MAX} defaultValue={q} />
        )}
      </Field>
      <Button icon="search">{t("go")}</Button>
    </form>
  );
}

type BookTableProps = {
  readonly rows: readonly BookRow[];
  readonly zone: string;
  /** Of the page that corrects an entry. */
  readonly hrefOf: (id: string) => string;
};

/** The entries, the last used first. */
export function BookTable({ rows, zone, hrefOf }: BookTableProps) {
  const t = useTranslations("accounts.book");
  const roles = useTranslations("field.role");
  const countryOf = useCountryName();
  const isRole = (role: string | undefined): role is FieldRole => FIELD_ROLES.some((one) => one === role);
  const beside = ({ facts: { name, address, role } }: BookRow) =>
    (name && address) ?? (isRole(role) ? roles(role) : "");
  const number = ({ facts: { number: own, branch } }: BookRow) => [own, branch].filter(Boolean).join(" · ");
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => hrefOf(id)}
      columns={[
        { key: "name", head: t("name"), cell: ({ facts }) => titleOfEntry(facts), detail: beside },
        { key: "kind", card: "route", head: t("kindHead"), cell: ({ kind }) => t(`kind.${kind}`) },
        {
          ...{ key: "number", card: "facts", head: t("number"), cell: number },
          detail: ({ facts: { country } }) => (country ? countryOf(country) : ""),
        },
        { key: "used", card: "facts", head: t("used"), cell: ({ usedAt }) => <TimeText at={usedAt} zone={zone} /> },
      ]}
    />
  );
}

type EntryFormProps = {
  readonly entry: BookRow;
  readonly correct: FormAction;
  readonly drop: FormAction;
  /** That people without an account read. */
  readonly languages: readonly Option[];
  readonly backHref: string;
};

/** One entry: what is corrected holds for the next postings, and what was published keeps its words. */
export function EntryForms({ entry: { id, kind, facts }, correct, drop, languages, backHref }: EntryFormProps) {
  const t = useTranslations("accounts.book");
  const roles = useTranslations("field.role");
  const countryOf = useCountryName();
  const options: Partial<Record<BookPart, readonly Option[]>> = {
    country: COUNTRIES.map((value) => ({ value, label: countryOf(value) })),
    role: FIELD_ROLES.map((value) => ({ value, label: roles(value) })),
    locale: languages,
  };
  const fieldOf = (part: BookPart): ActionField => {
    const common = { name: `facts.${part}`, label: t(`part.${part}`), initial: facts[part] ?? "" };
    const chosen = options[part];
    return chosen
      ? { ...common, kind: "select", options: chosen, placeholder: "" }
      : { ...common, kind: "text", maxLength: BOOK_PARTS[part], ...(part === "address" && { span: "span-12" }) };
  };
  return (
    <>
      <ActionForm
        id="entry"
        action={correct}
        hidden={{ entryId: id }}
        lead={t("correctLead")}
        fields={PARTS_OF_KIND[kind].map(fieldOf)}
        send={t("save")}
        variant="primary"
        back={{ href: backHref, words: t("back") }}
      />
      <ActionForm
        id="drop"
        action={drop}
        hidden={{ entryId: id }}
        opener={t("drop")}
        lead={t("dropLead")}
        send={t("dropConfirm")}
        variant="danger"
      />
    </>
  );
}
