import { leafText } from "./receipt-list";

/** What makes a leaf on anybody's machine: the text is an argument, since its first digit would be read as part of the zero byte. */
export const leafCommand = (requestId: string, number: number, receipt: string): string =>
  `printf '\\0%s' '${leafText(requestId, number, receipt)}' | sha256sum`;

/** What checks a downloaded proof, in a checkout of the market. */
export const FILE_COMMAND = "npm run verify:request -- --file proof.json";
