import { expect, test } from "vitest";
import { detailsInWords } from "./detail-words";

const t = (key: string) => `<${key}>`;

test("people read countries and papers in their language, and all else as it was told", () => {
  const details = { country: "HU", papers: "packing_list, msds", rank: 2, code: "EXD", isLate: true };
  expect(detailsInWords(details, { t, locale: "en" })).toEqual({
    ...{ country: "Hungary", papers: "<documents.kind.packing_list>, <documents.kind.msds>" },
    ...{ rank: 2, code: "EXD", isLate: "true" },
  });
  expect(detailsInWords({ country: "KP" }, { t, locale: "zh-CN" })).toEqual({ country: "朝鲜" });
  expect(detailsInWords({ country: "Altai" }, { t, locale: "en" })).toEqual({ country: "Altai" });
});
