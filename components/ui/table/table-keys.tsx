import { useTranslations } from "next-intl";
import { TableKeysLive } from "./table-keys-live";

/** The keys of a list. */
export const TableKeys = () => <TableKeysLive copiedWord={useTranslations("ui.table")("copied")} />;
