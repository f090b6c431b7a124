import { isCommercialTermsName } from "@/domain/bidding/offer/commercial-terms-fields";
import type { BidPart } from "@/domain/bidding/bid-progress";
import { useTranslations } from "next-intl";
import { useKindFieldLabel } from "@/components/services/kind-field-label";
import type { Service } from "@/domain/shared/vocabulary";

/** The id of a field of the bid form. */
export const bidFieldId = (name: string): string => `bid-${name}`;

/** The id of a part of the bid form. */
export const bidPartId = (part: BidPart): string => `bid-part-${part}`;

const SHOWN = /^(?:currency|transitDays\.(?:min|max)|startDate|validUntil|quoteNumber|remarks|templateName)$/;
const GATE = /^gates\[\d+\]\.answer$/;
const CHARGE = /^charges\[\d+\]/;

/** Where a problem of the form leads to: a charge line says all of its own at its price, and the terms have their own names as ids. */
export function bidProblemId(name: string): string | null {
  const line = CHARGE.exec(name)?.[0];
  if (line) return bidFieldId(`${line}.price`);
  if (/^terms\.\w+(?:\[\d+\]\.\w+)?$/.test(name)) return name;
  if (GATE.test(name)) return bidFieldId(name);
  if (isCommercialTermsName(name)) return name;
  return SHOWN.test(name) ? bidFieldId(name) : null;
}

/** Under this name it is said that another window has the draft; no field of the form has it. */
export const DRAFT_FIELD = "draft";

const CHARGE_PART = /^charges\[(\d+)\]\.(\w+)$/;
const GATE_NUMBER = /^gates\[(\d+)\]\.answer$/;
const TERM = /^terms\.(.+)$/;

const ROW = /^(\w+)\[(\d+)\]\.(\w+)$/;

/** The words above a field of what is said beside the price. */
function useCommercialTermsLabel(): (name: string) => string {
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
  const labelOfTerms = useCommercialTermsLabel();
  return (name) => {
    const [, line, part] = CHARGE_PART.exec(name) ?? [];
    if (line !== undefined && t.has(`line.${part}`)) return t(`line.${part}`, { number: Number(line) + 1 });
    const [, term] = TERM.exec(name) ?? [];
    if (term !== undefined) return ofKind({ service, group: "terms", name: term });
    const [, gate] = GATE_NUMBER.exec(name) ?? [];
    if (gate !== undefined) return t("gate.label", { number: Number(gate) + 1 });
    if (isCommercialTermsName(name)) return labelOfTerms(name);
    const key = name.replace(/^transitDays\./, "days.");
    return t.has(key) ? t(key) : null;
  };
}
