import { useTranslations } from "next-intl";
import { useKindFieldLabel } from "@/components/services/words/kind-field-label";
import type { Service } from "@/domain/services/service";

const CHARGE = /^charges\[(\d+)\]\.(\w+)$/;
const GATE = /^gates\[(\d+)\]\.answer$/;
const TERM = /^terms\.(.+)$/;

/** The words above a field of the bid form, for the summary before the form; null where there are none. */
export function useBidFieldLabel(service: Service): (name: string) => string | null {
  const t = useTranslations("bidding.form");
  const ofKind = useKindFieldLabel();
  return (name) => {
    const [, line, part] = CHARGE.exec(name) ?? [];
    if (line !== undefined && t.has(`line.${part}`)) return t(`line.${part}`, { number: Number(line) + 1 });
    const [, term] = TERM.exec(name) ?? [];
    if (term !== undefined) return ofKind({ service, group: "terms", name: term });
    const [, gate] = GATE.exec(name) ?? [];
    if (gate !== undefined) return t("gate.label", { number: Number(gate) + 1 });
    const key = name.replace(/^transitDays\./, "days.");
    return t.has(key) ? t(key) : null;
  };
}
