import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/form/choice/checkbox";
import { Note } from "@/components/ui/page/note";
import type { OfferCheck } from "@/domain/bidding/bid-form";
import { SLIP_FIELD } from "@/domain/bidding/offer/slip/slip-field";

type SlipTicksProps = { readonly slips: OfferCheck["slips"]; readonly ticked: readonly string[] };

/** Prices that may be a slip of a digit, each with the tick without which the bid is not sent. */
export function SlipTicks({ slips, ticked }: SlipTicksProps) {
  const t = useTranslations("bidding.slip");
  if (slips.length === 0) return null;
  return (
    <fieldset className="px-4 py-2" id="slips">
      <legend className="font-medium">{t("title")}</legend>
      <Note tone="warn">{t("lead")}</Note>
      <ul className="pt-2">
        {slips.map(({ name, words }) => (
          <li key={name}>
            <Checkbox
              name={SLIP_FIELD}
              value={name}
              defaultChecked={ticked.includes(name)}
              label={t("confirm", { finding: words })}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
