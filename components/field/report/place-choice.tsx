"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { PlaceText } from "../evidence/place-text";
import type { Place } from "./use-place";

/** Whether one's place goes with a report: two buttons, since a phone asks its holder only when it is pressed. */
export function PlaceChoice({ place }: { readonly place: Place }) {
  const t = useTranslations("field.place");
  return (
    <fieldset className="field">
      <legend className="field-label">{t("legend")}</legend>
      <div className="field-choices">
        <Button type="button" icon="map-pin" aria-pressed={place.state === "found"} onClick={place.look}>
          {t("tell")}
        </Button>
        <Button type="button" aria-pressed={place.state === "refused"} onClick={place.refuse}>
          {t("doNotTell")}
        </Button>
      </div>
      <p className="field-help" role="status">
        {place.state === "looking" && t("looking")}
        {place.state === "failed" && t("failed")}
        {place.state === "refused" && t("refusedHelp")}
        {place.state === "found" && place.said && <PlaceText {...place.said} />}
      </p>
    </fieldset>
  );
}
