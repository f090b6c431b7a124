"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";

type Found = { readonly latE6: number; readonly lonE6: number; readonly accuracyM: number } | "untold" | null;

const MILLION = 1_000_000;
const PATIENCE_MS = 20_000;

/** Asks the telephone where it is, if its owner lets it; without a script, and without that leave, nothing is sent. */
export function LocateField() {
  const t = useTranslations("inspections.checkIn");
  const [found, setFound] = useState<Found>(null);
  const locate = () => {
    if (!("geolocation" in navigator)) return setFound("untold");
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        setFound({
          latE6: Math.round(latitude * MILLION),
          lonE6: Math.round(longitude * MILLION),
          accuracyM: Math.round(accuracy),
        }),
      () => setFound("untold"),
      { enableHighAccuracy: true, timeout: PATIENCE_MS },
    );
  };
  const isFound = found !== null && found !== "untold";
  return (
    <div className="field">
      <span className="field-label">{t("position")}</span>
      <div className="flow">
        <Button type="button" size="tall" icon="map-pin" onClick={locate}>
          {t("locate")}
        </Button>
        <span role="status">
          {isFound ? t("located", { metres: found.accuracyM }) : found === "untold" ? t("notLocated") : ""}
        </span>
      </div>
      <p className="field-help">{t("positionHelp")}</p>
      {isFound &&
        (["latE6", "lonE6", "accuracyM"] as const).map((part) => (
          <input key={part} type="hidden" name={`position.${part}`} value={found[part]} />
        ))}
    </div>
  );
}
