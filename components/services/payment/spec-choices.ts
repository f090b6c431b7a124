/** Where the words of a spec's choices stand, by the member's path; for those who tell of one value apart from its form. */
export const paymentSpecChoices = {
  need: "service-payment.option.need",
  payerCountry: "services.country",
  payeeCountry: "services.country",
  purpose: "service-payment.option.purpose",
  tradeDocuments: "service-payment.option.tradeDocument",
  balanceDue: "service-payment.option.balanceDue",
  creditType: "service-payment.option.creditType",
  creditDocuments: "service-payment.option.creditDocument",
} as const;
