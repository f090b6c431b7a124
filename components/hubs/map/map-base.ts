// Drawn by scripts/draw-map-base.ts from world-atlas 2 (Natural Earth, public domain); not to be edited by hand.
import type { MapBase } from "./map-projection";

export const MAP_BASES: Readonly<Record<"desk" | "phone", MapBase>> = {
  desk: {
    width: 1280,
    height: 470,
    scale: 503.316885770057,
    translate: [846.7539569815149, 236.44459371476992],
    borders: ["KG", "KP", "KZ", "LA", "MM", "MN", "NP", "RU", "VN"],
  },
  phone: {
    width: 390,
    height: 270,
    scale: 269.72005361840377,
    translate: [192.58106785612281, 134.48705500504417],
    borders: ["KG", "KP", "KZ", "LA", "MM", "MN", "NP", "RU", "VN"],
  },
};
