import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CountText, MoneyText } from "@/components/ui/figures";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import type { WaybillBox } from "@/components/ui/waybill-grid";
import { type ListEntry, type MemberList, wordsOf } from "@/domain/services/member-list";
import type { Instant, LocalDate } from "@/domain/shared/time";
import type { Money } from "@/domain/shared/money";
import type { Service } from "@/domain/shared/vocabulary";
import { useCountryName } from "./country-name";
import { isShown } from "./numbered-boxes";

type BoxOverride = Partial<Pick<WaybillBox, "label" | "value" | "detail">>;

type BoxesOf = {
  readonly group: "spec" | "terms";
  readonly list: MemberList;
  /** The spec or terms that the list describes. */
  readonly of: object;
  /** The reader's zone, where a member is a time. */
  readonly zone?: string;
  /** By the field's name: what a box says beside or in place of its member's value. */
  readonly instead?: Readonly<Record<string, BoxOverride>>;
};

/** A list across the grid is one line; in a narrower box each of its values has its own. */
const listOf = (values: readonly string[], { span }: ListEntry): ReactNode =>
  span === "all" ? (
    values.join(" · ")
  ) : (
    <ul>
      {values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  );

/** A member's value in the reader's words; what only its kind can word is left to the kind. */
function useValueOf(zone: string | undefined): (entry: ListEntry, value: unknown) => ReactNode {
  const t = useTranslations();
  const words = useTranslations("services");
  const countryName = useCountryName();
  const wordOf = (entry: ListEntry, value: string): string =>
    wordsOf(entry) === undefined ? value : t(`${wordsOf(entry)}.${value}`);
  const numberOf = (value: number, unit: Extract<ListEntry, { as: "number" }>["unit"]): ReactNode => {
    if (unit === "percent") return words("measure.percent", { value });
    return unit ? words(`duration.${unit}`, { n: value }) : <CountText value={value} />;
  };
  return (entry, value) => {
    if (value === undefined) return null;
    switch (entry.as) {
      case "text":
        // Programs may write what the form does not offer.
        return entry.offers?.includes(value as string) ? wordOf(entry, value as string) : (value as string);
      case "choice":
        return wordOf(entry, String(value));
      case "country":
        return countryName(value as string);
      case "list":
        return listOf(
          (value as readonly string[]).map((one) => wordOf(entry, one)),
          entry,
        );
      case "number":
        return numberOf(value as number, entry.unit);
      case "money":
        return <MoneyText {...(value as Money)} />;
      case "day":
        return <DateText day={value as LocalDate} />;
      case "days":
        return (
          <ul>
            {(value as readonly LocalDate[]).map((day) => (
              <li key={day}>
                <DateText day={day} />
              </li>
            ))}
          </ul>
        );
      case "time":
        return zone && <TimeText at={value as Instant} zone={zone} />;
      case "answer":
      case "flag":
        return words(`answer.${value ? "yes" : "no"}`);
      default:
        return null;
    }
  };
}

type Boxed = { readonly entry: ListEntry; readonly value: unknown };

const boxedIn = (list: MemberList, of: object | undefined): Boxed[] =>
  list.flatMap((entry) => {
    const value = (of as Readonly<Record<string, unknown>> | undefined)?.[entry.member];
    const inside = entry.as === "group" ? boxedIn(entry.entries, value as object | undefined) : [];
    return [{ entry, value }, ...inside];
  });

/** The boxes of a request or of terms by their numbers, as the list gives them; empty ones are left out, and the others keep theirs. */
export function useListedBoxes(service: Service, { group, list, of, zone, instead = {} }: BoxesOf): WaybillBox[] {
  const t = useTranslations(`service-${service}.${group}`);
  const valueOf = useValueOf(zone);
  return boxedIn(list, of)
    .flatMap(({ entry, value }) => {
      const { box: number, name, span } = entry;
      if (number === undefined) return [];
      const { label = t(`${name}.label`), value: shown = valueOf(entry, value), detail } = instead[name] ?? {};
      return [{ number, label, value: shown, detail, span }];
    })
    .filter(isShown)
    .toSorted((one, other) => one.number - other.number);
}
