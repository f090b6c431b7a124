/** A seller of Yiwu with its account at a bank of China, as a payment to a supplier names them. */
export const PAYEE = {
  payeeCountry: "CN",
  payee: {
    name: "Yiwu Hengda Trading Co., Ltd.",
    bank: "Yiwu Merchants Bank",
    bic: "YWMBCNBJ",
    account: "6222 0208 1234 5678 901",
  },
} as const;
