import { z } from "zod";
import { optionalText, boundedText } from "../shared/wire-fields";

const NAME_MAX = 120;
const ADDRESS_MAX = 200;
const NUMBER_MAX = 60;
const MAIL_MAX = 200;

/** Who runs this, as administrators enter it: always the whole of it. */
export const operatorSchema = z.strictObject({
  nameEn: boundedText(NAME_MAX),
  nameZh: boundedText(NAME_MAX),
  registration: boundedText(NUMBER_MAX),
  addressEn: boundedText(ADDRESS_MAX),
  addressZh: boundedText(ADDRESS_MAX),
  email: z.email("email_malformed").max(MAIL_MAX),
  phone: optionalText(NUMBER_MAX).default(""),
});
export type Operator = z.output<typeof operatorSchema>;
