import { findForReader } from "@/app/shell/find-for-reader";
import { lookup } from "@/server/platform/form/page-lookup";

/** What the search of the bar finds while somebody types, in their language and as far as they may see it. */
export const GET = lookup(({ actor, query, locale }) => findForReader(actor, { q: query.get("q") ?? "", locale }));
