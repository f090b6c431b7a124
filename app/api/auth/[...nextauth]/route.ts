import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/server/platform/identity/auth-options";
import { env } from "@/server/platform/process/env";

type Context = { readonly params: Promise<{ nextauth: string[] }> };

/** Made at the first call: a build knows neither the address of the site nor its secrets. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  process.env.NEXTAUTH_URL ??= env().baseUrl;
  return (await NextAuth(authOptions())(request, context)) as Response;
}

export { handle as GET, handle as POST };
