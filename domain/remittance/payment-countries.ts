import type { PaymentSpec } from "../services/payment/spec";

/** From which country to which money goes; where the request does not say, against the goods: who gets them pays. */
export const paymentCountries = (
  { payerCountry, payeeCountry }: Pick<PaymentSpec, "payerCountry" | "payeeCountry">,
  goods: { readonly origin: string; readonly destination: string },
): { readonly payerCountry: string; readonly payeeCountry: string } => ({
  payerCountry: payerCountry ?? goods.destination,
  payeeCountry: payeeCountry ?? goods.origin,
});
