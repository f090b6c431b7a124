import { type NextRequest, NextResponse } from "next/server";
import createLocaleRedirect from "next-intl/middleware";
import { routing } from "./app/routing";
import { refuseUnread } from "./server/platform/form/refuse-unread";

const toLanguage = createLocaleRedirect(routing);
const HAS_PLACE = new RegExp(`^/((api|${routing.locales.join("|")})(/|$))`);

/**
 * Leads an address without a language to the reader's, and words what is refused unread. Headers are said in server/front-door, and who
 * may see what is decided where data is read: never here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const refused = await refuseUnread(request);
  if (refused) return refused;
  return HAS_PLACE.test(request.nextUrl.pathname) ? NextResponse.next() : toLanguage(request);
}

// A page that is read at its own address does not come by here: that is a tenth of its cost.
export const config = {
  matcher: [
    "/((?!api/|_next/|fonts/|(?:en|zh-CN|ru|vi|kk)(?:/|$)|[a-z-]+\\.(?:svg|png|js)$|favicon|robots.txt|sitemap.xml).*)",
    // Any address may be written so that nobody can read it.
    "/(.*%.*)",
    // Bodies that come by here are held whole, so those that are files do not.
    { source: "/((?!api/v1/|api/files|api/field/).*)", has: [{ type: "header", key: "content-type" }] },
  ],
};
