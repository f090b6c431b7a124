import createLocaleRedirect from "next-intl/middleware";
import { routing } from "./app/routing";

/**
 * Leads an address without a language to the reader's. Headers are said in server/front-door, and who may see what is decided where data
 * is read: never here.
 */
export const proxy = createLocaleRedirect(routing);

export const config = {
  matcher: ["/((?!api/|_next/|fonts/|(?:en|zh-CN)(?:/|$)|[a-z-]+\\.svg$|favicon|robots.txt).*)"],
};
