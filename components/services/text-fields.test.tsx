import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import { useFieldsForm } from "./fields-form";
import { MoneyField } from "./text-fields";

function Amount({ errors }: { readonly errors: Readonly<Record<string, string>> }) {
  const form = useFieldsForm("payment", "spec", { prefix: "services.payment.", errors });
  return <MoneyField form={form} name="amount" />;
}

const marked = (errors: Readonly<Record<string, string>>) => {
  const html = drawn(<Amount errors={errors} />, {
    locale: "en",
    rooms: ["services", "service-payment", "ui"],
    inBrowser: true,
  });
  const isMarked = (tag: string) => new RegExp(`<${tag} [^>]*aria-invalid="true"`).test(html);
  return { currency: isMarked("select"), amount: isMarked("input"), isTold: html.includes("Wrong.") };
};

test.each([
  ["its currency", { "services.payment.amountCurrency": "Wrong." }, { currency: true, amount: false, isTold: true }],
  ["itself", { "services.payment.amount": "Wrong." }, { currency: false, amount: true, isTold: true }],
  ["nothing", {}, { currency: false, amount: false, isTold: false }],
])("an amount with a fault of %s is marked there", (_, errors, expected) => {
  expect(marked(errors)).toEqual(expected);
});
