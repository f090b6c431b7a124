import { useTranslations } from "next-intl";
import { isBesideName } from "@/domain/bidding/offer/beside/beside-fields";
import { useKindFieldLabel } from "@/components/services/words/kind-field-label";
import type { Service } from "@/domain/shared/service";

const CHARGE = /^charges\[(\d+)\]\.(\w+)$/;
const GATE = /^gates\[(\d+)\]\.answer$/;
const TERM = /^terms\.(.+)$/;

const ROW = /^(\w+)\[(\d+)\]\.(\w+)$/;

/** The words above a field of what is said beside the price. */
function useBesideLabel(): (name: string) => string {
  const t = useTranslations("bidding.beside.field");
  const row = useTranslations("services.form");
  return (name) => {
    const [, list, number, part] = ROW.exec(name) ?? [];
    if (list === undefined) return t(`${name.replace(/Currency$/, "")}.label`);
    const field = t(`${list}.part.${part}.label`);
    return row("rowField", { list: t(`${list}.label`), number: Number(number) + 1, field });
  };
}

/** The words above a field of the bid form, for the summary before the form; null where there are none. */
export function useBidFieldLabel(service: Service): (name: string) => string | null {
  const t = useTranslations("bidding.form");
  const ofKind = useKindFieldLabel();
  const ofBeside = useBesideLabel();
  return (name) => {
    const [, line, part] = CHARGE.exec(name) ?? [];
    if (line !== undefined && t.has(`line.${part}`)) return t(`line.${part}`, { number: Number(line) + 1 });
    const [, term] = TERM.exec(name) ?? [];
    if (term !== undefined) return ofKind({ service, group: "terms", name: term });
    const [, gate] = GATE.exec(name) ?? [];
    if (gate !== undefined) return t("gate.label", { number: Number(gate) + 1 });
    if (isBesideName(name)) return ofBeside(name);
    const key = name.replace(/^transitDays\./, "days.");
    return t.has(key) ? t(key) : null;
  };
}
