import { listDeclarations, postDeclaration } from "@/server/endpoints/clearance";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listDeclarations);

export const POST = serve(postDeclaration);
