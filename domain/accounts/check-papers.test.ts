import { describe, expect, test } from "vitest";
import { refusalsOf } from "../shared/result";
import type { LocalDate } from "../shared/time";
import { carriesOver, checkPaper, firstEnd, hasNeeded, neededPaper, type Paper, papersOf } from "./check-papers";
import { COUNTRIES } from "./organisation";
import { isOgrn } from "./registration-numbers";

const day = (text: string) => text as LocalDate;
const TODAY = day("2026-11-24");
const paper = (kind: Paper["kind"], number: string, changes: Partial<Paper> = {}): Paper => ({
  ...{ kind, number, issuer: "x", issuedOn: day("2020-01-01"), expiresOn: null, fileId: "f" },
  ...changes,
});
const codes = (one: Paper, country: string, registrationNumber = one.number) =>
  refusalsOf(checkPaper(one, { country, registrationNumber }, TODAY)).map(({ code }) => code);

describe("the number of a paper", () => {
  test.each([
    ["cn_business_licence", "CN", "91330782MY52572988"],
    ["cn_customs_filing", "CN", "3307980123"],
    ["cn_nvocc", "CN", "MOC-NV 03456"],
    ["cn_road_transport", "CN", "330782100123"],
    ["kz_registration", "KZ", "120540995808"],
    ["kz_customs_representative", "KZ", "ТП-0123"],
    // Published: Sberbank, Gazprom; the form of a sole trader.
    ["ru_registration", "RU", "1027700132195"],
    ["ru_registration", "RU", "1027700070518"],
    ["ru_registration", "RU", "304500116000157"],
    ["vn_registration", "VN", "0100112437"],
    ["uz_registration", "UZ", "394976445"],
    ["kg_registration", "KG", "01201201199709"],
    ["mn_registration", "MN", "9995471"],
    ["other_registration", "DE", "HRB 12345"],
    ["other_licence", "CN", "anything"],
  ] as const)("%s of %s takes %s", (kind, country, number) => {
    expect(codes(paper(kind, number), country)).toEqual([]);
  });

  test.each([
    ["cn_business_licence", "CN", "91330782MY52572987"],
    ["cn_customs_filing", "CN", "9907980123"],
    ["cn_nvocc", "CN", "MOC-NV"],
    ["cn_road_transport", "CN", "990782100123"],
    ["kz_registration", "KZ", "120540995807"],
    ["ru_registration", "RU", "1027700132194"],
    ["vn_registration", "VN", "0100112438"],
    ["uz_registration", "UZ", "39497644"],
    ["kg_registration", "KG", "0120120119970"],
    ["mn_registration", "MN", "999547"],
  ] as const)("%s of %s does not take %s", (kind, country, number) => {
    expect(codes(paper(kind, number), country)).toEqual(["paper_number"]);
  });

  test("is the organisation's own where the paper carries that, however it is written", () => {
    const licence = paper("cn_business_licence", "91330782my5257 2988");
    expect(codes(licence, "CN", "91330782MY52572988")).toEqual([]);
    expect(codes(licence, "CN", "91330100799655058B")).toEqual(["paper_number_differs"]);
    // An extract is numbered by OGRN, the organisation by INN.
    expect(codes(paper("ru_registration", "1027700132195"), "RU", "7707083893")).toEqual([]);
  });

  test("of a Russian register has its check digit", () => {
    expect(["1027700132195", "304500116000157"].map(isOgrn)).toEqual([true, true]);
    expect(["1027700132196", "304500116000158", "9027700132195", "102770013219"].map(isOgrn)).toEqual([
      ...[false, false, false, false],
    ]);
  });
});

test("a paper is of its country, issued by today and not past its end, and all that is wrong is said at once", () => {
  const wrong = paper("kz_registration", "12", { issuedOn: day("2026-11-25"), expiresOn: TODAY });
  expect(codes(wrong, "CN")).toEqual([
    ...["paper_of_other_country", "paper_number", "paper_issued_later", "paper_ended"],
  ]);
  expect(codes(paper("other_licence", "1", { issuedOn: TODAY, expiresOn: day("2026-11-25") }), "KZ")).toEqual([]);
});

test("each country asks for the paper that says an organisation is registered there, and takes other licences", () => {
  for (const country of COUNTRIES) {
    expect(papersOf(country)[0]).toBe(neededPaper(country));
    expect(neededPaper(country)).toMatch(/_registration$|^cn_business_licence$/);
    expect(papersOf(country)).toContain("other_licence");
  }
  expect(hasNeeded("VN", [{ kind: "vn_customs_agent" }])).toMatchObject({ refusal: { code: "check_papers_missing" } });
  expect(hasNeeded("VN", [{ kind: "vn_customs_agent" }, { kind: "vn_registration" }]).ok).toBe(true);
});

test("a check rests on the first paper that ends, and papers that end within a month are asked for anew", () => {
  const ends = (...days: (string | null)[]) => firstEnd(days.map((one) => ({ expiresOn: one as LocalDate | null })));
  expect([ends(), ends(null), ends("2027-05-01", null, "2027-02-01")]).toEqual([null, null, "2027-02-01"]);
  expect(
    [null, "2026-12-24", "2026-12-25"].map((one) => carriesOver({ expiresOn: one as LocalDate | null }, TODAY)),
  ).toEqual([true, false, true]);
});
