import { useTranslations } from "next-intl";
import { ActionBar } from "@/components/ui/actions/action-bar";
import { Button } from "@/components/ui/actions/button";
import type { BidCheck } from "@/domain/bidding/bid-form";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { LinesTable } from "../lines-table";

type BidCheckViewProps = {
  readonly check: BidCheck;
  readonly values: FormValues;
  readonly isSealed: boolean;
  readonly isSending: boolean;
};

const OWN = new Set(["requestId", "bidId", "ifVersion", "service", "zone", "intent", "draftMark", "draftWindow"]);

/** The second step: what the server made of the offer, and the button with the amount that binds. */
export function BidCheckView({ check, values, isSealed, isSending }: BidCheckViewProps) {
  const t = useTranslations("bidding.form");
  const typed = Object.entries(values).filter(([name]) => !OWN.has(name));
  return (
    <>
      {typed.flatMap(([name, value]) =>
        (typeof value === "string" ? [value] : value).map((one, place) => (
          <input key={`${name} ${place.toString()}`} type="hidden" name={name} value={one} />
        )),
      )}
      <LinesTable check={check} caption={t("lines")} />
      <p className="px-4 py-2 text-sm text-ink-2">
        {t("daysAndValidity", {
          min: valueOf(values, "transitDays.min"),
          max: valueOf(values, "transitDays.max"),
          until: valueOf(values, "validUntil").replace("T", " "),
        })}
      </p>
      <ActionBar
        label={t("total")}
        sum={check.total}
        consequence={t(isSealed ? "sealedConsequence" : "openConsequence")}
      >
        <Button name="intent" value="edit" variant="quiet">
          {t("change")}
        </Button>
        <Button variant="primary" name="intent" value="send" disabled={isSending}>
          {t("send", { amount: check.total })}
        </Button>
      </ActionBar>
    </>
  );
}
