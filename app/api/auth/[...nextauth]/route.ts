import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/server/accounts/auth-options";
import { env } from "@/server/platform/process/env";

type Context = { readonly params: Promise<{ nextauth: string[] }> };

const refused = (): Response => Response.json({ code: "invalid" }, { status: 400 });

/** Made at the first call: a build knows neither the address of the site nor its secrets. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  process.env.NEXTAUTH_URL ??= env().baseUrl;
  // Credentials are posted; asked with GET it would call that a fault of its own.
  if (request.method === "GET" && (await context.params).nextauth.join("/") === "callback/credentials")
    return refused();
  try {
    return (await NextAuth(authOptions())(request, context)) as Response;
  } catch (error) {
    // It reads bodies itself, and what it cannot read is the caller's fault.
    if (error instanceof SyntaxError) return refused();
    throw error;
  }
}

export { handle as GET, handle as POST };
