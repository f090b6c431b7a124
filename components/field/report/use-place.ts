"use client";

import { useState } from "react";
import type { Position } from "@/domain/orders/evidence/evidence";

const PATIENCE_MS = 20_000;
const E6 = 1_000_000;

/** Undefined while nothing was said, null where the place is not to be told. */
export type Place = {
  readonly said: Position | null | undefined;
  readonly state: "idle" | "looking" | "found" | "failed" | "refused";
  readonly look: () => void;
  readonly refuse: () => void;
  readonly forget: () => void;
};

/** Where this phone is, once its holder says that it may be told. Works without a connection where the phone has a satellite receiver. */
export function usePlace(): Place {
  const [said, setSaid] = useState<Position | null | undefined>(undefined);
  const [state, setState] = useState<Place["state"]>("idle");
  const look = () => {
    setState("looking");
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        const accuracyM = Math.min(Math.round(accuracy), E6);
        setSaid({ latE6: Math.round(latitude * E6), lonE6: Math.round(longitude * E6), accuracyM });
        setState("found");
      },
      () => {
        setSaid(undefined);
        setState("failed");
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  };
  const settle = (value: null | undefined, next: Place["state"]) => {
    setSaid(value);
    setState(next);
  };
  return { said, state, look, refuse: () => settle(null, "refused"), forget: () => settle(undefined, "idle") };
}
