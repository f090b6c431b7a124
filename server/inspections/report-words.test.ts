import { expect, test } from "vitest";
import { DEFECT_CODES } from "../../domain/inspections/defect-codes";
import { LOCALES } from "@/domain/shared/locale";
import { DEFECT_CLASSES } from "../../domain/services/inspection/sampling";
import { translator } from "../platform/translate";
import { reportWords } from "./report-words";

test("a report names defects and what photos show in both its languages, and a code of the inspector's own as it was written", () => {
  const { defect, photo } = reportWords(["en", "zh-CN"]);
  const [english, chinese] = defect("edge_chipped");
  expect(english).toBe("Edge chipped");
  expect(chinese).toMatch(/\p{Script=Han}/u);
  expect(photo("packing").join(" ")).toMatch(/\p{Script=Han}/u);
  expect(photo("edge_chipped")).toEqual([english, chinese]);
  expect(defect("knot_in rope")).toEqual(["knot_in rope", "knot_in rope"]);
});

test.each(LOCALES)(
  "in %s a request and a report call a class of defect by one word, and every kind of defect has a name",
  (locale) => {
    const t = translator(locale);
    for (const one of DEFECT_CLASSES)
      expect(t(`inspections.class.${one}`).toLowerCase()).toContain(t(`services.plan.${one}`).toLowerCase());
    for (const code of DEFECT_CODES) expect(t.has(`inspections.defectCode.${code}`)).toBe(true);
  },
);
