import { expect, test } from "vitest";
import { drawn, wordsIn } from "@/test/drawn";
import type { InspectionPhoto, InspectionRound } from "@/views/inspections";
import { PhotosPanel } from "./photos-panel";
import { PLAYED_LOCALES } from "@/test/played-locales";

const draw = (flag: Partial<InspectionPhoto["flags"][number]>, locale: (typeof PLAYED_LOCALES)[number]) => {
  const flags = [{ otherReference: null, at: 0, metres: null, ...flag }];
  const photo = { fileId: "f", about: "goods", name: "goods.jpg", keptAt: 0, takenAt: null, position: null, flags };
  const round = { round: 1, photos: [photo], pairing: null } as unknown as InspectionRound;
  return drawn(<PhotosPanel round={round} zone="UTC" remove={null} />, {
    locale,
    rooms: ["inspections", "service-inspection", "ui"],
  }).toLowerCase();
};

const ALMOST = { en: "almost the same picture", "zh-CN": "几乎相同的照片" } as const;

test.each(PLAYED_LOCALES)(
  "in %s a party reads of a picture without a bit apart what administrators read of it",
  (locale) => {
    const { identical } = wordsIn("inspections", locale).admin;
    for (const flag of [
      { kind: "same_in_report" },
      { kind: "same_elsewhere" },
      { kind: "same_elsewhere", otherReference: "KO-1" },
    ] as const) {
      expect(draw({ ...flag, bitsApart: 0 }, locale)).toContain(identical);
      expect(draw({ ...flag, bitsApart: 0 }, locale)).not.toContain(ALMOST[locale]);
      expect(draw({ ...flag, bitsApart: 3 }, locale)).toContain(ALMOST[locale]);
    }
  },
);
