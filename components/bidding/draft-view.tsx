"use client";

import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { chargeRows, EMPTY_ROW } from "@/domain/bidding/offer/charge-rows";
import type { BidFormProps } from "./bid-form";
import { BidOptions } from "./bid-options";
import { ChargeRows } from "./charge-rows";

export type DraftViewProps = Pick<
  BidFormProps,
  | "service"
  | "gates"
  | "termChoices"
  | "initial"
  | "codes"
  | "bases"
  | "currencies"
  | "zoneName"
  | "partsToName"
  | "status"
>;

/**
 * A draft that can no longer be sent: its fields as they were typed, in no form, so that everything can be read, marked and copied and
 * nothing be sent.
 */
export function DraftView(props: DraftViewProps) {
  const t = useTranslations("bidding.draft");
  const rows = chargeRows(props.initial);
  const shown = { ...props, values: props.initial, errors: {} };
  return (
    <Panel title={t("title")} id="bid" isFlush>
      {props.status}
      <div className="px-4 pb-4">
        <Note>{t("readOnly")}</Note>
      </div>
      <div className="bid-read">
        <ChargeRows {...shown} rows={rows.length > 0 ? rows : [EMPTY_ROW]} />
        <BidOptions {...shown} />
      </div>
    </Panel>
  );
}
