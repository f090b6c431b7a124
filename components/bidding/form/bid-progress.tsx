import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FormProgress } from "@/components/ui/long-form/form-progress";
import { useTypedValues } from "@/components/ui/long-form/typed-values";
import { type BidProgressAsked, bidProgress } from "@/domain/bidding/draft/bid-progress";
import type { FormValues } from "@/domain/shared/form-state";
import { bidPartId } from "./bid-field-id";

type BidProgressProps = BidProgressAsked & { readonly values: FormValues };

/** The parts of the bid with what each lacks, kept up while typing; without a script as of the last answer. */
export function BidProgress({ values, ...asked }: BidProgressProps) {
  const t = useTranslations("bidding.form");
  const place = useRef<HTMLDivElement>(null);
  const typed = useTypedValues(place, values);
  const titles = {
    lines: t("lines"),
    days: t("part.days"),
    terms: t("part.terms"),
    gates: t("part.gates"),
    rest: t("part.rest"),
  };
  return (
    <div ref={place}>
      <FormProgress
        parts={bidProgress(typed, asked).map((part) => ({
          ...part,
          key: part.part,
          title: titles[part.part],
          href: `#${bidPartId(part.part)}`,
        }))}
      />
    </div>
  );
}
