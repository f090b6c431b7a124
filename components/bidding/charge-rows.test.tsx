import { expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import { EMPTY_ROW } from "@/domain/bidding/offer/charge-rows";
import { drawn, wordsIn } from "@/test/drawn";
import { ChargeRows } from "./charge-rows";

test.each(LOCALES)("in %s a spread is asked for in percent, with its sign and what it means", (locale) => {
  const { form } = wordsIn("bidding", locale);
  const draw = (basis: string, errors: Readonly<Record<string, string>> = {}) =>
    drawn(
      <ChargeRows
        rows={[{ ...EMPTY_ROW, code: "FXS", basis }]}
        values={{}}
        errors={errors}
        codes={[]}
        bases={[]}
        currencies={[]}
      />,
      { locale, rooms: ["bidding", "ui"], inBrowser: true },
    );
  const percent = form.line.percent.replace("{number}", "1");
  const spread = draw("bps_of_amount");
  for (const said of [`aria-label="${percent}"`, "<span>%</span>", form.percentHelp]) expect(spread).toContain(said);
  const share = draw("percent_of_value");
  expect(share).toContain("<span>%</span>");
  expect(share).not.toContain(form.percentHelp);
  const amount = draw("payout");
  for (const said of [`aria-label="${percent}"`, "<span>%</span>", form.percentHelp])
    expect(amount).not.toContain(said);
  const wrong = draw("bps_of_amount", { "charges[0].price": "!!" });
  expect(wrong).toContain("!!");
  expect(wrong).not.toContain(form.percentHelp);
});
