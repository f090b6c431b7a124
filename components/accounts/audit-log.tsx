import { nameOrder } from "@/components/ui/format";
import type { AuditEntry } from "@/views/accounts";
import { useLocale, useMessages, useTranslations } from "next-intl";
import { FilterBar, FilterSelect } from "@/components/ui/table/filter-bar";
import { partyName, useNameList } from "@/components/ui/words";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";

/** Where the page says that the days were refused. */
export const BACKWARDS_ID = "days-refused";

export type AuditFilterValues = Readonly<Record<"organisation" | "command" | "from" | "to", string>>;

type AuditFiltersProps = {
  readonly action: string;
  readonly values: AuditFilterValues;
  /** What the organisation of the filter is called. */
  readonly organisationName: string;
  /** Whether the last day is before the first, so that neither holds. */
  readonly isBackwards: boolean;
  readonly without: (name: keyof AuditFilterValues) => string;
};

type Rooms = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Everything that can be done, in the reader's words, room by room. */
function useCommandGroups() {
  const t = useTranslations("accounts.audit");
  const locale = useLocale();
  const byLabel = (a: { readonly label: string }, b: { readonly label: string }) => nameOrder(locale)(a.label, b.label);
  return Object.entries(t.raw("did") as Rooms)
    .map(([room, commands]) => ({
      label: t(`room.${room}` as "room.accounts"),
      options: Object.keys(commands)
        .map((name) => ({ value: `${room}.${name}`, label: t(`did.${room}.${name}` as "did.accounts.sign-in") }))
        .sort(byLabel),
    }))
    .sort(byLabel);
}

const NAMES = ["organisation", "command", "from", "to"] as const;

export function AuditFilters({ action, values, organisationName, isBackwards, without }: AuditFiltersProps) {
  const t = useTranslations("accounts.audit");
  const groups = useCommandGroups();
  const isSaid = (name: keyof AuditFilterValues) =>
    values[name] && !(isBackwards && (name === "from" || name === "to"));
  const words = (name: keyof AuditFilterValues) => {
    if (name === "organisation") return organisationName;
    return name === "command" && t.has(`did.${values.command}`) ? t(`did.${values.command}`) : values[name];
  };
  const set = NAMES.filter(isSaid).map((name) => ({
    label: t(name),
    value: words(name),
    removeHref: without(name),
  }));
  return (
    <FilterBar action={action} set={set} kept={values.organisation ? { organisation: values.organisation } : {}}>
      <FilterSelect
        name="command"
        label={t("command")}
        value={values.command}
        options={[]}
        groups={groups}
        removeHref={without("command")}
      />
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="filter">
          {t(name)}
          <input
            type="date"
            name={name}
            defaultValue={values[name]}
            {...(isBackwards && { "aria-invalid": true, "aria-describedby": BACKWARDS_ID })}
          />
        </label>
      ))}
    </FilterBar>
  );
}

type AuditTableProps = { readonly rows: readonly AuditEntry[]; readonly zone: string };

/**
 * Why a command was refused, in the words that its screen shows, with the code behind them; where these have blanks, whose values the log does not
 * keep, in words without any. A code that only another room words is said as there.
 */
function useOutcome() {
  const t = useTranslations("accounts.audit");
  const all = useTranslations();
  const everyRoom = Object.keys(useMessages());
  return ({ command, outcome }: AuditEntry) => {
    if (outcome === "done") return t("done");
    const wordedBy = (rooms: readonly string[]) =>
      rooms.flatMap((room) => [`${room}.refusal.${outcome}`, `${room}.issue.${outcome}`]);
    const keys = [
      ...wordedBy([command.split(".", 1)[0] ?? "", "common"]),
      ...[`accounts.audit.without.${outcome}`, `issues.${outcome}`],
      ...wordedBy(everyRoom),
    ] as Parameters<typeof all>[0][];
    const plain = keys.find((key) => all.has(key) && typeof all.raw(key) === "string" && !all.raw(key).includes("{"));
    return (
      <>
        {plain ? all(plain) : t("refused")}
        <code className="block">{outcome}</code>
      </>
    );
  };
}

/** What was done stands in words with the command behind it, by which one searches, and so does what refused it. */
export function AuditTable({ rows, zone }: AuditTableProps) {
  const t = useTranslations("accounts.audit");
  const locale = useLocale();
  const nameList = useNameList();
  const named = (row: AuditEntry) => (t.has(`did.${row.command}`) ? t(`did.${row.command}`) : row.command);
  const behind = (row: AuditEntry) =>
    [named(row) === row.command ? null : row.command, row.subjectId].filter(Boolean).join(" · ");
  const actor = (row: AuditEntry) =>
    row.isWithheld ? t("withheld") : (row.userName ?? (row.ip === null ? t("system") : t("nobody")));
  const organisation = ({ organisationName: nameLatin, organisationNameOwn: nameOwn }: AuditEntry) =>
    nameLatin === null || nameOwn === null ? nameLatin : partyName({ nameOwn, nameLatin }, locale);
  const via = (row: AuditEntry) =>
    row.isWithheld
      ? t("withheldWhy")
      : nameList([organisation(row), row.apiKeyId === null ? null : t("byKey")].filter((one) => one !== null));
  const time = (row: AuditEntry) => <TimeText at={row.at} zone={zone} hasYear hasSeconds />;
  const outcome = useOutcome();
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "time", head: t("time"), cell: time },
        { key: "who", card: "facts", head: t("who"), cell: actor, detail: via },
        { key: "command", card: "title", head: t("command"), cell: named, detail: behind },
        { key: "outcome", card: "end", head: t("outcome"), cell: outcome },
        { key: "address", head: t("address"), cell: (row) => row.ip ?? "" },
      ]}
    />
  );
}
